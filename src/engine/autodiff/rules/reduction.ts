/** Sums, means, norms and the softmax family. */
import { reducedShape } from '../../graph/shape.ts';
import { type Value } from '../../graph/value.ts';
import { integersOf } from '../../onnx/constant.ts';
import { type Attributes, numberOf } from '../../onnx/model.ts';
import { sizeOf } from '../../tensor.ts';
import { div, full, mul, rearranged, sub, sumOver } from '../emit.ts';
import { type Application, type Emitter, given, type Rule } from '../rule.ts';

/** The axes that are reduced; undefined when they are computed at run time. */
function axesOf(
  inputs: readonly (Value | undefined)[],
  attributes: Attributes,
): readonly number[] | undefined {
  const all = given(inputs, 0).shape.map((_, axis) => axis);
  const axes = inputs[1];
  const listed = axes === undefined ? [] : axes.constant && integersOf(axes.constant);
  if (listed === undefined || listed.length > 0) return listed;
  return numberOf(attributes, 'noop_with_empty_axes', 0) === 1 ? [] : all;
}

const keeps = (attributes: Attributes): boolean => numberOf(attributes, 'keepdims', 1) === 1;

/** `dy` with the reduced axes back as size 1, so that it broadcasts to the input. */
function spread(e: Emitter, { x, y, attributes, call }: Application, dy: Value): Value {
  if (keeps(attributes)) return dy;
  const axes = axesOf(call.inputs, attributes);
  if (axes === undefined) throw new Error(`the axes of ${call.op} must be constant`);
  return rearranged(e, dy, y.shape, reducedShape(given(x, 0).shape, axes, true));
}

const reduction = (
  derivative: (e: Emitter, application: Application, dy: Value) => Value,
): Rule => ({
  shape: (inputs, attributes) => {
    const axes = axesOf(inputs, attributes);
    return axes && reducedShape(given(inputs, 0).shape, axes, keeps(attributes));
  },
  gradient: (e, application, dy) => [() => derivative(e, application, spread(e, application, dy))],
});

const sameShapeAsInput: Rule['shape'] = ([x]) => x?.shape;

export const reductionRules = {
  // y = Σ x:  dx = dy, spread over the summed axes
  ReduceSum: reduction((_e, _application, dy) => dy),
  // y = Σ x / n:  dx = dy / n
  ReduceMean: reduction((e, { x, y }, dy) =>
    mul(e, dy, e.scalar(sizeOf(y.shape) / sizeOf(given(x, 0).shape))),
  ),
  // y = √Σx²:  dx = dy·x/y, and 0 where y = 0
  ReduceL2: reduction((e, application, dy) => {
    const x = given(application.x, 0);
    const y = spread(e, application, application.y);
    const zero = e.scalar(0);
    return mul(e, dy, e.op('Where', [e.op('Equal', [y, zero]), zero, div(e, x, y)]));
  }),
  // y = softmax(x):  dx = y·(dy − Σ dy·y)
  Softmax: {
    shape: sameShapeAsInput,
    gradient: (e, { y, attributes }, dy) => [
      () => {
        const axis = numberOf(attributes, 'axis', -1);
        return mul(e, y, sub(e, dy, sumOver(e, mul(e, dy, y), [axis], true)));
      },
    ],
  },
  // y = log softmax(x):  dx = dy − e^y·Σ dy
  LogSoftmax: {
    shape: sameShapeAsInput,
    gradient: (e, { y, attributes }, dy) => [
      () => {
        const sum = sumOver(e, full(e, dy, y.shape), [numberOf(attributes, 'axis', -1)], true);
        return sub(e, dy, mul(e, e.op('Exp', [y]), sum));
      },
    ],
  },
} satisfies Record<string, Rule>;
