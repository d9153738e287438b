/** Borders by the item that draws them: the name of an undrawn one says only where it runs. */

import { coverage } from '../../plane/coverage.ts';
import { type Credit } from './credit.ts';
import { DIRECTION } from './fit.ts';
import { type Sheet } from './sheet.ts';
import { type TruePart } from './truth.ts';

/** In a scribble nobody looks for an item. */
const MOST_DRAWN = 2000;

/** @param credits of the parts, in their order */
export function namedByItems(sheet: Sheet, credits: readonly Credit[]): readonly Credit[] {
  if (sheet.truth.earns !== 'borders' || sheet.drawn.length > MOST_DRAWN) return credits;
  return credits.map((credit, index) => {
    const part = sheet.truth.parts[index];
    const [item, ...others] = part === undefined ? [] : itemsAlong(sheet, part);
    return item === undefined || others.length > 0
      ? credit
      : { ...credit, name: `${credit.name} (item ${item + 1})` };
  });
}

/** Those that draw more of it than a crossing does. */
function itemsAlong({ drawn, question: { tolerance } }: Sheet, part: TruePart): number[] {
  const { covered } = coverage(drawn, part.strokes, { tolerance, angle: DIRECTION });
  const lengths = new Map<number, number>();
  for (const { from, to, of } of covered) {
    const item = drawn[of]?.item ?? 0;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    lengths.set(item, (lengths.get(item) ?? 0) + length);
  }
  return [...lengths].flatMap(([item, length]) => (length > 4 * tolerance ? [item] : []));
}
