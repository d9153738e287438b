/** Terms with plus and minus between, factors side by side or with a sign between. */

import { type Expression, type Joint } from '../expression.ts';
import { type Cursor } from './cursor.ts';
import { quotientNode, refuseSplitDifferential } from './differential.ts';
import { startsOperand } from './operand.ts';
import { type Token } from './token.ts';
import { type Unreadable } from './unreadable.ts';

export function readSum(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  const terms = [readSignedTerm(cursor)];
  while (cursor.sees('+', '-')) terms.push(readSignedTerm(cursor));
  const [only] = terms;
  return only !== undefined && terms.length === 1
    ? only
    : cursor.node({ kind: 'sum', terms }, start);
}

function readSignedTerm(cursor: Cursor): Expression {
  cursor.take('+');
  return readNegated(cursor, readTerm);
}

/** Any number of minus signs, then what they stand before. */
function readNegated(cursor: Cursor, read: (cursor: Cursor) => Expression): Expression {
  const { start } = cursor.peek();
  if (!cursor.take('-')) return read(cursor);
  const of = cursor.deeper(() => readNegated(cursor, read));
  return cursor.node({ kind: 'negate', of }, start);
}

export function readSignedFactor(cursor: Cursor): Expression {
  return readNegated(cursor, cursor.grammar.factor);
}

const JOINTS: Readonly<Partial<Record<string, Joint>>> = {
  '·': 'dot',
  '*': 'star',
  '×': 'cross',
  '⊙': 'componentwise',
  '∘': 'componentwise',
};

export function readTerm(cursor: Cursor): Expression {
  const chain = new Chain(cursor);
  while (chain.goOn());
  return chain.product();
}

/** A term as far as it is read: factors and what joins them. */
class Chain {
  readonly #cursor: Cursor;
  readonly #start: number;
  #factors: Expression[];
  #joints: Joint[] = [];

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.#start = cursor.peek().start;
    this.#factors = [cursor.grammar.factor(cursor)];
  }

  /** Reads one factor more; false at the end of the term. */
  goOn(): boolean {
    const cursor = this.#cursor;
    const token = cursor.peek();
    const joint = token.kind === 'sign' ? JOINTS[token.text] : undefined;
    if (joint !== undefined) {
      cursor.next();
      this.#join(joint, readSignedFactor(cursor));
    } else if (cursor.sees('/')) this.#divide();
    else if (startsOperand(token)) this.#beside(token);
    else return false;
    return true;
  }

  product(): Expression {
    const [only, ...more] = this.#factors;
    if (only !== undefined && more.length === 0) return only;
    const product = { kind: 'product', factors: this.#factors, joints: this.#joints } as const;
    return this.#cursor.node(product, this.#start);
  }

  #join(joint: Joint, factor: Expression): void {
    this.#joints.push(joint);
    this.#factors.push(factor);
  }

  #beside(token: Token): void {
    const cursor = this.#cursor;
    if (token.kind === 'number' && cursor.previous()?.kind === 'number') throw twoNumbers(cursor);
    this.#join('beside', cursor.grammar.factor(cursor));
  }

  #divide(): void {
    const cursor = this.#cursor;
    const numerator = this.product();
    const above = cursor.source({ start: this.#start, end: cursor.next().start });
    const first = cursor.peek();
    const denominator = readSignedFactor(cursor);
    refuseSplitDifferential(cursor, numerator, denominator, this.#start);
    const next = cursor.peek();
    if (startsOperand(next) && !endsClearly(first, cursor)) {
      throw doubtfulQuotient(cursor, above, first);
    }
    this.#factors = [quotientNode(cursor, numerator, denominator, this.#start)];
    this.#joints = [];
  }
}

/** After `1/(2n)`, and before a sum, nobody doubts where the denominator ends; nor after `1/2 ` with a gap. */
function endsClearly(first: Token, cursor: Cursor): boolean {
  const next = cursor.peek();
  if (next.text === '∑' || next.text === '∏' || next.text === 'sum' || next.text === 'prod') {
    return true;
  }
  const last = cursor.previous();
  if (first.kind === 'number') return last === first && next.spaced;
  return BRACKETS.has(first.text) && CLOSED.has(last?.text ?? '');
}

const BRACKETS: ReadonlySet<string> = new Set(['(', '[', '{', '\\{', '|<', '‖<']);
const CLOSED: ReadonlySet<string> = new Set([')', ']', '}', '\\}', '>|', '>‖']);

function doubtfulQuotient(cursor: Cursor, above: string, first: Token): Unreadable {
  const below = cursor.source({ start: first.start, end: cursor.previous()?.end ?? first.end });
  const next = cursor.peek();
  const closing = cursor.at(Math.max(cursor.partner(cursor.position), cursor.position));
  const isGroup = BRACKETS.has(next.text);
  const beside = isGroup
    ? cursor.source({ start: next.start, end: closing.end })
    : cursor.source(next);
  const more = isGroup ? '' : '…';
  const message =
    `Does “${beside}” belong to the denominator? Write ${above}/(${below} ${beside}${more}) if it does, ` +
    `(${above}/${below}) ${beside}${more} if it does not.`;
  return cursor.complaint('ambiguous', { start: first.start, end: next.end }, message);
}

function twoNumbers(cursor: Cursor): Unreadable {
  const span = { start: cursor.previous()?.start ?? 0, end: cursor.peek().end };
  const message = `Two numbers stand side by side, “${cursor.source(span)}”: write a “*” between them, or one number without a gap.`;
  return cursor.complaint('ambiguous', span, message);
}
