/**
 * Where d is a size or a number of the question, `d z` over `d x` may still be meant as a derivative. It looks the same
 * however it is taken, so nobody is given one of the readings without being asked.
 */

import { type Expression, type ExpressionOf } from '../expression.ts';
import { type Cursor } from './cursor.ts';

type Quotient = ExpressionOf<'quotient'>;

/** The quotient as a node, if it cannot be taken for a derivative. */
export function quotientNode(
  cursor: Cursor,
  numerator: Expression,
  denominator: Expression,
  start: number,
): Quotient {
  const node: Quotient = cursor.node({ kind: 'quotient', numerator, denominator }, start);
  if (isDifferential(denominator) && holdsDifferential(numerator)) {
    throw twoReadings(cursor, start, node.span?.end ?? start + 1);
  }
  return node;
}

/** Before `d(…)/dx` falls apart at the d below the line. */
export function refuseSplitDifferential(
  cursor: Cursor,
  numerator: Expression,
  denominator: Expression,
  start: number,
): void {
  const next = cursor.peek();
  const isName = next.kind === 'letter' || next.kind === 'word';
  if (isName && isPlainD(denominator) && holdsDifferential(numerator)) {
    throw twoReadings(cursor, start, next.end);
  }
}

function twoReadings(cursor: Cursor, start: number, end: number): Error {
  const message = String.raw`Is this a derivative? Write it with \partial, as in \frac{\partial y}{\partial x}, or write its result; if d is a factor, write d \cdot x with a sign.`;
  return cursor.complaint('ambiguous', { start, end }, message);
}

/** `d x_i`, and nothing else; nobody differentiates by a size. */
function isDifferential(expression: Expression): boolean {
  if (expression.kind !== 'product') return false;
  const [first, second, ...more] = expression.factors;
  if (first === undefined || second === undefined || more.length > 0) return false;
  return isPlainD(first) && expression.joints[0] === 'beside' && withoutPower(second) === 'symbol';
}

function withoutPower(expression: Expression): Expression['kind'] {
  return expression.kind === 'power' ? expression.base.kind : expression.kind;
}

/** Whether somewhere in it, outside of functions, d stands directly before something, or alone. */
function holdsDifferential(expression: Expression): boolean {
  const { kind } = expression;
  if (kind === 'negate') return holdsDifferential(expression.of);
  if (kind === 'fold') return holdsDifferential(expression.body);
  if (kind === 'sum') return expression.terms.some(holdsDifferential);
  if (kind !== 'product') return isPlainD(expression);
  return expression.factors.some((factor, place) =>
    isD(factor) ? expression.joints[place] === 'beside' : holdsDifferential(factor),
  );
}

function isD(expression: Expression): boolean {
  return isPlainD(expression.kind === 'power' ? expression.base : expression);
}

function isPlainD(expression: Expression): boolean {
  const { kind } = expression;
  if (kind === 'symbol') return expression.name === 'd' && expression.indices.length === 0;
  return (kind === 'size' || kind === 'index') && expression.name === 'd';
}

/** What stands before the mark of a derivative, with or without a sign between. */
export function factorsIn(cursor: Cursor, from: number, mark: number): Expression[] {
  const to = /^[·*×]$/.test(cursor.at(mark - 1).text) ? mark - 1 : mark;
  if (from >= to) return [];
  const before = cursor.within(from, to, () => cursor.grammar.term(cursor));
  const isPlain = before.kind === 'product' && before.joints.every((joint) => joint === 'beside');
  return isPlain ? [...before.factors] : [before];
}
