/** Applied functions: of one number on each component, or of a whole vector or matrix. */

import { type Call, type WholeFunction } from '../expression.ts';
import { isWhole } from '../shape/inferCall.ts';
import { shapeOf } from '../shape/shapeOf.ts';
import { type Compiling, type NumberRule, type TensorCode, type TensorRule } from './code.ts';
import { spread } from './compileWhole.ts';
import { extreme } from './extreme.ts';
import { compileFunction } from './functionCode.ts';
import { filled, map, ofRank, zip } from './tensors.ts';
import { WHOLE } from './wholeFunctions.ts';

export const callNumber: NumberRule<'call'> = (node, compiling) => {
  const whole = wholeOf(node, compiling);
  if (whole !== undefined) {
    const code = compileWhole(node, whole, compiling);
    return (frame) => code(frame).data[0] ?? compiling.arithmetic.of(NaN);
  }
  const apply = compileFunction(node, compiling);
  const values = node.arguments.map((argument) => compiling.number(argument));
  return (frame) =>
    apply(
      frame.place,
      values.map((value) => value(frame)),
    );
};

export const callTensor: TensorRule<'call'> = (node, compiling) => {
  const whole = wholeOf(node, compiling);
  if (whole !== undefined) return compileWhole(node, whole, compiling);
  const apply = compileFunction(node, compiling);
  const of = argumentsOf(node, compiling)[0];
  return (frame) => map(of(frame), (value) => apply(frame.place, [value]));
};

function wholeOf<N>({ name }: Call, compiling: Compiling<N>): WholeFunction | undefined {
  const isDeclared = compiling.declaredFunction(name) !== undefined;
  return !isDeclared && isWhole(name) ? name : undefined;
}

function argumentsOf<N>(
  node: Call,
  compiling: Compiling<N>,
): readonly [TensorCode<N>, ...TensorCode<N>[]] {
  const [first, ...rest] = node.arguments.map((argument) => compiling.tensor(argument));
  if (first === undefined) throw new Error(`${node.name} without an argument`);
  return [first, ...rest];
}

function compileWhole<N>(node: Call, name: WholeFunction, compiling: Compiling<N>): TensorCode<N> {
  const [first, ...rest] = argumentsOf(node, compiling);
  if (rest.length > 0) return compileSeveral(node, name, compiling);
  const rank = shapeOf(node).length;
  const cost = compiling.arithmetic.cost.operation;
  return (frame) => {
    const tensor = first(frame);
    frame.place.budget.spend(tensor.data.length * cost);
    return ofRank(WHOLE[name](tensor, frame.place), rank);
  };
}

/** Of several arguments only the largest, the smallest and the mean are taken, component by component. */
function compileSeveral<N>(
  node: Call,
  name: WholeFunction,
  compiling: Compiling<N>,
): TensorCode<N> {
  const [first, ...rest] = argumentsOf(node, compiling);
  const { arithmetic } = compiling;
  const isMean = name === 'mean';
  const combine = isMean ? arithmetic.add : extreme(arithmetic, name === 'max' ? 1 : -1);
  const divisor = arithmetic.of(isMean ? node.arguments.length : 1);
  return (frame) => {
    const given = [first, ...rest].map((argument) => argument(frame));
    const like = given.find(({ dims }) => dims.length > 0) ?? filled([], divisor);
    frame.place.budget.spend(given.length * like.data.length * arithmetic.cost.operation);
    const total = given
      .map((tensor) => spread(tensor, like))
      .reduce((one, other) => zip(one, other, combine));
    return isMean ? map(total, (value) => arithmetic.divide(value, divisor)) : total;
  };
}
