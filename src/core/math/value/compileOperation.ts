/** Arithmetic between numbers. */

import { shapeOf } from '../shape/shapeOf.ts';
import { isEuler } from '../shape/inferOperation.ts';
import { type NumberCode, type NumberRule } from './code.ts';
import { compileJoins } from './compileProduct.ts';
import { compileFunction } from './functionCode.ts';

export const negation: NumberRule<'negate'> = (node, { number, arithmetic }) => {
  const of = number(node.of);
  return (frame) => arithmetic.negate(of(frame));
};

export const sum: NumberRule<'sum'> = (node, compiling) => {
  const { add, cost } = compiling.arithmetic;
  const [first, ...rest] = node.terms.map((term) => compiling.number(term));
  return reduce(first, rest, { combine: add, cost: cost.operation });
};

export const product: NumberRule<'product'> = (node, compiling) => {
  if (node.factors.some((factor) => shapeOf(factor).length > 0))
    return compileJoins(node, compiling).number;
  const { multiply, cost } = compiling.arithmetic;
  const [first, ...rest] = node.factors.map((factor) => compiling.number(factor));
  return reduce(first, rest, { combine: multiply, cost: cost.operation });
};

interface Combination<N> {
  readonly combine: (left: N, right: N) => N;
  readonly cost: number;
}

function reduce<N>(
  first: NumberCode<N> | undefined,
  rest: readonly NumberCode<N>[],
  { combine, cost }: Combination<N>,
): NumberCode<N> {
  if (first === undefined) throw new Error('nothing to combine');
  const price = cost * rest.length;
  return (frame) => {
    frame.place.budget.spend(price);
    let result = first(frame);
    for (const next of rest) result = combine(result, next(frame));
    return result;
  };
}

export const quotient: NumberRule<'quotient'> = (node, compiling) => {
  const { divide, cost } = compiling.arithmetic;
  const [above, below] = [compiling.number(node.numerator), compiling.number(node.denominator)];
  return (frame) => {
    frame.place.budget.spend(cost.operation);
    return divide(above(frame), below(frame));
  };
};

export const power: NumberRule<'power'> = (node, compiling) => {
  if (isEuler(node.base)) {
    const exp = compileFunction({ name: 'exp', primes: 0 }, compiling);
    const argument = compiling.number(node.exponent);
    return (frame) => exp(frame.place, [argument(frame)]);
  }
  const { arithmetic } = compiling;
  const [base, exponent] = [compiling.number(node.base), compiling.number(node.exponent)];
  return (frame) => {
    frame.place.budget.spend(arithmetic.cost.function);
    return arithmetic.power(base(frame), exponent(frame));
  };
};
