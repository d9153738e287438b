/** Coordinates as they are written and shown: decimals with point or comma, fractions, square roots. */

const DIGITS = String.raw`(?:\d+\.?\d*|\.\d+)`;
const ATOM = String.raw`(${DIGITS})?\*?(?:√\(?(${DIGITS})\)?)?`;
const NUMBER = new RegExp(String.raw`^([+-]?)${ATOM}(?:/${ATOM})?$`);

/** Beyond this a coordinate is a slip of the hand. */
const LARGEST = 1e6;

/** @returns undefined where no number can be read, as in `1/0`, `x` or the empty text */
export function numberIn(text: string): number | undefined {
  const plain = text
    .replace(/\s/g, '')
    .replaceAll('−', '-')
    .replaceAll(',', '.')
    .replace(/\\?sqrt/g, '√')
    .replaceAll(/[{}]/g, (brace) => (brace === '{' ? '(' : ')'));
  const found = NUMBER.exec(plain);
  if (found === null) return undefined;
  const [, sign, factor, root, below, rootBelow] = found;
  const above = atom(factor, root);
  if (above === undefined) return undefined;
  const value =
    ((sign === '-' ? -1 : 1) * above) / (plain.includes('/') ? (atom(below, rootBelow) ?? NaN) : 1);
  return Math.abs(value) <= LARGEST ? value + 0 : undefined;
}

function atom(factor: string | undefined, root: string | undefined): number | undefined {
  if (factor === undefined && root === undefined) return undefined;
  return Number(factor ?? 1) * Math.sqrt(Number(root ?? 1));
}

const SHOWN_DIGITS = 4;

/** As a field shows it. */
export const numberText = (value: number): string =>
  String(Number(value.toFixed(SHOWN_DIGITS)) + 0);

/** As it is read out and set beside figures: with a minus that is no hyphen. */
export const numberWords = (value: number): string => numberText(value).replace('-', '−');

/** Close enough to be the same number as shown. */
export const rounded = (value: number): number => Number(value.toFixed(6)) + 0;
