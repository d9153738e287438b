/** What may stand between the name of a function and its argument: primes, a power, something below. */

import { type Expression } from '../expression.ts';
import { type Cursor } from './cursor.ts';
import { inside } from './group.ts';
import { type Token, touches } from './token.ts';

const MOST_PRIMES = 9;

/** What may stand between a function's name and its argument. */
export interface Marks {
  readonly primes: number;
  readonly exponent: Expression | undefined;
  /** places of what is below */
  readonly below: readonly [from: number, to: number] | undefined;
}

export function readMarks(cursor: Cursor, name: Token): Marks {
  let primes = 0;
  let exponent: Expression | undefined;
  let below = touchingBase(cursor, name);
  for (;;) {
    if (cursor.take("'")) primes += 1;
    else if (below === undefined && cursor.sees('_')) below = readBelow(cursor);
    else if (exponent === undefined && cursor.sees('^')) {
      const raised = primesAbove(cursor);
      if (raised === 0) exponent = readExponent(cursor, name);
      primes += raised;
    } else break;
  }
  if (primes <= MOST_PRIMES) return { primes, exponent, below };
  const message = `A function may have up to ${MOST_PRIMES} primes, found ${primes}.`;
  throw cursor.complaint('limit', { start: name.start, end: cursor.peek().start }, message);
}

/** `log2(x)` and `log10(x)` */
function touchingBase(cursor: Cursor, name: Token): readonly [number, number] | undefined {
  const base = cursor.peek();
  const isBase = name.text === 'log' && (base.text === '2' || base.text === '10');
  if (!isBase || !touches(name, base) || !cursor.at(cursor.position + 1).text.startsWith('('))
    return undefined;
  cursor.next();
  return [cursor.position - 1, cursor.position];
}

function readBelow(cursor: Cursor): readonly [number, number] {
  cursor.next();
  const from = cursor.position;
  if (cursor.sees('{')) {
    cursor.position = cursor.partner(from) + 1;
    return [from + 1, cursor.position - 1];
  }
  cursor.next();
  return [from, from + 1];
}

/** `\tanh^{\prime}` */
function primesAbove(cursor: Cursor): number {
  const isGroup = cursor.peek(1).text === '{';
  const from = cursor.position + (isGroup ? 2 : 1);
  const to = isGroup ? cursor.partner(cursor.position + 1) : from + 1;
  for (let place = from; place < to; place += 1) if (cursor.at(place).text !== "'") return 0;
  cursor.position = isGroup ? to + 1 : to;
  return to - from;
}

function readExponent(cursor: Cursor, name: Token): Expression {
  const from = cursor.position + 1;
  const isGroup = cursor.at(from).text === '{' || cursor.at(from).text === '(';
  cursor.next();
  const first = isGroup ? from + 1 : from;
  if (cursor.at(first).text === '-' && cursor.at(first + 1).text === '1') {
    const written = cursor.source(name);
    const message = `“${written}^{-1}” could be the inverse function or 1/${written.replace(/^\\/, '')}: write ${INVERSES.get(name.text) ?? 'the inverse by its name'} or 1/${written}(…).`;
    throw cursor.complaint(
      'ambiguous',
      { start: name.start, end: cursor.at(first + 1).end },
      message,
    );
  }
  if (isGroup) return inside(cursor, () => cursor.grammar.sum(cursor));
  const value = cursor.within(from, from + 1, () => cursor.grammar.sum(cursor));
  cursor.position = from + 1;
  return value;
}

const INVERSES: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    sin: 'arcsin',
    cos: 'arccos',
    tan: 'arctan',
    tanh: 'artanh',
    exp: 'log',
    log: 'exp',
    ln: 'exp',
  }),
);
