/** The LaTeX of a formula field, and the way back: the part of the field that a piece of its LaTeX stands for. */

import { stretched } from './mathBrackets.ts';
import { type MathFieldElement } from './mathFieldElement.ts';

/**
 * MathLive writes `x^2y`, where plain text may mean the exponent `2y`: with braces it can mean one thing only. It also
 * dresses up the names of functions.
 * @param value of a field
 */
export const latexOf = (value: string): string =>
  value
    .replace(/([_^]|\\sqrt)([A-Za-z0-9])/g, '$1{$2}')
    .replace(/\\frac(\d)(\d)/g, String.raw`\frac{$1}{$2}`)
    .replace(/\\operatorname\{\\mathrm\{(\w+)\}\}/g, String.raw`\operatorname{$1}`)
    .replace(/\\[lr]?Vert(?![A-Za-z]) ?/g, String.raw`\|`);

/** What MathLive draws and keeps as it is meant: `\|` it would draw as a single bar. */
export const valueOf = (latex: string): string =>
  stretched(latex).replace(/(?<!\\)\\\|/g, String.raw`\Vert `);

/** A star between factors is typed, and never drawn. */
export const dotted = (latex: string): string =>
  latex.replace(
    /(\\[A-Za-z]+\*)|\s*\*\s*/g,
    (_all, command?: string) => command ?? String.raw`\cdot `,
  );

type Field = Pick<MathFieldElement, 'value' | 'lastOffset' | 'getValue'>;

/** Every part is spelt out and compared: formulas of more parts than this are not searched. */
const MOST_PARTS = 200;

/** @returns offsets of the field, as its `selection` takes them; undefined where no part is spelt like that */
export function offsetsOf(
  field: Field,
  { start, end }: { readonly start: number; readonly end: number },
): [number, number] | undefined {
  const latex = latexOf(field.value);
  const piece = bare(latex.slice(start, end));
  if (piece === '' || field.lastOffset > MOST_PARTS) return undefined;
  const before = occurrences(latex.slice(0, start), latex.slice(start, end));
  return partsSpelt(field, piece)[before];
}

function partsSpelt(field: Field, piece: string): [number, number][] {
  const found: [number, number][] = [];
  for (let from = 0; from < field.lastOffset; from += 1) {
    const to = endOfPart(field, from, piece);
    if (to !== undefined) found.push([from, to]);
  }
  return found;
}

/** The shortest part that starts there and is spelt so; a part that is already longer cannot become it. */
function endOfPart(field: Field, from: number, piece: string): number | undefined {
  for (let to = from + 1; to <= field.lastOffset; to += 1) {
    const spelt = bare(field.getValue(from, to, 'latex'));
    if (spelt === piece) return to;
    if (spelt.length > piece.length) return undefined;
  }
  return undefined;
}

/** Spaces and braces differ with what stands around. */
const bare = (latex: string): string => latex.replace(/[\s{}]/g, '');

const occurrences = (text: string, piece: string): number => text.split(piece).length - 1;
