/** What is drawn, in words: for rows, for announcements, and for who cannot see the board. */

import { type DrawnItem, type DrawnType, type PlanePoint } from '../../../src/protocol/messages.ts';
import { numberWords } from './numbers.ts';
import { type Row, type Sheet, indexOfTag, isPoint, itemOf, itemsOf } from './sketch.ts';

export const NAMES: { readonly [T in DrawnType]: string } = {
  line: 'Line',
  ray: 'Ray',
  segment: 'Segment',
  polyline: 'Polyline',
};

export const pointWords = ([x, y]: PlanePoint): string => `(${numberWords(x)}, ${numberWords(y)})`;

const between = (first: string, second: string) => (points: readonly string[]) =>
  `${first} ${points[0] ?? ''} ${second} ${points[1] ?? ''}`;

const PLACES: { readonly [T in DrawnType]: (points: readonly string[]) => string } = {
  line: between('through', 'and'),
  ray: between('from', 'through'),
  segment: between('from', 'to'),
  polyline: (points) => `over ${points.slice(0, -1).join(', ')} and ${points.at(-1) ?? ''}`,
};

const placeWords = ({ type, points }: DrawnItem): string => PLACES[type](points.map(pointWords));

/** As in `Line 2`: objects are counted as the answer has them; what is not complete has no number yet. */
export function nameOf(sheet: Sheet, row: Row): string {
  const number = numberOf(sheet, row.id);
  return number === undefined
    ? `New ${NAMES[row.type].toLowerCase()}`
    : `${NAMES[row.type]} ${number}`;
}

export function numberOf(sheet: Sheet, id: number): number | undefined {
  const index = itemsOf(sheet).findIndex(({ row }) => row.id === id);
  return index < 0 ? undefined : index + 1;
}

/** As in `Line 2 added through (0, 0) and (1, 1)`. */
export function told(sheet: Sheet, id: number, what: 'added' | 'now'): string | undefined {
  const row = sheet.rows.find((each) => each.id === id);
  const item = row && itemOf(row);
  return row && item ? `${nameOf(sheet, row)} ${what} ${placeWords(item)}` : undefined;
}

/** The LaTeX of an axis as text: `x_1` is `x₁`. */
export const axisWords = (latex: string): string =>
  latex
    .replaceAll(/[\\{}\s]/g, '')
    .replaceAll(/_(\d+)/g, (_, digits: string) =>
      digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit))),
    );

/** The whole drawing. */
export function description(sheet: Sheet): string {
  const items = itemsOf(sheet).map(({ row, item }) => `${nameOf(sheet, row)} ${placeWords(item)}`);
  const labels = sheet.tags.flatMap(({ id, at, latex }) =>
    indexOfTag(sheet, id) !== undefined && isPoint(at)
      ? [`Label ${latex} at ${pointWords(at)}`]
      : [],
  );
  const all = [...items, ...labels];
  return all.length === 0 ? 'Nothing is drawn yet.' : `Drawn so far: ${all.join('; ')}.`;
}
