/**
 * What a fraction sign puts above the line, where MathLive's own choice is not what the same text means: it takes all
 * factors, also those before a differential (`w_j dz_ij/dx_i`), and leaves out a fraction that came before (`a/b/c`).
 */

import { type MathFieldElement } from './mathFieldElement.ts';

type Field = Pick<MathFieldElement, 'position' | 'getValue' | 'getElementInfo'>;

const BRACES = String.raw`\{(?:[^{}]|\{[^{}]*\})*\}`;
const SCRIPTS = `(?:[_^](?:${BRACES}|\\\\[A-Za-z]+|\\w))*`;
const NAME = `(?:\\\\(?!partial)[A-Za-z]+(?:${BRACES})?|[A-Za-z])`;
const DIFFERENTIAL = new RegExp(String.raw`^(?:d|\\partial|∂)\s*${NAME}\s*${SCRIPTS}$`);
const FRACTION = new RegExp(String.raw`^\\frac(?:${BRACES}|\d){2}$`);

/** No differential has more parts than this. */
const MOST_PARTS = 16;

/** @returns offset of the field; undefined where MathLive chooses well */
export function numeratorStart(field: Field): number | undefined {
  const end = field.position;
  const depth = depthAt(field, end);
  for (let from = end - 1; from >= Math.max(0, end - MOST_PARTS); from -= 1) {
    const below = depthAt(field, from) - depth;
    // out of what the caret is in
    if (below < 0) return undefined;
    const piece = below === 0 ? field.getValue(from, end, 'latex') : '';
    if (DIFFERENTIAL.test(piece) || FRACTION.test(piece)) return from;
  }
  return undefined;
}

const depthAt = (field: Field, offset: number): number => field.getElementInfo(offset)?.depth ?? 0;
