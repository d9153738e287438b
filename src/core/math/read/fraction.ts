/** Fractions, roots, and braces that only comment. */

import { type Expression } from '../expression.ts';
import { type Cursor } from './cursor.ts';
import { readDerivativeFraction, readDerivativeOf } from './derivative.ts';
import { quotientNode } from './differential.ts';
import { inside } from './group.ts';
import { itemsOf } from './indices.ts';
import { type Token } from './token.ts';

export function readFraction(cursor: Cursor): Expression {
  const derivative = readDerivativeFraction(cursor);
  if (derivative !== undefined) return derivative;
  const { start } = cursor.next();
  const arguments_ = new Arguments(cursor);
  const numerator = arguments_.next('the numerator');
  const denominator = arguments_.next('the denominator');
  arguments_.finish();
  return quotientNode(cursor, numerator, denominator, start);
}

/** Braces only group, unless they hold `a \over b`. */
export function readBraces(cursor: Cursor): Expression {
  const { start } = cursor.peek();
  const [from, to] = [cursor.position + 1, cursor.partner(cursor.position)];
  const [above, ...below] = itemsOf(cursor, from, to, (place) => cursor.at(place).text === 'over');
  const [lower] = below;
  if (above === undefined || lower === undefined)
    return inside(cursor, () => cursor.grammar.value(cursor));
  const derivative = readDerivativeOf(cursor, above, lower, to + 1);
  if (derivative !== undefined) return derivative;
  const [numerator, denominator] = inside(cursor, () => {
    const upper = cursor.grammar.sum(cursor);
    cursor.expect('over', 'between numerator and denominator');
    return [upper, cursor.grammar.sum(cursor)] as const;
  });
  return quotientNode(cursor, numerator, denominator, start);
}

/** The arguments of a command: groups, or single characters as in `\frac12`. */
class Arguments {
  readonly #cursor: Cursor;
  /** digits of a number of which the first ones are taken */
  #digits: Token | undefined;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  next(what: string): Expression {
    const cursor = this.#cursor;
    const token = this.#digits ?? cursor.peek();
    if (token.kind === 'number') return this.#digit(token);
    if (cursor.sees('{')) return inside(cursor, () => cursor.grammar.value(cursor));
    if (token.kind === 'letter' || token.kind === 'word' || token.text === '∂') {
      const place = cursor.position;
      const value = cursor.within(place, place + 1, () => cursor.grammar.factor(cursor));
      cursor.position = place + 1;
      return value;
    }
    if (token.kind === 'command') return cursor.grammar.factor(cursor);
    throw cursor.complaint('unreadable', token, `Expected ${what} in braces, as in \\frac{1}{2}.`);
  }

  /** `\\frac123` and `\\sqrt12`: nobody knows what the last digits belong to. */
  finish(): void {
    const token = this.#digits;
    if (token === undefined) return;
    const message = `Put braces around the numbers here: without them “${token.text}” stands outside.`;
    throw this.#cursor.complaint('ambiguous', token, message);
  }

  #digit(token: Token): Expression {
    const cursor = this.#cursor;
    const rest = token.text.slice(1);
    if (this.#digits === undefined) cursor.next();
    this.#digits = rest === '' ? undefined : { ...token, text: rest, start: token.start + 1 };
    return cursor.node({ kind: 'number', digits: token.text.charAt(0) }, token.start);
  }
}

function onlyArgument(cursor: Cursor, what: string): Expression {
  const arguments_ = new Arguments(cursor);
  const of = arguments_.next(what);
  arguments_.finish();
  return of;
}

/** `√x`, `\sqrt{x}`, `\sqrt[3]{x}` */
export function readRoot(cursor: Cursor): Expression {
  const root = cursor.next();
  const { start } = root;
  const order = root.text === 'sqrt' && cursor.sees('[') ? readOrder(cursor) : undefined;
  const of =
    root.text === 'sqrt'
      ? onlyArgument(cursor, 'what is below the root')
      : cursor.grammar.factor(cursor);
  const degree = root.text === '∛' ? cursor.node({ kind: 'number', digits: '3' }, start) : order;
  if (degree === undefined) {
    return cursor.node({ kind: 'call', name: 'sqrt', primes: 0, arguments: [of] }, start);
  }
  const one = cursor.node({ kind: 'number', digits: '1' }, start);
  const exponent = cursor.node({ kind: 'quotient', numerator: one, denominator: degree }, start);
  return cursor.node({ kind: 'power', base: of, exponent }, start);
}

function readOrder(cursor: Cursor): Expression {
  return inside(cursor, () => cursor.grammar.sum(cursor));
}

/** `\underbrace{…}_{comment}` */
export function readUnderbrace(cursor: Cursor): Expression {
  cursor.next();
  const of = onlyArgument(cursor, 'what the brace is for');
  if (cursor.sees('_', '^')) {
    cursor.next();
    cursor.position = cursor.sees('{') ? cursor.partner(cursor.position) + 1 : cursor.position + 1;
  }
  return of;
}
