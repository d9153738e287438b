/** What may hold or not: comparisons, chains of them, joined by “and” and “or”. */

import { type Comparator, type Condition, type Expression } from '../expression.ts';
import { shown } from './brackets.ts';
import { type Cursor } from './cursor.ts';
import { inside } from './group.ts';
import { type Token } from './token.ts';
import { KEYWORDS, type Keyword } from './words.ts';

const COMPARATORS: Readonly<Partial<Record<string, Comparator>>> = {
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

export function isComparator({ kind, text }: Token): boolean {
  return kind === 'sign' && (COMPARATORS[text] !== undefined || text === '∈' || text === '∉');
}

/** Does a comparison stand between these places, outside of inner brackets? */
export function hasComparator(cursor: Cursor, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (isComparator(cursor.at(at))) return true;
    const partner = cursor.partner(at);
    if (partner > at && partner < to) at = partner;
  }
  return false;
}

export function seesKeyword(cursor: Cursor, keyword: Keyword, ahead = 0): boolean {
  const { kind, text } = cursor.peek(ahead);
  return kind === 'word' && KEYWORDS.get(text.toLowerCase()) === keyword;
}

export function takeKeyword(cursor: Cursor, keyword: Keyword): boolean {
  const found = seesKeyword(cursor, keyword);
  if (found) cursor.next();
  return found;
}

export function readCondition(cursor: Cursor): Condition {
  return readJoined(cursor, 'any', readAll, () => takeKeyword(cursor, 'or') || cursor.take('∨'));
}

function readAll(cursor: Cursor): Condition {
  return readJoined(cursor, 'all', readOne, () => takeKeyword(cursor, 'and') || cursor.take('∧'));
}

function readJoined(
  cursor: Cursor,
  kind: 'all' | 'any',
  read: (cursor: Cursor) => Condition,
  goesOn: () => boolean,
): Condition {
  const { start } = cursor.peek();
  const first = read(cursor);
  const of = [first];
  while (goesOn()) of.push(read(cursor));
  return of.length === 1 ? first : { kind, of, span: spanFrom(cursor, start) };
}

function readOne(cursor: Cursor): Condition {
  const { start } = cursor.peek();
  if (isBracketed(cursor)) return cursor.deeper(() => inside(cursor, () => readCondition(cursor)));
  const left = cursor.grammar.sum(cursor);
  if (!isComparator(cursor.peek())) {
    const message = `Expected a comparison such as “x > 0”, found ${shown(cursor.peek())} after “${cursor.source({ start, end: cursor.previous()?.end ?? start })}”.`;
    throw cursor.complaint('unreadable', cursor.peek(), message);
  }
  return readComparisons(cursor, left, start);
}

/** `(x>0) and …`: the bracket is around a condition, not around a value that is compared. */
function isBracketed(cursor: Cursor): boolean {
  if (!cursor.sees('(', '{', '[')) return false;
  const close = cursor.partner(cursor.position);
  const after = cursor.at(close + 1);
  const ends =
    after.kind === 'end' || after.kind === 'word' || /^[∧∨,;?:&]$|^\\\\$/.test(after.text);
  return ends && hasComparator(cursor, cursor.position + 1, close);
}

/** The rest of a chain whose first value has been read. */
export function readComparisons(cursor: Cursor, first: Expression, start: number): Condition {
  const chain: Condition[] = [];
  let left = first;
  while (isComparator(cursor.peek())) {
    const sign = cursor.next().text;
    const comparator = COMPARATORS[sign];
    if (comparator === undefined) {
      chain.push(readMembership(cursor, left, sign === '∈'));
    } else {
      const right = cursor.grammar.sum(cursor);
      chain.push({ kind: 'compare', left, comparator, right, span: spanFrom(cursor, start) });
      left = right;
    }
  }
  const [only] = chain;
  if (only !== undefined && chain.length === 1) return only;
  return { kind: 'all', of: chain, span: spanFrom(cursor, start) };
}

/** `x ∈ {0, 1}` */
function readMembership(cursor: Cursor, left: Expression, belongs: boolean): Condition {
  const { start } = cursor.peek();
  if (!cursor.sees('\\{', '{')) {
    const message =
      'Expected a set such as {0, 1} here: other sets cannot be read, write comparisons such as 0 < x.';
    throw cursor.complaint('unreadable', cursor.peek(), message);
  }
  const members = inside(cursor, () =>
    cursor.asList(true, () => {
      const values = [cursor.grammar.sum(cursor)];
      while (cursor.take(',') || cursor.take(';')) values.push(cursor.grammar.sum(cursor));
      return values;
    }),
  );
  const comparator = belongs ? '=' : '!=';
  const of = members.map((right): Condition => ({ kind: 'compare', left, comparator, right }));
  return { kind: belongs ? 'any' : 'all', of, span: spanFrom(cursor, start) };
}

function spanFrom(cursor: Cursor, start: number): { start: number; end: number } {
  return { start, end: cursor.previous()?.end ?? start };
}
