/** Operators that move values about: reshaping, transposing, cutting and joining. */
import {
  axisOf,
  broadcastAll,
  describeShape,
  reducedShape,
  reshapedShape,
} from '../../graph/shape.ts';
import { type Value } from '../../graph/value.ts';
import { integersOf } from '../../onnx/constant.ts';
import { type Attributes, intsOf, numberOf } from '../../onnx/model.ts';
import { type Shape, sizeOf } from '../../tensor.ts';
import { full, rearranged, transpose } from '../emit.ts';
import { type Application, type Emitter, type Gradient, given, type Rule } from '../rule.ts';
import { padded, scattered } from './scatter.ts';

function integers(inputs: readonly (Value | undefined)[], index: number): number[] | undefined {
  const constant = inputs[index]?.constant;
  return constant && integersOf(constant);
}

/** The same values in another shape: the gradient is put back into the old one. */
const rearrangement = (shape: Rule['shape']): Rule => ({
  shape,
  gradient: (e, { x, y }, dy) => [() => rearranged(e, dy, y.shape, given(x, 0).shape)],
});

function reshapeShape(
  inputs: readonly (Value | undefined)[],
  attributes: Attributes,
): Shape | undefined {
  const { shape } = given(inputs, 0);
  const sizes = integers(inputs, 1);
  if (sizes === undefined) return undefined;
  const copies = numberOf(attributes, 'allowzero', 0) === 0;
  return reshapedShape(
    shape,
    sizes.map((size, axis) => (size === 0 && copies ? (shape[axis] ?? 0) : size)),
  );
}

function flattenShape(inputs: readonly (Value | undefined)[], attributes: Attributes): Shape {
  const { shape } = given(inputs, 0);
  const axis = numberOf(attributes, 'axis', 1);
  const split = axis < 0 ? axis + shape.length : axis;
  return [sizeOf(shape.slice(0, split)), sizeOf(shape.slice(split))];
}

function squeezeShape(inputs: readonly (Value | undefined)[]): Shape | undefined {
  const { shape } = given(inputs, 0);
  if (inputs[1] === undefined) return shape.filter((size) => size !== 1);
  const axes = integers(inputs, 1);
  const bad = axes?.find((axis) => shape[axisOf(axis, shape.length)] !== 1);
  if (bad !== undefined)
    throw new Error(`dimension ${bad} of ${describeShape(shape)} is not of size 1`);
  return axes && reducedShape(shape, axes, false);
}

function unsqueezeShape(inputs: readonly (Value | undefined)[]): Shape | undefined {
  const axes = integers(inputs, 1);
  if (axes === undefined) return undefined;
  const result = [...given(inputs, 0).shape];
  const rank = result.length + axes.length;
  for (const axis of axes.map((a) => axisOf(a, rank)).sort((a, b) => a - b))
    result.splice(axis, 0, 1);
  return result;
}

function permOf({ shape }: Value, attributes: Attributes): readonly number[] {
  return intsOf(attributes, 'perm') ?? shape.map((_, axis) => shape.length - 1 - axis);
}

function concatShape(inputs: readonly (Value | undefined)[], attributes: Attributes): Shape {
  const { shape } = given(inputs, 0);
  const axis = axisOf(numberOf(attributes, 'axis', 0), shape.length);
  const total = inputs.reduce((sum, value) => sum + (value?.shape[axis] ?? 0), 0);
  return shape.map((size, i) => (i === axis ? total : size));
}

const concat: Gradient = (e, { x, y, attributes }, dy) => {
  const axis = axisOf(numberOf(attributes, 'axis', 0), y.shape.length);
  let end = 0;
  return x.map((part) => {
    const start = end;
    end += part.shape[axis] ?? 0;
    const range = [[start], [end], [axis]].map((values) => e.ints(values));
    return () => e.op('Slice', [full(e, dy, y.shape), ...range]);
  });
};

interface Cut {
  readonly axis: number;
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** The ranges of a Slice with negative and over-long bounds resolved; undefined when computed at run time. */
function cutsOf(inputs: readonly (Value | undefined)[]): Cut[] | undefined {
  const { shape } = given(inputs, 0);
  const [starts, ends] = [integers(inputs, 1), integers(inputs, 2)];
  if (starts === undefined || ends === undefined) return undefined;
  const axes = integers(inputs, 3) ?? starts.map((_, i) => i);
  const steps = integers(inputs, 4) ?? starts.map(() => 1);
  return starts.map((from, i) => {
    const axis = axisOf(axes[i] ?? 0, shape.length);
    return cut({ axis, size: shape[axis] ?? 0, step: steps[i] ?? 1 }, from, ends[i] ?? 0);
  });
}

function cut(
  { axis, size, step }: { axis: number; size: number; step: number },
  from: number,
  to: number,
): Cut {
  const lowest = step > 0 ? 0 : -1;
  const highest = step > 0 ? size : size - 1;
  const clamp = (n: number, low: number) => Math.min(Math.max(n < 0 ? n + size : n, low), highest);
  const start = clamp(from, step > 0 ? lowest : 0);
  const count = Math.max(0, Math.ceil((clamp(to, lowest) - start) / step));
  return { axis, start, step, count };
}

function sliceShape(inputs: readonly (Value | undefined)[]): Shape | undefined {
  const counts = new Map(cutsOf(inputs)?.map(({ axis, count }) => [axis, count]));
  return cutsOf(inputs) && given(inputs, 0).shape.map((size, axis) => counts.get(axis) ?? size);
}

function sliceGradient(e: Emitter, { x, y, call }: Application, dy: Value): Value {
  const { shape } = given(x, 0);
  const cuts = cutsOf(call.inputs);
  if (cuts === undefined) throw new Error('the range of Slice must be constant');
  return cuts.reduce(
    (gradient, { axis, start, step, count }) => {
      const size = shape[axis] ?? 0;
      if (step === 1)
        return padded(e, gradient, { axis, before: start, after: size - start - count });
      const places = Array.from({ length: count }, (_, i) => start + i * step);
      return scattered(e, gradient, { axis, size, indices: e.ints(places) });
    },
    full(e, dy, y.shape),
  );
}

function gatherShape(inputs: readonly (Value | undefined)[], attributes: Attributes): Shape {
  const [{ shape }, indices] = [given(inputs, 0), given(inputs, 1)];
  const axis = axisOf(numberOf(attributes, 'axis', 0), shape.length);
  return [...shape.slice(0, axis), ...indices.shape, ...shape.slice(axis + 1)];
}

function gatherGradient(e: Emitter, { x, y, attributes }: Application, dy: Value): Value {
  const [{ shape }, indices] = [given(x, 0), given(x, 1)];
  const axis = axisOf(numberOf(attributes, 'axis', 0), shape.length);
  const count = sizeOf(indices.shape);
  const flat = [...shape.slice(0, axis), count, ...shape.slice(axis + 1)];
  const rows = rearranged(e, full(e, dy, y.shape), y.shape, flat);
  const size = shape[axis] ?? 0;
  const [only, ...more] = indices.constant ? integersOf(indices.constant) : [];
  if (only === undefined || more.length > 0)
    return scattered(e, rows, {
      axis,
      size,
      indices: rearranged(e, indices, indices.shape, [count]),
    });
  const before = axisOf(only, size);
  return padded(e, rows, { axis, before, after: size - before - 1 });
}

export const arrangementRules = {
  // y = x in another shape:  dx = dy in x's shape
  Reshape: rearrangement(reshapeShape),
  Flatten: rearrangement(flattenShape),
  Squeeze: rearrangement(squeezeShape),
  Unsqueeze: rearrangement(unsqueezeShape),
  // axes permuted:  dx = dy with the inverse permutation
  Transpose: {
    shape: (inputs, attributes) => {
      const x = given(inputs, 0);
      return permOf(x, attributes).map((axis) => x.shape[axis] ?? 0);
    },
    gradient: (e, { x, y, attributes }, dy) => [
      () => {
        const inverse: number[] = [];
        permOf(given(x, 0), attributes).forEach((axis, i) => (inverse[axis] = i));
        return transpose(e, full(e, dy, y.shape), inverse);
      },
    ],
  },
  // y = parts joined:  each part gets its slice of dy
  Concat: { shape: concatShape, gradient: concat },
  // y = a range of x:  dx = dy in that range, 0 elsewhere
  Slice: {
    shape: sliceShape,
    gradient: (e, application, dy) => [() => sliceGradient(e, application, dy)],
  },
  // y = chosen rows of x:  dx = dy added at those rows, 0 elsewhere
  Gather: {
    shape: gatherShape,
    gradient: (e, application, dy) => [() => gatherGradient(e, application, dy)],
  },
  // y = x repeated along new or size-1 axes:  dx = dy summed over them
  Expand: {
    shape: (inputs) => {
      const sizes = integers(inputs, 1);
      return sizes && broadcastAll([given(inputs, 0).shape, sizes]);
    },
    elementwise: true,
    gradient: (_e, _application, dy) => [() => dy],
  },
  // y = x with a border:  dx = dy without it
  Pad: {
    shape: (inputs) => {
      const pads = integers(inputs, 1);
      const { shape } = given(inputs, 0);
      return pads && shape.map((size, i) => size + (pads[i] ?? 0) + (pads[i + shape.length] ?? 0));
    },
    gradient: (e, { x, y, call }, dy) => [
      () => {
        const pads = integers(call.inputs, 1) ?? [];
        const { shape } = given(x, 0);
        const starts = shape.map((_, i) => pads[i] ?? 0);
        const ends = shape.map((size, i) => size + (pads[i] ?? 0));
        return e.op('Slice', [full(e, dy, y.shape), e.ints(starts), e.ints(ends)]);
      },
    ],
  },
  // the shape itself, as numbers
  Shape: { shape: ([x]) => x && [x.shape.length], type: () => 'int64', gradient: 'zero' },
  // stored in the model
  Constant: { shape: () => undefined, gradient: 'zero' },
} satisfies Record<string, Rule>;
