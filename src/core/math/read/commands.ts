/** The LaTeX commands that formulas are written with, by what reading does with them. */

import { GREEK_NAMES } from './characters.ts';

export type Meaning =
  /** nothing: spacing and style */
  | { readonly as: 'blank' }
  | { readonly as: 'sign' | 'letter' | 'word' | 'command'; readonly text: string }
  /** the letters that follow are set in this font */
  | { readonly as: 'font'; readonly font: string }
  | { readonly as: 'accent'; readonly accent: string }
  /** upright letters: one name */
  | { readonly as: 'text' }
  /** its first arguments say nothing */
  | { readonly as: 'skip'; readonly arguments: number }
  /** gives the delimiter after it a side */
  | { readonly as: 'fence'; readonly side: 'open' | 'close' | undefined }
  /** it is known, but no answer: the sentence says what to do instead */
  | { readonly as: 'refused'; readonly message: string };

const named = (as: 'sign' | 'word' | 'command' | 'letter', list: string): [string, Meaning][] =>
  list.split(/\s+/).map((entry) => {
    const [name = '', text = name] = entry.split('~');
    return [name, { as, text }];
  });

const all = (meaning: Meaning, list: string): [string, Meaning][] =>
  list.split(/\s+/).map((name) => [name, meaning]);

const each = (list: string, meaning: (name: string) => Meaning): [string, Meaning][] =>
  list.split(/\s+/).map((name) => [name, meaning(name)]);

const SPACING =
  ', ; : ! > quad qquad space nobreakspace thinspace medspace thickspace enspace negthinspace displaystyle textstyle ' +
  'scriptstyle scriptscriptstyle limits nolimits nonumber notag hfill strut mathstrut allowbreak nobreak relax ' +
  'mathopen mathclose mathbin mathrel mathord mathop mathinner mathpunct boxed smash normalsize small large ( ) [ ]';

const SIGN_COMMANDS =
  'cdot~· cdotp~· bullet~· times~× ast~* star~* div~/ odot~⊙ circ~∘ pm~± mp~± le~<= leq~<= leqslant~<= leqq~<= ' +
  'ge~>= geq~>= geqslant~>= geqq~>= lt~< gt~> ne~!= neq~!= coloneqq~= coloneq~= colon~: equiv~≡ approx~≈ sim~≈ ' +
  'simeq~≈ cong~≈ propto~∝ sum~∑ prod~∏ partial~∂ nabla~∇ surd~√ infty~∞ in~∈ notin~∉ land~∧ wedge~∧ lor~∨ vee~∨ ' +
  'lnot~¬ neg~¬ Vert~‖ |~‖ lVert~‖< rVert~>‖ vert~| mid~| lvert~|< rvert~>| langle~⟨ rangle~⟩ lfloor~⌊ rfloor~⌋ ' +
  'lceil~⌈ rceil~⌉ top~⊤ intercal~⊤ dagger~† dots~… ldots~… cdots~… dotsc~… dotsb~… prime~′ {~\\{ }~\\} lbrace~\\{ ' +
  'rbrace~\\} lbrack~[ rbrack~] lparen~( rparen~) to~→ rightarrow~→ Rightarrow~→ implies~→ iff~→ Leftrightarrow~→ ' +
  'longrightarrow~→ mapsto~→ forall~∀ ll~≪ gg~≫ \\~\\\\ cr~\\\\ newline~\\\\ &~& %~% not~not slash~/';

const FUNCTION_COMMANDS =
  'exp log ln lg sin cos tan arcsin arccos arctan sinh cosh tanh max min det arsinh artanh sgn sign tr Tr trace diag ' +
  'relu ReLU abs sigmoid softmax softplus sech csch cot sec csc coth ' +
  'exponentialE~exponentialE argmax argmin arg rank dim ker gcd deg sup inf Pr lse';

const GREEK_CAPITALS_AS_LATIN =
  'Alpha Beta Epsilon Zeta Eta Iota Kappa Mu Nu Omicron Rho Tau Chi omicron';

const FONTS =
  'mathbf mathcal mathbb mathfrak mathscr mathsf mathit boldsymbol bm pmb bold mathbfit mathds mathbbm';
const ACCENTS =
  'hat bar tilde dot ddot widehat~hat overline~bar widetilde~tilde check breve mathring~check';

export const COMMANDS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...all({ as: 'blank' }, SPACING),
  [' ', { as: 'blank' }],
  ...named('sign', SIGN_COMMANDS.trim()),
  ...named('word', FUNCTION_COMMANDS),
  ...each([...GREEK_NAMES].join(' '), (name) => ({ as: 'letter', text: `\\${name}` })),
  ...each(GREEK_CAPITALS_AS_LATIN, (name) => ({ as: 'letter', text: `\\${name}` })),
  ...named('letter', 'ell~\\ell hbar~\\hbar imath~\\imath jmath~\\jmath imaginaryI~i imaginaryJ~j'),
  ...each(FONTS, (font) => ({ as: 'font', font })),
  // an arrow above is one more way to say that a letter is a vector
  ...all({ as: 'font', font: 'vec' }, 'vec overrightarrow underline'),
  ...ACCENTS.split(' ').map((entry): [string, Meaning] => {
    const [name = '', accent = name] = entry.split('~');
    return [name, { as: 'accent', accent }];
  }),
  ...all(
    { as: 'text' },
    'text mathrm operatorname textrm textit textbf mathtt textsf texttt mbox rm textnormal',
  ),
  ['differentialD', { as: 'letter', text: 'd' }],
  ...all(
    { as: 'skip', arguments: 1 },
    'label tag color textcolor hspace mspace kern mkern vspace phantom hphantom vphantom',
  ),
  ...all({ as: 'fence', side: 'open' }, 'left mleft bigl Bigl biggl Biggl'),
  ...all({ as: 'fence', side: 'close' }, 'right mright bigr Bigr biggr Biggr'),
  ...all({ as: 'fence', side: undefined }, 'big Big bigg Bigg middle bigm Bigm'),
  ...named(
    'command',
    'frac dfrac~frac tfrac~frac cfrac~frac nicefrac~frac sfrac~frac sqrt begin end over substack placeholder underbrace overbrace~underbrace',
  ),
  ...all(
    { as: 'refused', message: 'Integrals cannot be read here: write the result.' },
    'int iint oint',
  ),
  ...all(
    { as: 'refused', message: 'Limits cannot be read here: write the result.' },
    'lim limsup liminf',
  ),
  ...all(
    {
      as: 'refused',
      message:
        'Binomial coefficients cannot be read here: write them with factorials, as in n!/(k!(n-k)!).',
    },
    'binom choose dbinom tbinom',
  ),
  ...all(
    {
      as: 'refused',
      message: 'This product cannot be read here: write it with sums or transposes.',
    },
    'otimes oplus oslash bigoplus bigotimes',
  ),
  ...all(
    {
      as: 'refused',
      message: 'Sets cannot be read here: write the condition itself, as in x > 0.',
    },
    'cup cap subset subseteq setminus emptyset varnothing exists',
  ),
]);
