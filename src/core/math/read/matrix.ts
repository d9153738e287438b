/** Environments: matrices by rows, and case distinctions. */

import { type Condition, type Expression } from '../expression.ts';
import { shownText } from './brackets.ts';
import { isComparator, seesKeyword, takeKeyword } from './condition.ts';
import { type Cursor } from './cursor.ts';
import { inside } from './group.ts';

const MATRICES: ReadonlySet<string> = new Set([
  'pmatrix',
  'bmatrix',
  'matrix',
  'smallmatrix',
  'array',
]);
const CASES: ReadonlySet<string> = new Set(['cases', 'dcases', 'rcases']);
const NORMS: Readonly<Record<string, 'det' | 'norm'>> = { vmatrix: 'det' };

export function readEnvironment(cursor: Cursor): Expression {
  const { text, start } = cursor.peek();
  const name = text.slice('begin:'.length);
  if (CASES.has(name))
    return inside(cursor, () => cursor.asList(true, () => readCases(cursor, start)));
  if (MATRICES.has(name)) return inside(cursor, () => readMatrix(cursor, start));
  if (NORMS[name] === 'det') {
    const of = inside(cursor, () => readMatrix(cursor, start));
    return cursor.node({ kind: 'call', name: 'det', primes: 0, arguments: [of] }, start);
  }
  const message = `${shownText(text)} cannot be read here: write one formula.`;
  throw cursor.complaint('unreadable', cursor.peek(), message);
}

function readMatrix(cursor: Cursor, start: number): Expression {
  const rows = rowsOf(cursor, () => {
    const row = [cursor.grammar.value(cursor)];
    while (cursor.take('&')) row.push(cursor.grammar.value(cursor));
    return row;
  });
  const width = rows[0]?.length;
  if (rows.some((row) => row.length !== width)) {
    const span = { start, end: cursor.at(cursor.limit).end };
    throw cursor.complaint('unreadable', span, 'The rows of this matrix have different lengths.');
  }
  return cursor.node({ kind: 'matrix', rows }, start);
}

function rowsOf<T>(cursor: Cursor, readRow: () => T): T[] {
  const rows = [readRow()];
  while (cursor.take('\\\\')) if (!cursor.atEnd()) rows.push(readRow());
  return rows;
}

interface Branch {
  readonly value: Expression;
  readonly when: Condition | undefined;
}

function readCases(cursor: Cursor, start: number): Expression {
  const rows = rowsOf(cursor, () => readBranch(cursor));
  const last = rows.at(-1);
  const early = rows.slice(0, -1).find(({ when }) => when === undefined);
  if (early !== undefined) {
    const message = 'Only the last case may hold otherwise: this one needs a condition.';
    throw cursor.complaint('unreadable', early.value.span ?? cursor.peek(), message);
  }
  const branches = rows.flatMap(({ value, when }) => (when === undefined ? [] : [{ value, when }]));
  const otherwise = last?.when === undefined ? last?.value : undefined;
  return cursor.node({ kind: 'cases', branches, otherwise }, start);
}

/** `value & condition`, with or without words between; “otherwise” has no condition. */
function readBranch(cursor: Cursor): Branch {
  const value = cursor.grammar.sum(cursor);
  while (cursor.take(',') || cursor.take('&') || cursor.take(';'));
  if (takeKeyword(cursor, 'if') && isEnd(cursor)) throw noCondition(cursor);
  if (takeKeyword(cursor, 'else')) return ended(cursor, { value, when: undefined });
  if (isEnd(cursor)) throw noCondition(cursor);
  return ended(cursor, { value, when: readWhen(cursor) });
}

function readWhen(cursor: Cursor): Condition {
  const first = cursor.grammar.condition(cursor);
  const of = [first];
  while (cursor.sees(',') && !endsAfterComma(cursor)) {
    cursor.next();
    of.push(cursor.grammar.condition(cursor));
  }
  return of.length === 1 ? first : { kind: 'all', of };
}

function endsAfterComma(cursor: Cursor): boolean {
  const next = cursor.peek(1);
  return next.kind === 'end' || next.text === '\\\\';
}

function ended(cursor: Cursor, branch: Branch): Branch {
  while (cursor.take(',') || cursor.take(';') || cursor.take('.'));
  return branch;
}

function isEnd(cursor: Cursor): boolean {
  return cursor.atEnd() || cursor.sees('\\\\');
}

function noCondition(cursor: Cursor): Error {
  const message = 'Expected the condition of this case, as in “x > 0”, or “otherwise”.';
  const misplaced = isComparator(cursor.peek()) || seesKeyword(cursor, 'if');
  const span = misplaced ? cursor.peek() : (cursor.previous() ?? cursor.peek());
  return cursor.complaint('unreadable', span, message);
}
