/** Operations on whole vectors and matrices. */

import { isEuler } from '../shape/inferOperation.ts';
import { shapeOf } from '../shape/shapeOf.ts';
import { type Compiling, type TensorCode, type TensorRule } from './code.ts';
import { compileJoins } from './compileProduct.ts';
import { compileFunction } from './functionCode.ts';
import { matrixPower } from './linearAlgebra.ts';
import { type Tensor } from './point.ts';
import { compilePosition } from './position.ts';
import { asTable, filled, map, ofRank, shapeDims, transposed, zip } from './tensors.ts';

/** Of the numbers that are written only 0. */
export const zero: TensorRule<'number'> = (node, { arithmetic }) => {
  const dims = shapeDims(shapeOf(node));
  const value = arithmetic.ofDigits(node.digits);
  return ({ place }) => filled(dims(place), value);
};

/** Of the constants only ones are more than a number. */
export const ones: TensorRule<'constant'> = (node, { arithmetic }) => {
  const dims = shapeDims(shapeOf(node));
  const one = arithmetic.of(1);
  return ({ place }) => filled(dims(place), one);
};

export const negationTensor: TensorRule<'negate'> = (node, { tensor, arithmetic }) => {
  const of = tensor(node.of);
  return (frame) => map(of(frame), arithmetic.negate);
};

export const sumTensor: TensorRule<'sum'> = (node, compiling) => {
  const { arithmetic } = compiling;
  const [first, ...rest] = node.terms.map((term) => compiling.tensor(term));
  if (first === undefined) throw new Error('a sum without terms');
  return (frame) =>
    rest.reduce((sum, term) => {
      frame.place.budget.spend(sum.data.length * arithmetic.cost.operation);
      return zip(sum, term(frame), arithmetic.add);
    }, first(frame));
};

export const productTensor: TensorRule<'product'> = (node, compiling) =>
  compileJoins(node, compiling).tensor;

export const quotientTensor: TensorRule<'quotient'> = (node, compiling) => {
  const { arithmetic } = compiling;
  const [above, below] = [compiling.tensor(node.numerator), compiling.number(node.denominator)];
  return (frame) => {
    const [tensor, divisor] = [above(frame), below(frame)];
    frame.place.budget.spend(tensor.data.length * arithmetic.cost.operation);
    return map(tensor, (value) => arithmetic.divide(value, divisor));
  };
};

export const powerTensor: TensorRule<'power'> = (node, compiling) => {
  if (isEuler(node.base) && shapeOf(node.exponent).length > 0) {
    const exp = compileFunction({ name: 'exp', primes: 0 }, compiling);
    const exponent = compiling.tensor(node.exponent);
    return (frame) => map(exponent(frame), (value) => exp(frame.place, [value]));
  }
  const base = compiling.tensor(node.base);
  if (node.componentwise === true)
    return componentPowers(base, compiling.tensor(node.exponent), compiling);
  const exponent = compilePosition(node.exponent, compiling);
  return (frame) => ofRank(matrixPower(asTable(base(frame)), exponent(frame), frame.place), 2);
};

function componentPowers<N>(
  base: TensorCode<N>,
  exponent: TensorCode<N>,
  { arithmetic }: Compiling<N>,
): TensorCode<N> {
  return (frame) => {
    const [bases, exponents] = [base(frame), exponent(frame)];
    frame.place.budget.spend(bases.data.length * arithmetic.cost.function);
    return zip(bases, spread(exponents, bases), arithmetic.power);
  };
}

/** A number in every component of what it is used with. */
export function spread<N>(value: Tensor<N>, over: Tensor<N>): Tensor<N> {
  const [only] = value.data;
  return value.dims.length > 0 || only === undefined ? value : filled(over.dims, only);
}

export const transposeTensor: TensorRule<'transpose'> = (node, { tensor }) => {
  const of = tensor(node.of);
  const rank = shapeOf(node).length;
  return (frame) => ofRank(transposed(asTable(of(frame))), rank);
};

export const matrixTensor: TensorRule<'matrix'> = (node, { number }) => {
  const entries = node.rows.flat().map((entry) => number(entry));
  const table = { rows: node.rows.length, columns: node.rows[0]?.length ?? 0 };
  const rank = shapeOf(node).length;
  return (frame) => ofRank({ ...table, data: entries.map((entry) => entry(frame)) }, rank);
};
