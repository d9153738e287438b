/** Products in which vectors and matrices occur, joined from the left. */

import { type ExpressionOf, type Joint } from '../expression.ts';
import { isInner, productShape } from '../shape/inferProduct.ts';
import { shapeOf } from '../shape/shapeOf.ts';
import { type Shape } from '../size.ts';
import { type Compiling, type NumberCode, type TensorCode } from './code.ts';
import { dot, matrixProduct } from './linearAlgebra.ts';
import { type Place } from './place.ts';
import { type Tensor } from './point.ts';
import { asTable, map, ofRank, zip } from './tensors.ts';

export function compileJoins<N>(
  node: ExpressionOf<'product'>,
  compiling: Compiling<N>,
): { readonly number: NumberCode<N>; readonly tensor: TensorCode<N> } {
  const factors = node.factors.map((factor) => compiling.tensor(factor));
  const joins = compileEach(node);
  const [first, ...rest] = factors;
  if (first === undefined) throw new Error('a product without factors');
  const tensor: TensorCode<N> = (frame) =>
    rest.reduce((left, factor, at) => {
      const join = joins[at];
      return join === undefined ? left : join(left, factor(frame), frame.place);
    }, first(frame));
  const { of } = compiling.arithmetic;
  return { tensor, number: (frame) => tensor(frame).data[0] ?? of(NaN) };
}

type Join = <N>(left: Tensor<N>, right: Tensor<N>, place: Place<N>) => Tensor<N>;

function compileEach({ factors, joints }: ExpressionOf<'product'>): readonly Join[] {
  const [first, ...rest] = factors.map((factor) => shapeOf(factor));
  let left = first ?? [];
  return rest.map((right, at) => {
    const joint = joints[at] ?? 'beside';
    const join = joinOf(joint, left, right);
    left = productShape(joint, left, right);
    return join;
  });
}

function joinOf(joint: Joint, left: Shape, right: Shape): Join {
  if (left.length === 0) return (factor, tensor, place) => scaled(tensor, factor, place);
  if (right.length === 0) return (tensor, factor, place) => scaled(tensor, factor, place);
  if (joint === 'componentwise') return componentwise;
  if (joint === 'dot' && isInner({ left, right })) return inner;
  const rank = productShape(joint, left, right).length;
  return (one, other, place) => ofRank(matrixProduct(asTable(one), asTable(other), place), rank);
}

function scaled<N>(tensor: Tensor<N>, factor: Tensor<N>, place: Place<N>): Tensor<N> {
  const { arithmetic, budget } = place;
  budget.spend(tensor.data.length * arithmetic.cost.operation);
  const by = factor.data[0] ?? arithmetic.of(NaN);
  return map(tensor, (value) => arithmetic.multiply(by, value));
}

function componentwise<N>(left: Tensor<N>, right: Tensor<N>, place: Place<N>): Tensor<N> {
  place.budget.spend(left.data.length * place.arithmetic.cost.operation);
  return zip(left, right, place.arithmetic.multiply);
}

function inner<N>(left: Tensor<N>, right: Tensor<N>, place: Place<N>): Tensor<N> {
  place.budget.spend(2 * left.data.length * place.arithmetic.cost.operation);
  return { dims: [], data: [dot(left.data, right.data, place.arithmetic)] };
}
