/** Sums, products, maxima and minima over index letters: `\sum_{j=1}^h w_j`, `sum_j w_j`, `sum(j=1..h, w_j)`. */

import { type Condition, type Expression, type ExpressionOf, type Range } from '../expression.ts';
import { looseEnd } from '../looseEnd.ts';
import { shown } from './brackets.ts';
import { type Cursor } from './cursor.ts';
import { lettersOf } from './letters.ts';
import { startsOperand } from './operand.ts';
import { type Limits, NO_LIMITS, readLimits, readRangesIn } from './range.ts';

type Fold = ExpressionOf<'fold'>;
type Operation = Fold['operation'];

/** At the sign. */
export function readFolded(cursor: Cursor, operation: Operation): Expression {
  return cursor.deeper(() => {
    const { start, kind } = cursor.next();
    if (kind === 'word' && cursor.sees('(')) {
      const called = readCalled(cursor, operation, start);
      if (called !== undefined) return called;
    }
    const limits = readLimits(cursor);
    if (limits.letters.length === 0) return readUnlimited(cursor, operation, start);
    const opensFold = isFoldSign(cursor, operation);
    const from = cursor.position;
    const body = cursor.withBound(limits.letters, () => readBody(cursor));
    const read = folded(cursor, { operation, limits, body, start, opensFold });
    return ended(cursor, read, from);
  });
}

function isFoldSign(cursor: Cursor, operation: Operation): boolean {
  const text = SIGNS[operation];
  return text.includes(cursor.peek().text);
}

const SIGNS: Readonly<Record<Operation, readonly string[]>> = {
  sum: ['∑', 'sum'],
  product: ['∏', 'prod'],
  max: ['max'],
  min: ['min'],
};

const NAMES: Readonly<Record<Operation, string>> = {
  sum: 'the sum',
  product: 'the product',
  max: 'the maximum',
  min: 'the minimum',
};

interface Folded {
  readonly operation: Operation;
  readonly limits: Limits;
  readonly body: Expression;
  readonly start: number;
  /** does a sign of the same kind follow at once? */
  readonly opensFold: boolean;
}

/** `\sum_i\sum_j` is one sum over two letters. */
function folded(cursor: Cursor, { operation, limits, body, start, opensFold }: Folded): Fold {
  const { ranges, where } = limits;
  const joins =
    opensFold && body.kind === 'fold' && body.operation === operation && where === undefined;
  const all = joins ? [...ranges, ...body.ranges] : ranges;
  const condition = joins ? body.where : where;
  return fold(
    cursor,
    { operation, ranges: all, where: condition, body: joins ? body.body : body },
    start,
  );
}

interface FoldParts {
  readonly operation: Operation;
  readonly ranges: readonly Range[];
  readonly where: Condition | undefined;
  readonly body: Expression;
}

function fold(cursor: Cursor, { ranges, ...parts }: FoldParts, start: number): Fold {
  const [first, ...others] = ranges;
  if (first === undefined)
    throw cursor.complaint('unreadable', cursor.peek(), 'Expected an index letter.');
  return cursor.node({ kind: 'fold', ...parts, ranges: [first, ...others] } as const, start);
}

/** `\prod_k a_k b` is asked back, with brackets it is clear. `from` is where the body starts. */
function ended(cursor: Cursor, read: Fold, from: number): Fold {
  const span = isOneBracket(cursor, from) ? undefined : looseEnd(read)?.span;
  if (span === undefined) return read;
  const [end, name] = [cursor.source(span), NAMES[read.operation]];
  const message = `Does “${end}” belong to ${name}? Put brackets around all that does, or around ${name}.`;
  throw cursor.complaint('ambiguous', span, message);
}

/** Is all from there to here one pair of brackets? */
function isOneBracket(cursor: Cursor, from: number): boolean {
  const opens = ['(', '[', '{', '\\{'].includes(cursor.at(from).text);
  return opens && cursor.partner(from) === cursor.position - 1;
}

/** To the end of the term; a sign may stand before it. */
function readBody(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  const sign = cursor.sees('-', '+') ? cursor.next().text : undefined;
  if (sign === undefined) {
    if (startsOperand(cursor.peek())) return cursor.grammar.term(cursor);
    throw nothingFolded(cursor);
  }
  const of = cursor.deeper(() => readBody(cursor));
  return sign === '-' ? cursor.node({ kind: 'negate', of }, start) : of;
}

function nothingFolded(cursor: Cursor): Error {
  const message = `Expected the term that the sign is for, found ${shown(cursor.peek())}.`;
  return cursor.complaint('unreadable', cursor.peek(), message);
}

/** `sum(j=1..h, w_j)`, `sum(j, w_j)`, `sum(w_j, j=1..h)`; undefined when the bracket is just the body. */
function readCalled(cursor: Cursor, operation: Operation, start: number): Expression | undefined {
  const open = cursor.position;
  const close = cursor.partner(open);
  const found = readRangesIn(cursor, open + 1, close);
  if (found === undefined) return undefined;
  const { limits, bodyFrom } = found;
  const body = cursor.withBound(limits.letters, () =>
    bodyFrom === close
      ? undefined
      : cursor.within(bodyFrom, close, () => cursor.grammar.value(cursor)),
  );
  cursor.position = close + 1;
  const rest = body ?? cursor.withBound(limits.letters, () => readBody(cursor));
  return folded(cursor, { operation, limits, body: rest, start, opensFold: false });
}

/** Without any letter: the one that runs free in the body. */
function readUnlimited(cursor: Cursor, operation: Operation, start: number): Expression {
  const sign = cursor.previous() ?? cursor.peek();
  const from = cursor.position;
  const body = readBody(cursor);
  const letters = freeLetters(body, cursor);
  const [index] = letters;
  if (index === undefined || letters.length > 1) {
    const found = letters.length === 0 ? 'no index letter' : `the letters ${letters.join(' and ')}`;
    const message = `Which index runs here? The term has ${found}: write it below the sign, as in \\sum_j.`;
    throw cursor.complaint('ambiguous', sign, message);
  }
  const limits = { ...NO_LIMITS, ranges: [{ index }], letters: [index] };
  const read = folded(cursor, { operation, limits, body, start, opensFold: false });
  return ended(cursor, read, from);
}

/** Letters that may run; those that the question declares only when there is no other. */
function freeLetters(body: Expression, cursor: Cursor): string[] {
  const names = new Set(lettersOf(body).free.map(({ name }) => name));
  const free = [...names].filter((name) => !cursor.bound.includes(name));
  const undeclared = free.filter((name) => cursor.vocabulary.find(name)?.kind !== 'index');
  return undeclared.length > 0 ? undeclared : free;
}
