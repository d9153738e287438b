/** Norms and inner products. */

import { type ExpressionOf } from '../expression.ts';
import { type Arithmetic } from './arithmetic.ts';
import { type Compiling, type Frame, type NumberCode, type NumberRule } from './code.ts';
import { extreme } from './extreme.ts';
import { dot } from './linearAlgebra.ts';
import { type Place } from './place.ts';

export const norm: NumberRule<'norm'> = (node, compiling) => {
  const of = compiling.tensor(node.of);
  const order = compileOrder(node, compiling);
  return (frame) => {
    const { data } = of(frame);
    frame.place.budget.spend(2 * data.length * compiling.arithmetic.cost.operation);
    return order(frame, data.map(compiling.arithmetic.functions.abs));
  };
};

/** Made of the absolute values. */
type NormOf<N> = (frame: Frame<N>, sizes: readonly N[]) => N;

function compileOrder<N>({ order }: ExpressionOf<'norm'>, compiling: Compiling<N>): NormOf<N> {
  const { arithmetic, declarations } = compiling;
  if (order === undefined) return declarations.norm === 1 ? sum(arithmetic) : euclidean(arithmetic);
  if (order === 'frobenius') return euclidean(arithmetic);
  if (order.kind === 'constant' && order.name === 'infinity') return largest(arithmetic);
  if (order.kind !== 'number') return powers(compiling.number(order));
  const value = Number(order.digits);
  if (value === 1) return sum(arithmetic);
  return value === 2 ? euclidean(arithmetic) : powers(compiling.number(order));
}

function sum<N>({ add, of }: Arithmetic<N>): NormOf<N> {
  return (_frame, sizes) => sizes.reduce(add, of(0));
}

function euclidean<N>(arithmetic: Arithmetic<N>): NormOf<N> {
  return ({ place }, sizes) => {
    place.budget.spend(arithmetic.cost.function);
    return arithmetic.functions.sqrt(dot(sizes, sizes, arithmetic));
  };
}

function largest<N>(arithmetic: Arithmetic<N>): NormOf<N> {
  const larger = extreme(arithmetic, 1);
  return (_frame, sizes) => sizes.reduce(larger, arithmetic.of(0));
}

/** (Σ |vᵢ|ᵖ)^(1/p) for positive p */
function powers<N>(order: NumberCode<N>): NormOf<N> {
  return (frame, sizes) => {
    const p = order(frame);
    const { arithmetic } = frame.place;
    const sign = arithmetic.compare(p, arithmetic.of(0));
    if (!(sign > 0) || sign === Infinity) return arithmetic.of(sign === Infinity ? Infinity : NaN);
    return powerSum(sizes, p, frame.place);
  };
}

function powerSum<N>(sizes: readonly N[], p: N, { arithmetic, budget }: Place<N>): N {
  const { power, add, of, divide, cost } = arithmetic;
  budget.spend((sizes.length + 1) * cost.function);
  const total = sizes.map((size) => power(size, p)).reduce(add, of(0));
  return power(total, divide(of(1), p));
}

export const inner: NumberRule<'inner'> = (node, { tensor, arithmetic }) => {
  const [left, right] = [tensor(node.left), tensor(node.right)];
  return (frame) => {
    const [one, other] = [left(frame).data, right(frame).data];
    frame.place.budget.spend(2 * one.length * arithmetic.cost.operation);
    return dot(one, other, arithmetic);
  };
};
