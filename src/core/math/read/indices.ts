/** What stands below a name or a bracket: components, `ij` or `i, j` or `t-1`. */

import { type Expression } from '../expression.ts';
import { type Cursor } from './cursor.ts';
import { touches } from './token.ts';

type Item = readonly [from: number, to: number];

/**
 * The tokens from `from` up to `to` as indices; `wanted` says how many a name takes, if that is known. Without commas
 * letters side by side are indices of their own.
 */
export function readIndices(
  cursor: Cursor,
  from: number,
  to: number,
  wanted: number | undefined,
): Expression[] {
  const listed = itemsOf(cursor, from, to, (place) => /^[,;]$/.test(cursor.at(place).text));
  const [only] = listed;
  const isWhole = wanted === 1 && only !== undefined && !isLettersOnly(cursor, only);
  if (only === undefined || listed.length > 1 || isWhole) {
    return listed.map((item) => readIndex(cursor, item));
  }
  const digits = splitDigits(cursor, only, wanted);
  return digits ?? splitOf(cursor, only, wanted).map((item) => readIndex(cursor, item));
}

/** Two letters below a name are two indices, never their product. */
function isLettersOnly(cursor: Cursor, [from, to]: Item): boolean {
  for (let place = from; place < to; place += 1) {
    if (cursor.at(place).kind !== 'letter') return false;
  }
  return true;
}

/** `c_{2k}` of a matrix has two indices, `x_{2k}` of a vector one. */
function splitOf(cursor: Cursor, item: Item, wanted: number | undefined): Item[] {
  const apart = sideBySide(cursor, item, true);
  if (wanted === undefined || apart.length === wanted) return apart;
  const joined = sideBySide(cursor, item, false);
  return joined.length === wanted ? joined : apart;
}

function readIndex(cursor: Cursor, [from, to]: Item): Expression {
  if (from >= to) {
    throw cursor.complaint('unreadable', cursor.at(to), 'Expected an index here.');
  }
  if (cursor.at(from).text === ':') {
    const message =
      'A whole row or column cannot be written with “:” here: write the sum with its index.';
    throw cursor.complaint('unreadable', cursor.at(from), message);
  }
  return cursor.deeper(() =>
    cursor.within(from, to, () => cursor.asIndices(true, () => cursor.grammar.sum(cursor))),
  );
}

/** Cut where `separates` says, outside of inner brackets. */
export function itemsOf(
  cursor: Cursor,
  from: number,
  to: number,
  separates: (place: number) => boolean,
): Item[] {
  const items: Item[] = [];
  let start = from;
  for (let place = from; place < to; place += 1) {
    if (separates(place)) {
      items.push([start, place]);
      start = place + 1;
    }
    const partner = cursor.partner(place);
    if (partner > place && partner < to) place = partner;
  }
  return [...items, [start, to]];
}

/** `c_{12}` of a matrix is its component 1, 2. */
function splitDigits(
  cursor: Cursor,
  [from, to]: Item,
  wanted: number | undefined,
): Expression[] | undefined {
  const { kind, text, start } = cursor.at(from);
  if (to !== from + 1 || kind !== 'number' || wanted === undefined || text.length !== wanted) {
    return undefined;
  }
  return Array.from(text, (digits, at) => ({
    kind: 'number',
    digits,
    span: { start: start + at, end: start + at + 1 },
  }));
}

/** `ij+1` is i and j+1: a new index starts where nothing joins it to what is before. */
function sideBySide(cursor: Cursor, [from, to]: Item, apart: boolean): Item[] {
  const items: Item[] = [];
  let start = from;
  for (let place = from + 1; place < to; place += 1) {
    if (startsIndex(cursor, place, apart)) {
      items.push([start, place]);
      start = place;
    }
    const partner = cursor.partner(place);
    if (partner > place && partner < to) place = partner;
  }
  return [...items, [start, to]];
}

/** `apart`: the digit of `1j` is an index of its own, else a factor. */
function startsIndex(cursor: Cursor, place: number, apart: boolean): boolean {
  const token = cursor.at(place);
  const before = cursor.at(place - 1);
  if (token.kind !== 'letter' && token.kind !== 'number') return false;
  if (before.kind === 'sign') return before.text === ')';
  if (apart || !touches(before, token)) return true;
  return before.kind === token.kind;
}
