/** How one item below a sum introduces its letter: `j`, `j=1..h`, `1 \le j \le h`, `j \in \{1, …, h\}`. */

import { type Cursor } from './cursor.ts';
import { itemsOf } from './indices.ts';
import { plainName } from './names.ts';
import { type Token, spelled } from './token.ts';

/** Places of tokens. */
export type Item = readonly [from: number, to: number];

export interface Introduction {
  readonly letter: string;
  readonly from: Item | undefined;
  readonly to: Item | undefined;
  /** added to the limits, for `<` */
  readonly shifts: readonly [from: number, to: number];
}

export const unlimited = (letter: string): Introduction => ({
  letter,
  from: undefined,
  to: undefined,
  shifts: [0, 0],
});

/** `j`, `j = a`, `j = a..b`, `a <= j <= b`, `j ∈ …`; undefined for a condition. */
export function introductionOf(cursor: Cursor, [from, to]: Item): Introduction | undefined {
  const letter = letterAt(cursor, from);
  const sign = cursor.at(from + 1);
  if (letter !== undefined && to === from + 1) return unlimited(letter);
  if (letter !== undefined && to > from + 1 && sign.text === '=') {
    const dots = placeOf(cursor, from + 2, to, (token) => token.text === '…');
    const [start, end] =
      dots === undefined
        ? [[from + 2, to] as const, undefined]
        : [[from + 2, dots] as const, [dots + 1, to] as const];
    return { letter, from: start, to: end, shifts: [0, 0] };
  }
  const belongs = sign.text === '∈' || (sign.kind === 'word' && sign.text === 'in');
  if (letter !== undefined && belongs) return memberOf(cursor, letter, [from + 2, to]);
  return chainedOf(cursor, [from, to]);
}

/** `a <= j <= b` and `a < j < b` */
function chainedOf(cursor: Cursor, [from, to]: Item): Introduction | undefined {
  const first = placeOf(cursor, from, to, ({ text }) => ORDER.has(text));
  if (first === undefined) return undefined;
  const letter = letterAt(cursor, first + 1);
  const second = cursor.at(first + 2);
  if (
    letter === undefined ||
    cursor.bound.includes(letter) ||
    first + 2 >= to ||
    !ORDER.has(second.text)
  )
    return undefined;
  const shifts = [ORDER.get(cursor.at(first).text) ?? 0, -(ORDER.get(second.text) ?? 0)] as const;
  return { letter, from: [from, first], to: [first + 3, to], shifts };
}

const ORDER: ReadonlyMap<string, number> = new Map([
  ['<=', 0],
  ['<', 1],
]);

/** `{1, …, h}`, `[1, h]`, `[h]`, `1..h` */
function memberOf(cursor: Cursor, letter: string, item: Item): Introduction {
  const limits = setLimits(cursor, item) ?? dottedLimits(cursor, item);
  if (limits !== undefined) return { letter, ...limits, shifts: [0, 0] };
  const [from, to] = item;
  const message = `Expected a range for ${letter}, as in ${letter} \\in \\{1, …, h\\} or ${letter}=1..h.`;
  const span = { start: cursor.at(from).start, end: cursor.at(Math.max(from, to - 1)).end };
  throw cursor.complaint('unreadable', span, message);
}

type Limit = Pick<Introduction, 'from' | 'to'>;

/** `1..h` */
function dottedLimits(cursor: Cursor, [from, to]: Item): Limit | undefined {
  const dots = placeOf(cursor, from, to, ({ text }) => text === '…');
  return dots === undefined ? undefined : { from: [from, dots], to: [dots + 1, to] };
}

/** In brackets: the first and the last; `{1, 2, 5}` is no range. */
function setLimits(cursor: Cursor, [from, to]: Item): Limit | undefined {
  const { text } = cursor.at(from);
  if (!SETS.has(text) || cursor.partner(from) !== to - 1) return undefined;
  const parts = separated(cursor, from + 1, to - 1);
  const [first] = parts;
  const last = parts.at(-1);
  const hasDots = placeOf(cursor, from, to, (token) => token.text === '…') !== undefined;
  if (hasDots && parts.length === 1) return dottedLimits(cursor, [from + 1, to - 1]);
  if (text === '\\{' && !hasDots) return undefined;
  return parts.length === 1 ? { from: undefined, to: last } : { from: first, to: last };
}

const SETS: ReadonlySet<string> = new Set(['\\{', '{', '[', '(']);

export function letterAt(cursor: Cursor, place: number): string | undefined {
  const token = cursor.at(place);
  return token.kind === 'letter' ? plainName(spelled(token)) : undefined;
}

export function placeOf(
  cursor: Cursor,
  from: number,
  to: number,
  is: (token: Token) => boolean,
): number | undefined {
  for (let place = from; place < to; place += 1) if (is(cursor.at(place))) return place;
  return undefined;
}

export function separated(cursor: Cursor, from: number, to: number): Item[] {
  const items = itemsOf(cursor, from, to, (place) => SEPARATORS.has(cursor.at(place).text));
  return items.filter(([start, end]) => end > start);
}

const SEPARATORS: ReadonlySet<string> = new Set([',', ';', ':', '\\\\', '∧', '|']);
