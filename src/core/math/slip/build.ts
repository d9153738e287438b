/** Makes trees that nobody wrote. */

import { type Expression, type Joint, type UnaryFunction } from '../expression.ts';
import { type Size } from '../size.ts';

export function numberOf(value: number): Expression {
  const digits = String(Math.abs(value));
  return value < 0
    ? { kind: 'negate', of: { kind: 'number', digits } }
    : { kind: 'number', digits };
}

/** Never two signs in a row. */
export function negated(expression: Expression): Expression {
  return expression.kind === 'negate' ? expression.of : { kind: 'negate', of: expression };
}

export function sumOf(terms: readonly Expression[]): Expression {
  const [only] = terms;
  return only !== undefined && terms.length === 1 ? only : { kind: 'sum', terms };
}

export function productOf(factors: readonly Expression[], joints: readonly Joint[]): Expression {
  const [only] = factors;
  return only !== undefined && factors.length === 1 ? only : { kind: 'product', factors, joints };
}

export function times(left: Expression, right: Expression): Expression {
  return { kind: 'product', factors: [left, right], joints: ['beside'] };
}

export function absolute(of: Expression): Expression {
  return applied('abs', of);
}

export function applied(name: UnaryFunction, of: Expression): Expression {
  return { kind: 'call', name, primes: 0, arguments: [of] };
}

export function quotientOf(numerator: Expression, denominator: Expression): Expression {
  return { kind: 'quotient', numerator, denominator };
}

export function sizeAsNumber({ names, plus }: Size): Expression {
  const terms = Object.entries(names).map(([name, often]): Expression => {
    const size: Expression = { kind: 'size', name };
    return often === 1 ? size : times(numberOf(often), size);
  });
  return sumOf(plus === 0 && terms.length > 0 ? terms : [...terms, numberOf(plus)]);
}

/** `list` with the element at `place` replaced by any number of others. */
export function replaced<T>(list: readonly T[], place: number, ...by: readonly T[]): T[] {
  return [...list.slice(0, place), ...by, ...list.slice(place + 1)];
}
