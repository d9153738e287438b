/** A value that may depend on conditions: `x>0 ? 1 : 0`, `1 if x>0 else 0`; a condition alone is 1 where it holds. */

import { type Condition, type Expression } from '../expression.ts';
import { isComparator, readComparisons, seesKeyword, takeKeyword } from './condition.ts';
import { type Cursor } from './cursor.ts';

export function readValue(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  const first = readBranches(cursor);
  if (!isComparator(cursor.peek())) return readSetChoice(cursor, first, start);
  const condition = readComparisons(cursor, first, start);
  if (cursor.sees('?')) return readChoice(cursor, condition, start);
  return cursor.node({ kind: 'indicator', condition }, start);
}

function readSetChoice(cursor: Cursor, first: Expression, start: number): Expression {
  if (!cursor.sees('?')) return first;
  const message = 'A condition must stand before “?”, as in x>0 ? 1 : 0.';
  throw cursor.complaint('unreadable', { start, end: cursor.peek().end }, message);
}

/** After the condition, at “?”. */
export function readChoice(cursor: Cursor, when: Condition, start: number): Expression {
  cursor.next();
  return cursor.deeper(() => {
    const value = readValue(cursor);
    cursor.expect(':', 'and the other value after “?”');
    const otherwise = readValue(cursor);
    return cursor.node({ kind: 'cases', branches: [{ value, when }], otherwise }, start);
  });
}

/** A sum, perhaps with “if” before or after it. */
export function readBranches(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  if (takeKeyword(cursor, 'if')) {
    return cursor.deeper(() => cursor.asList(true, () => readIfThen(cursor, start)));
  }
  const value = cursor.grammar.sum(cursor);
  if (!takeKeyword(cursor, 'if')) return value;
  const when = cursor.grammar.condition(cursor);
  const otherwise = cursor.deeper(() => readElse(cursor));
  return cursor.node({ kind: 'cases', branches: [{ value, when }], otherwise }, start);
}

/** `if x>0 then 1 else 0`, and `if(x>0, 1, 0)`. */
function readIfThen(cursor: Cursor, start: number): Expression {
  const close = cursor.sees('(') ? cursor.partner(cursor.position) : -1;
  const isCall = close >= 0 && hasComma(cursor, close);
  if (isCall) cursor.next();
  const when = cursor.grammar.condition(cursor);
  if (!takeKeyword(cursor, 'then') && !cursor.take(':')) {
    cursor.expect(',', 'or “then” after the condition');
  }
  const value = readValue(cursor);
  const otherwise = isCall && cursor.take(',') ? readValue(cursor) : readElse(cursor);
  if (isCall) cursor.expect(')', 'after the values of “if”');
  return cursor.node({ kind: 'cases', branches: [{ value, when }], otherwise }, start);
}

function hasComma(cursor: Cursor, close: number): boolean {
  for (let at = cursor.position + 1; at < close; at += 1) {
    if (cursor.at(at).text === ',') return true;
    if (cursor.partner(at) > at && cursor.partner(at) < close) at = cursor.partner(at);
  }
  return false;
}

function readElse(cursor: Cursor): Expression | undefined {
  const ahead = cursor.sees(',', ';') ? 1 : 0;
  if (!seesKeyword(cursor, 'else', ahead)) return undefined;
  cursor.position += ahead + 1;
  return readValue(cursor);
}
