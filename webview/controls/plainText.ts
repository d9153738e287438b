/** LaTeX of a formula field as one would type it. Whoever uses it has both read, and keeps the LaTeX if they differ. */

const GROUP = String.raw`\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}`;
const FRACTION = new RegExp(String.raw`\\[dt]?frac${GROUP}${GROUP}`);
const ROOT = new RegExp(String.raw`\\sqrt${GROUP}`);
const SCRIPT = new RegExp(String.raw`([_^])${GROUP}`, 'g');

/** One operand, as `x_i`, `2` or `∂y`. */
const SIMPLE = /^(d|∂)?([A-Za-z]|\d+)(_[A-Za-z0-9]+)?$/;

/** Bars that open and close, until all else is done: what stands beside them stays apart from them. */
const OPEN = '⟨';
const CLOSE = '⟩';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\\left\s*(?:\\\||\\l?Vert(?![A-Za-z]))/g, ` ${OPEN}${OPEN}`],
  [/\\right\s*(?:\\\||\\r?Vert(?![A-Za-z]))/g, `${CLOSE}${CLOSE} `],
  [/\\left\s*\|/g, ` ${OPEN}`],
  [/\\right\s*\|/g, `${CLOSE} `],
  [/\\(left|right)(?![A-Za-z])\s*/g, ''],
  [/\\(\||[lr]?Vert(?![A-Za-z]))/g, '||'],
  [/\\[lr]vert(?![A-Za-z])/g, '|'],
  [/\s*\\cdot(?![A-Za-z])\s*/g, '*'],
  [/\\le(q|qslant)?(?![A-Za-z])/g, '<='],
  [/\\ge(q|qslant)?(?![A-Za-z])/g, '>='],
  [/\\partial(?![A-Za-z])\s*/g, '∂'],
  [/\\operatorname\{(\w+)\}/g, ' $1'],
  [/\\[,;:! ]/g, ' '],
];

/** @returns undefined where something is left that plain text has no words for */
export function plainText(latex: string): string | undefined {
  const signs = SIGNS.reduce((text, [sign, plain]) => text.replace(sign, plain), latex);
  const words = withoutGroups(withoutScripts(signs))
    .replace(/\\([A-Za-z]+)/g, ' $1 ')
    .replace(/\s*([-+*/=<>(),^_])\s*|^\s+|\s+$/g, '$1')
    .replace(/(⟨)\s+|\s+(⟩)/g, '$1$2')
    .replace(/[⟨⟩]/g, '|')
    .replace(/\s+/g, ' ');
  return /[\\{}]/.test(words) ? undefined : words;
}

const withoutScripts = (text: string): string =>
  text.replace(SCRIPT, (_all, sign: string, content: string) =>
    /^([A-Za-z0-9]+|\\[A-Za-z]+)$/.test(content) ? `${sign}${content} ` : `${sign}(${content})`,
  );

/** From the outside in, as long as there are any. */
function withoutGroups(text: string): string {
  const plain = text
    .replace(
      FRACTION,
      (_all, above: string, below: string) => ` ${operand(above)}/${operand(below)} `,
    )
    .replace(ROOT, ' sqrt($1)');
  return plain === text ? text : withoutGroups(plain);
}

const operand = (text: string): string =>
  SIMPLE.test(text.trim()) ? text.trim() : `(${text.trim()})`;
