/** What stands below and above a sum: `j=1`, `i, j`, `1 \le j \le h`, `k \in \{1, …, h\}`, `j \neq i`. */

import { type Condition, type Expression, type Range } from '../expression.ts';
import { isComparator, readCondition } from './condition.ts';
import { type Cursor } from './cursor.ts';
import { itemsOf } from './indices.ts';
import { plainName } from './names.ts';
import { type Token, spelled, touches } from './token.ts';

export interface Limits {
  readonly letters: readonly string[];
  readonly ranges: readonly Range[];
  readonly where: Condition | undefined;
}

export const NO_LIMITS: Limits = { letters: [], ranges: [], where: undefined };

type Item = readonly [from: number, to: number];

/** After the sign: what is below it and above it, in any order. */
export function readLimits(cursor: Cursor): Limits {
  let lower: Lower | undefined;
  let upper: Item | undefined;
  for (;;) {
    if (lower === undefined && cursor.sees('_')) lower = takeLower(cursor);
    else if (upper === undefined && cursor.sees('^')) upper = takeUpper(cursor);
    else break;
  }
  const [, above] = upper ?? [];
  if (lower === undefined) {
    if (above === undefined) return NO_LIMITS;
    throw cursor.complaint(
      'unreadable',
      cursor.at(above - 1),
      'Expected the index below the sign too, as in \\sum_{j=1}^h.',
    );
  }
  const after = cursor.position;
  const limits = limitsOf(cursor, lower.items, upper);
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

function separated(cursor: Cursor, from: number, to: number): Item[] {
  const items = itemsOf(cursor, from, to, (place) => SEPARATORS.has(cursor.at(place).text));
  return items.filter(([start, end]) => end > start);
}

const SEPARATORS: ReadonlySet<string> = new Set([',', ';', ':', '\\\\', '∧', '|']);

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

/** How one item below a sign introduces a letter. */
interface Introduction {
  readonly letter: string;
  readonly from: Item | undefined;
  readonly to: Item | undefined;
  /** added to the limits, for `<` */
  readonly shifts: readonly [from: number, to: number];
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
    const introduced = introductionOf(cursor, item);
    const known = introductions.map(({ letter }) => letter);
    if (introduced !== undefined) introductions.push(introduced);
    else {
      conditions.push(item);
      introductions.push(...lettersIn(cursor, item, known).map(unlimited));
    }
  }
  return { introductions, conditions };
}

function isDots(cursor: Cursor, [from, to]: Item): boolean {
  return to === from + 1 && cursor.at(from).text === '…';
}

const unlimited = (letter: string): Introduction => ({
  letter,
  from: undefined,
  to: undefined,
  shifts: [0, 0],
});

/** `j`, `j = a`, `j = a..b`, `a <= j <= b`, `j ∈ …`; undefined for a condition. */
function introductionOf(cursor: Cursor, [from, to]: Item): Introduction | undefined {
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
function memberOf(cursor: Cursor, letter: string, [from, to]: Item): Introduction {
  const isSet = /^(?:\\\{|\[|\{|\()$/.test(cursor.at(from).text) && cursor.partner(from) === to - 1;
  const dots = placeOf(cursor, from, to, ({ text }) => text === '…');
  const range = (start: Item | undefined, end: Item): Introduction => ({
    letter,
    from: start,
    to: end,
    shifts: [0, 0],
  });
  if (!isSet && dots !== undefined) return range([from, dots], [dots + 1, to]);
  if (isSet) {
    const parts = separated(cursor, from + 1, to - 1);
    const [first] = parts;
    const last = parts.at(-1);
    const inner = placeOf(cursor, from + 1, to - 1, ({ text }) => text === '…');
    if (inner !== undefined && parts.length === 1)
      return range([from + 1, inner], [inner + 1, to - 1]);
    const isList = cursor.at(from).text === '\\{' && inner === undefined;
    if (first !== undefined && last !== undefined && !isList) {
      return parts.length === 1 ? range(undefined, last) : range(first, last);
    }
  }
  const message = `Expected a range for ${letter}, as in ${letter} \\in \\{1, …, h\\} or ${letter}=1..h.`;
  throw cursor.complaint(
    'unreadable',
    { start: cursor.at(from).start, end: cursor.at(to - 1).end },
    message,
  );
}

function letterAt(cursor: Cursor, place: number): string | undefined {
  const token = cursor.at(place);
  return token.kind === 'letter' ? plainName(spelled(token)) : undefined;
}

function placeOf(
  cursor: Cursor,
  from: number,
  to: number,
  is: (token: Token) => boolean,
): number | undefined {
  for (let place = from; place < to; place += 1) if (is(cursor.at(place))) return place;
  return undefined;
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
  const fresh = found.filter((letter) => !introduced.includes(letter));
  return introduced.some((letter) => found.includes(letter)) &&
    fresh.length > 0 &&
    found.length > fresh.length
    ? []
    : fresh;
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
    from: from && shifted(cursor, limitOf(cursor, from), shifts[0]),
    to: end && shifted(cursor, limitOf(cursor, end), to === undefined ? 0 : shifts[1]),
  };
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
