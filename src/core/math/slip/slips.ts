/** The common slips that are recognised without an author's help, and what is said of each. */

export interface SlipWords {
  readonly title: string;
  /** a sentence that says where to look, not what is right */
  readonly feedback: string;
}

export const SLIPS = {
  'lost-sign': { title: 'Lost sign', feedback: 'The sign is wrong.' },
  'sign-of-a-term': { title: 'Sign of a term', feedback: 'One of the terms has the wrong sign.' },
  'sign-in-an-argument': {
    title: 'Sign in an argument',
    feedback: 'A sign inside a function or an exponent is wrong.',
  },
  'factor-2-lost': { title: 'Factor 2 lost', feedback: 'A factor 2 got lost.' },
  'factor-2-extra': { title: 'Factor 2 too many', feedback: 'There is a factor 2 too many.' },
  'constant-factor': {
    title: 'Constant factor',
    feedback: 'It is right up to a constant factor.',
  },
  'size-factor': {
    title: 'Number of terms',
    feedback: 'A factor that counts terms is missing or too many, as between a sum and a mean.',
  },
  'missing-factor': {
    title: 'Factor missing',
    feedback: 'A factor is missing.',
  },
  'repeated-factor': { title: 'Factor repeated', feedback: 'A factor occurs once too often.' },
  'missing-term': {
    title: 'Term missing',
    feedback: 'A term of a sum is missing.',
  },
  'extra-term': { title: 'Term too many', feedback: 'A term is there that does not belong.' },
  'sum-forgotten': { title: 'Sum forgotten', feedback: 'A sum over an index is missing.' },
  'sum-too-many': {
    title: 'Sum too many',
    feedback: 'There is a sum over an index that should stay free.',
  },
  'wrong-limits': {
    title: 'Limits of a sum',
    feedback: 'A sum or product starts or ends at the wrong place.',
  },
  transposed: {
    title: 'Transposed',
    feedback: 'Something is transposed that should not be, or the other way round.',
  },
  'order-of-factors': {
    title: 'Order of factors',
    feedback: 'Matrix factors stand in the wrong order.',
  },
  'wrong-index': { title: 'Wrong index', feedback: 'An index is wrong, or two are swapped.' },
  'wrong-symbol': {
    title: 'Mixed-up symbols',
    feedback: 'One symbol stands where another of the same kind belongs.',
  },
  'sign-function-lost': {
    title: 'Sign function lost',
    feedback: 'The sign function is missing.',
  },
  'absolute-value-lost': {
    title: 'Absolute value lost',
    feedback: 'An absolute value is missing.',
  },
  'absolute-value-extra': {
    title: 'Absolute value too many',
    feedback: 'An absolute value is there that does not belong.',
  },
  'function-lost': {
    title: 'Function lost',
    feedback: 'A function is missing around its argument.',
  },
  'wrong-function': {
    title: 'Other function',
    feedback: 'One function stands where another belongs.',
  },
  'prime-lost': {
    title: 'Derivative not taken',
    feedback: 'A function stands where its derivative belongs.',
  },
  'wrong-exponent': { title: 'Exponent', feedback: 'An exponent is wrong or missing.' },
  'upside-down': { title: 'Upside down', feedback: 'A fraction is upside down.' },
  'product-for-quotient': {
    title: 'Multiplied for divided',
    feedback: 'Something is multiplied that has to be divided by.',
  },
  'product-for-sum': {
    title: 'Product for sum',
    feedback: 'Something is multiplied that has to be added.',
  },
  'sum-for-product': {
    title: 'Sum for product',
    feedback: 'Something is added that has to be multiplied.',
  },
  'brackets-missing': {
    title: 'Brackets missing',
    feedback: 'A factor belongs to all terms of a sum, not to the first one only: brackets?',
  },
  'wrong-norm': { title: 'Other norm', feedback: 'This is the value with another norm.' },
  'cases-swapped': {
    title: 'Cases',
    feedback: 'The cases are mixed up: check which condition belongs to which value.',
  },
} as const satisfies Readonly<Record<string, SlipWords>>;

export type SlipName = keyof typeof SLIPS;
