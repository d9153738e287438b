/** What stands below and above a sum: `j=1`, `i, j`, `1 \le j \le h`, `k \in \{1, …, h\}`, `j \neq i`. */

import { type Condition, type Expression, type Range } from '../expression.ts';
import { isComparator, readCondition } from './condition.ts';
import { type Cursor } from './cursor.ts';
import { itemsOf } from './indices.ts';
import {
  type Introduction,
  type Item,
  introductionOf,
  letterAt,
  placeOf,
  separated,
  unlimited,
} from './introduction.ts';
import { plainName } from './names.ts';
import { spelled, touches } from './token.ts';

export interface Limits {
  readonly letters: readonly string[];
  readonly ranges: readonly Range[];
  readonly where: Condition | undefined;
}

export const NO_LIMITS: Limits = { letters: [], ranges: [], where: undefined };

/** After the sign: what is below it and above it, in any order. */
export function readLimits(cursor: Cursor): Limits {
  let lower: Lower | undefined;
  let upper: Item | undefined;
  for (;;) {
    if (lower === undefined && cursor.sees('_')) lower = takeLower(cursor);
    else if (upper === undefined && cursor.sees('^')) upper = takeUpper(cursor);
    else break;
  }
  const above = upper !== undefined && upper[0] < upper[1] ? upper : undefined;
  if (lower === undefined || lower.items.length === 0) {
    if (above === undefined) return NO_LIMITS;
    const message = 'Expected the index below the sign too, as in \\sum_{j=1}^h.';
    throw cursor.complaint('unreadable', cursor.at(above[0]), message);
  }
  const after = cursor.position;
  const limits = limitsOf(cursor, lower.items, above);
  cursor.position = after;
  return limits;
}

interface Lower {
  readonly items: readonly Item[];
}

function takeLower(cursor: Cursor): Lower {
  cursor.next();
  const from = cursor.position;
  if (!cursor.sees('{', '(')) return { items: takePlainLower(cursor) };
  const close = cursor.partner(from);
  cursor.position = close + 1;
  const isStack = cursor.at(from + 1).text === 'substack';
  const [first, last] = isStack ? [from + 3, cursor.partner(from + 2)] : [from + 1, close];
  return { items: separated(cursor, first, last) };
}

/** `sum_j`, `sum_ij`, `sum_j=1`; letters that mean something else are factors. */
function takePlainLower(cursor: Cursor): Item[] {
  const items: Item[] = [];
  const first = cursor.position;
  do {
    items.push([cursor.position, cursor.position + 1]);
    cursor.next();
  } while (isFurtherLetter(cursor));
  if (!cursor.sees('=')) return items;
  cursor.next();
  cursor.next();
  if (cursor.sees('…')) {
    cursor.next();
    cursor.next();
  }
  return [[first, cursor.position]];
}

function isFurtherLetter(cursor: Cursor): boolean {
  const token = cursor.peek();
  const before = cursor.previous();
  if (before === undefined || token.kind !== 'letter' || !touches(before, token)) return false;
  if (before.kind !== 'letter' || token.end - token.start !== 1 || cursor.peek(1).text === '_')
    return false;
  const name = plainName(spelled(token));
  // \sum_je^{z_j}
  if (name === 'e') return false;
  return !cursor.vocabulary.startsName(name) || cursor.vocabulary.find(name)?.kind === 'index';
}

function takeUpper(cursor: Cursor): Item {
  cursor.next();
  const from = cursor.position;
  if (cursor.sees('{', '(')) {
    cursor.position = cursor.partner(from) + 1;
    return [from + 1, cursor.position - 1];
  }
  cursor.next();
  const sign = cursor.peek();
  const before = cursor.previous();
  if ((sign.text === '-' || sign.text === '+') && before !== undefined && touches(before, sign)) {
    const message = 'Where does the upper limit end? Put it in braces, as in ^{n-1}.';
    throw cursor.complaint('ambiguous', { start: before.start, end: sign.end }, message);
  }
  return [from, from + 1];
}

function limitsOf(cursor: Cursor, items: readonly Item[], upper: Item | undefined): Limits {
  const { introductions, conditions } = sortItems(cursor, items);
  const letters = introductions.map(({ letter }) => letter);
  const [repeated] = letters.filter((letter, at) => letters.indexOf(letter) !== at);
  if (repeated !== undefined) throw twice(cursor, items, repeated);
  return cursor.withBound(letters, () => ({
    letters,
    ranges: introductions.map((each) => rangeOf(cursor, each, upper)),
    where: whereOf(cursor, conditions),
  }));
}

function twice(cursor: Cursor, [first]: readonly Item[], letter: string): Error {
  const place = first?.[0] ?? cursor.position;
  return cursor.complaint('unreadable', cursor.at(place), `The letter ${letter} runs twice here.`);
}

interface Sorted {
  readonly introductions: readonly Introduction[];
  readonly conditions: readonly Item[];
}

function sortItems(cursor: Cursor, items: readonly Item[]): Sorted {
  const introductions: Introduction[] = [];
  const conditions: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] ?? [0, 0];
    const last = introductions.at(-1);
    const next = items[at + 1];
    if (isDots(cursor, item) && last !== undefined && next !== undefined) {
      introductions.splice(-1, 1, { ...last, to: next });
      at += 1;
      continue;
    }
    const introduced = introductionsOf(cursor, item);
    const known = introductions.map(({ letter }) => letter);
    if (introduced.length > 0) introductions.push(...introduced);
    else {
      conditions.push(item);
      introductions.push(...lettersIn(cursor, item, known).map(unlimited));
    }
  }
  return { introductions, conditions };
}

/** `ij` below a sign introduces both; a condition nothing. */
function introductionsOf(cursor: Cursor, [from, to]: Item): Introduction[] {
  const letters = Array.from({ length: to - from }, (_, at) => letterAt(cursor, from + at));
  const known = letters.filter((letter) => letter !== undefined);
  if (known.length === letters.length) return known.map(unlimited);
  const one = introductionOf(cursor, [from, to]);
  return one === undefined ? [] : [one];
}

function isDots(cursor: Cursor, [from, to]: Item): boolean {
  return to === from + 1 && cursor.at(from).text === '…';
}

/** `j ≠ i` runs over j, and over i too when nobody knows i; a condition on known letters introduces none. */
function lettersIn(cursor: Cursor, [from, to]: Item, introduced: readonly string[]): string[] {
  const found: string[] = [];
  for (let place = from; place < to; place += 1) {
    const letter = letterAt(cursor, place);
    if (letter !== undefined && isNew(cursor, letter) && !found.includes(letter))
      found.push(letter);
  }
  if (placeOf(cursor, from, to, isComparator) === undefined) throw noLetter(cursor, [from, to]);
  const first = letterAt(cursor, from);
  const isFixed =
    first !== undefined && !cursor.bound.includes(first) && !introduced.includes(first);
  if (isFixed && cursor.vocabulary.find(first)?.kind === 'index' && found.length > 0) {
    throw fixedLetter(cursor, [from, to], { first, other: found[0] ?? '' });
  }
  const fresh = found.filter((letter) => !introduced.includes(letter));
  return introduced.some((letter) => found.includes(letter)) &&
    fresh.length > 0 &&
    found.length > fresh.length
    ? []
    : fresh;
}

function fixedLetter(
  cursor: Cursor,
  [from, to]: Item,
  { first, other }: { first: string; other: string },
): Error {
  const span = { start: cursor.at(from).start, end: cursor.at(to - 1).end };
  const condition = cursor.source(span);
  const message =
    `Does ${first} run here, too? Write \\sum_{${other}: ${condition}} if only ${other} runs, ` +
    `\\sum_{${first},${other}: ${condition}} if both do.`;
  return cursor.complaint('ambiguous', span, message);
}

function isNew(cursor: Cursor, letter: string): boolean {
  const { vocabulary } = cursor;
  return (
    !cursor.bound.includes(letter) &&
    vocabulary.find(letter) === undefined &&
    vocabulary.size(letter) === undefined
  );
}

function noLetter(cursor: Cursor, [from, to]: Item): Error {
  const span = { start: cursor.at(from).start, end: cursor.at(Math.max(from, to - 1)).end };
  const message = `Expected an index letter below the sign, as in \\sum_{j=1}^h, found “${cursor.source(span)}”.`;
  return cursor.complaint('unreadable', span, message);
}

function rangeOf(cursor: Cursor, introduction: Introduction, upper: Item | undefined): Range {
  const { letter, from, to, shifts } = introduction;
  const end = to ?? upper;
  return {
    index: letter,
    from:
      from === undefined
        ? end && oneAt(cursor, end)
        : shifted(cursor, limitOf(cursor, from), shifts[0]),
    to: end && shifted(cursor, limitOf(cursor, end), to === undefined ? 0 : shifts[1]),
  };
}

/** Where only the end is written, the range starts at 1. */
function oneAt(cursor: Cursor, [place]: Item): Expression {
  return cursor.node({ kind: 'number', digits: '1' }, cursor.at(place).start);
}

function limitOf(cursor: Cursor, [from, to]: Item): Expression {
  if (from >= to) throw cursor.complaint('unreadable', cursor.at(to), 'Expected a limit here.');
  return cursor.within(from, to, () => cursor.asIndices(true, () => cursor.grammar.sum(cursor)));
}

function shifted(cursor: Cursor, limit: Expression, by: number): Expression {
  if (by === 0) return limit;
  const start = limit.span?.start ?? 0;
  const one = cursor.node({ kind: 'number', digits: '1' } as const, start);
  const term = by < 0 ? cursor.node({ kind: 'negate', of: one } as const, start) : one;
  return cursor.node({ kind: 'sum', terms: [limit, term] }, start);
}

function whereOf(cursor: Cursor, items: readonly Item[]): Condition | undefined {
  const conditions = items.map(([from, to]) =>
    cursor.within(from, to, () => cursor.asIndices(true, () => readCondition(cursor))),
  );
  const [first] = conditions;
  return conditions.length > 1 ? { kind: 'all', of: conditions } : first;
}

/** Inside the brackets of `sum(j=1..h, …)`: the ranges before the body, or after it. */
export function readRangesIn(
  cursor: Cursor,
  from: number,
  to: number,
): { readonly limits: Limits; readonly bodyFrom: number } | undefined {
  const [first] = itemsOf(cursor, from, to, (place) => /^[,;]$/.test(cursor.at(place).text));
  if (first === undefined) return undefined;
  const letter = letterAt(cursor, from);
  const single = letter !== undefined && first[1] === from + 1 && first[1] < to;
  const equation = letter !== undefined && /^(?:=|∈|in)$/.test(cursor.at(from + 1).text);
  if (!single && !equation) return undefined;
  const limits = limitsOf(cursor, [first], undefined);
  return { limits, bodyFrom: first[1] < to ? first[1] + 1 : to };
}
