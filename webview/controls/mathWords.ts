/**
 * What becomes a sign when it is typed into a formula field: the words that plain text uses for it, so that nobody has
 * to learn two ways. The list is ours, for MathLive's own turns `dx` into a differential and `ii` into the imaginary unit.
 */

const LATEX_WORDS =
  'alpha beta gamma delta epsilon varepsilon zeta theta vartheta iota kappa lambda sigma upsilon varphi omega ' +
  'Gamma Delta Theta Lambda Sigma Upsilon Omega ' +
  'sin cos tan arcsin arccos arctan sinh cosh tanh exp log max min det partial nabla sum prod infty';

/** Only where they stand alone: they are also parts of words and of products. */
const SHORT_LATEX_WORDS = 'eta mu nu xi pi rho tau phi chi psi Xi Pi Phi Psi ln';

const NAMED_FUNCTIONS = 'relu sigmoid softmax softplus logsumexp artanh diag trace sgn';

const words = (list: string, latex: (word: string) => string): [string, string][] =>
  list.split(' ').map((word) => [word, latex(word)]);

const TEMPLATES: Readonly<Record<string, string>> = {
  sqrt: String.raw`\sqrt{#?}`,
  norm: String.raw`\left\Vert#?\right\Vert`,
  abs: String.raw`\left|#?\right|`,
  sign: String.raw`\operatorname{sign}`,
  cases: String.raw`\begin{cases}#? & #?\\ #? & #?\end{cases}`,
};

const SIGNS: Readonly<Record<string, string>> = {
  '*': String.raw`\cdot`,
  '<=': String.raw`\le`,
  '>=': String.raw`\ge`,
  '!=': String.raw`\ne`,
  '≤': String.raw`\le`,
  '≥': String.raw`\ge`,
  '≠': String.raw`\ne`,
  '·': String.raw`\cdot`,
  '∂': String.raw`\partial`,
  '∑': String.raw`\sum`,
  Σ: String.raw`\sum`,
  '∏': String.raw`\prod`,
  '∞': String.raw`\infty`,
  '‖': String.raw`\Vert`,
  '+-': String.raw`\pm`,
  '...': String.raw`\ldots`,
};

const WORDS: Readonly<Record<string, string>> = Object.fromEntries([
  ...words(LATEX_WORDS, (word) => `\\${word}`),
  ...words(NAMED_FUNCTIONS, (word) => `\\operatorname{${word}}`),
  ...Object.entries(TEMPLATES),
]);

export const SHORT_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  words(SHORT_LATEX_WORDS, (word) => `\\${word}`),
);

/** In the form that MathLive takes. */
export const mathWords: Readonly<Record<string, string>> = { ...WORDS, ...SIGNS };

export const isWord = (text: string): boolean =>
  Object.hasOwn(WORDS, text) || Object.hasOwn(SHORT_WORDS, text);

/** The longest word that a run of letters ends in; short ones are too often a product. */
export const wordAtEnd = (letters: string): string | undefined =>
  Array.from(letters, (_, from) => letters.slice(from)).find((end) => Object.hasOwn(WORDS, end));

export const latexOfWord = (word: string): string => WORDS[word] ?? SHORT_WORDS[word] ?? word;

export const beginsWord = (letters: string): boolean =>
  Object.keys(WORDS).some((word) => word.startsWith(letters));
