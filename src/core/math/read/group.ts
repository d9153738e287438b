/** Everything between brackets: groups, absolute values, norms, inner products, rounding. */

import { type Expression, type UnaryFunction } from '../expression.ts';
import { type Cursor } from './cursor.ts';

/** Reads what stands between the bracket here and its partner, and goes on after it. */
export function inside<T>(cursor: Cursor, read: () => T): T {
  const opener = cursor.peek();
  const from = cursor.position;
  const to = cursor.partner(from);
  if (to === from + 1) {
    const span = { start: opener.start, end: cursor.at(to).end };
    throw cursor.complaint('unreadable', span, 'Nothing stands between these brackets.');
  }
  const result = cursor.within(from + 1, to, read);
  cursor.position = to + 1;
  return result;
}

function readGroup(cursor: Cursor): Expression {
  return inside(cursor, () => cursor.asList(false, () => cursor.grammar.value(cursor)));
}

/** `|v|_1` is a norm, `|x|` the absolute value. */
function readBars(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  const of = readGroup(cursor);
  if (cursor.sees('_')) return readNorm(cursor, of, start);
  return cursor.node({ kind: 'call', name: 'abs', primes: 0, arguments: [of] }, start);
}

function readDoubleBars(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  return readNorm(cursor, readGroup(cursor), start);
}

/** With the order below the closing bar, if there is one. */
export function readNorm(cursor: Cursor, of: Expression, start: number): Expression {
  if (!cursor.take('_')) return cursor.node({ kind: 'norm', of }, start);
  const order = readOrder(cursor);
  return cursor.node({ kind: 'norm', of, order }, start);
}

function readOrder(cursor: Cursor): Expression | 'frobenius' {
  const isGroup = cursor.sees('{', '(');
  const from = isGroup ? cursor.position + 1 : cursor.position;
  const to = isGroup ? cursor.partner(cursor.position) : from + 1;
  const token = cursor.at(from);
  const frobenius = to === from + 1 && /^(?:F|fro|Fro)$/.test(token.text);
  const order = frobenius
    ? 'frobenius'
    : cursor.within(from, to, () => cursor.asIndices(true, () => cursor.grammar.sum(cursor)));
  cursor.position = isGroup ? to + 1 : to;
  return order;
}

/** `⟨u, v⟩` */
function readInner(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  const [left, right] = inside(cursor, () => {
    const first = cursor.asList(true, () => cursor.grammar.sum(cursor));
    if (!cursor.take(';') && !cursor.take('|<')) cursor.expect(',', 'between the two vectors');
    return [first, cursor.grammar.sum(cursor)] as const;
  });
  return cursor.node({ kind: 'inner', left, right }, start);
}

const rounding =
  (name: UnaryFunction) =>
  (cursor: Cursor): Expression => {
    const { start } = cursor.peek();
    const of = readGroup(cursor);
    return cursor.node({ kind: 'call', name, primes: 0, arguments: [of] }, start);
  };

export const GROUPS: Readonly<Partial<Record<string, (cursor: Cursor) => Expression>>> = {
  '(': readGroup,
  '[': readGroup,
  '\\{': readGroup,
  '|<': readBars,
  '‖<': readDoubleBars,
  '⟨': readInner,
  '⌊': rounding('floor'),
  '⌈': rounding('ceil'),
};
