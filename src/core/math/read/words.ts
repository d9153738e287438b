/** Names of more than one letter that mean something by themselves. */

import { type BuiltIn } from '../expression.ts';
import { GREEK_NAMES } from './characters.ts';

/** How functions are written → what they are. */
export const FUNCTIONS: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  ['abs', 'abs'],
  ['sign', 'sign'],
  ['sgn', 'sign'],
  ['signum', 'sign'],
  ['exp', 'exp'],
  ['log', 'log'],
  ['ln', 'log'],
  ['lg', 'log10'],
  ['ld', 'log2'],
  ['sqrt', 'sqrt'],
  ['sin', 'sin'],
  ['cos', 'cos'],
  ['tan', 'tan'],
  ['arcsin', 'arcsin'],
  ['arccos', 'arccos'],
  ['arctan', 'arctan'],
  ['sinh', 'sinh'],
  ['cosh', 'cosh'],
  ['tanh', 'tanh'],
  ['artanh', 'artanh'],
  ['arctanh', 'artanh'],
  ['atanh', 'artanh'],
  ['sigmoid', 'sigmoid'],
  ['logistic', 'sigmoid'],
  ['relu', 'relu'],
  ['softplus', 'softplus'],
  ['floor', 'floor'],
  ['ceil', 'ceil'],
  ['factorial', 'factorial'],
  ['max', 'max'],
  ['min', 'min'],
  ['softmax', 'softmax'],
  ['logsumexp', 'logsumexp'],
  ['lse', 'logsumexp'],
  ['trace', 'trace'],
  ['tr', 'trace'],
  ['det', 'det'],
  ['diag', 'diag'],
  ['mean', 'mean'],
]);

/** 1 divided by these. */
export const RECIPROCALS: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>(
  Object.entries({
    sech: 'cosh',
    csch: 'sinh',
    coth: 'tanh',
    sec: 'cos',
    csc: 'sin',
    cot: 'tan',
  }),
);

/** Signs that people spell out. */
export const SIGN_WORDS: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    sum: '∑',
    prod: '∏',
    product: '∏',
    norm: 'norm',
    infinity: '∞',
    infty: '∞',
  }),
);

/** Words between conditions and values; German ones too. */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>(
  Object.entries({
    if: 'if',
    when: 'if',
    for: 'if',
    falls: 'if',
    wenn: 'if',
    für: 'if',
    where: 'if',
    then: 'then',
    dann: 'then',
    else: 'else',
    otherwise: 'else',
    sonst: 'else',
    and: 'and',
    und: 'and',
    or: 'or',
    oder: 'or',
    in: 'in',
  }),
);
export type Keyword = 'if' | 'then' | 'else' | 'and' | 'or' | 'in';

/** What cannot be an answer, and what to do instead. */
export const REFUSED_WORDS: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    argmax: 'argmax is a place, not a value, and cannot be read here: write the value itself.',
    argmin: 'argmin is a place, not a value, and cannot be read here: write the value itself.',
    arg: 'arg max and arg min are places, not values, and cannot be read here: write the value itself.',
    lim: 'Limits cannot be read here: write the result.',
    int: 'Integrals cannot be read here: write the result.',
    inf: 'An infimum cannot be read here: write min, or \\infty for infinity.',
    sup: 'A supremum cannot be read here: write max.',
    nan: '“nan” is not a value: write the formula.',
  }),
);

/** Those that are found at the start of a run of letters, as in `expx`. Shorter ones need to stand alone. */
export const PREFIX_WORDS: ReadonlySet<string> = new Set(
  [...FUNCTIONS.keys(), ...SIGN_WORDS.keys(), ...RECIPROCALS.keys()].filter(
    (word) => word.length > 2 || word === 'ln',
  ),
);

/** Those that are found only as a whole run. */
export const WHOLE_WORDS: ReadonlySet<string> = new Set([
  ...FUNCTIONS.keys(),
  ...KEYWORDS.keys(),
  ...REFUSED_WORDS.keys(),
  ...GREEK_NAMES,
]);
