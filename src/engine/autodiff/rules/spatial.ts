/** Convolution and average pooling over any number of spatial axes, channels first. */
import { describeShape } from '../../graph/shape.ts';
import { type Value } from '../../graph/value.ts';
import { type Attributes, int, ints, intsOf, numberOf, text, textOf } from '../../onnx/model.ts';
import { type Shape, sizeOf } from '../../tensor.ts';
import { div, full, mul, sumOver, transpose } from '../emit.ts';
import { type Application, type Emitter, type Gradient, given, type Rule } from '../rule.ts';

/** A sliding window: one number per spatial axis, `pads` for all beginnings and then all ends. */
interface Window {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly pads: readonly number[];
}

function windowOf(attributes: Attributes, kernel: readonly number[]): Window {
  const ones = kernel.map(() => 1);
  if (textOf(attributes, 'auto_pad', 'NOTSET') !== 'NOTSET')
    throw new Error('auto_pad is not supported; export the model with explicit pads');
  return {
    kernel,
    strides: intsOf(attributes, 'strides') ?? ones,
    dilations: intsOf(attributes, 'dilations') ?? ones,
    pads: intsOf(attributes, 'pads') ?? [...ones, ...ones].map(() => 0),
  };
}

const asAttributes = ({ kernel, strides, dilations, pads }: Window): Attributes => ({
  kernel_shape: ints(kernel),
  strides: ints(strides),
  dilations: ints(dilations),
  pads: ints(pads),
});

/** How far the window reaches along a spatial axis, and how much room it has. */
function span(w: Window, axis: number): number {
  return ((w.kernel[axis] ?? 1) - 1) * (w.dilations[axis] ?? 1) + 1;
}

function room(w: Window, sizes: Shape, axis: number): number {
  const padding = (w.pads[axis] ?? 0) + (w.pads[axis + sizes.length] ?? 0);
  return (sizes[axis] ?? 0) + padding - span(w, axis);
}

/** Spatial sizes of the result. */
function slid(w: Window, sizes: Shape, ceil = false): Shape {
  const round = ceil ? Math.ceil : Math.floor;
  const result = sizes.map((_, axis) => round(room(w, sizes, axis) / (w.strides[axis] ?? 1)) + 1);
  if (result.some((size) => size < 1))
    throw new Error(
      `a window of ${describeShape(w.kernel)} does not fit into ${describeShape(sizes)}`,
    );
  return result;
}

/** What the window never reached at the end of each axis. */
function unreached(w: Window, sizes: Shape): readonly number[] {
  return sizes.map((_, axis) => room(w, sizes, axis) % (w.strides[axis] ?? 1));
}

function convWindow(inputs: readonly (Value | undefined)[], attributes: Attributes): Window {
  return windowOf(attributes, given(inputs, 1).shape.slice(2));
}

function convShape(inputs: readonly (Value | undefined)[], attributes: Attributes): Shape {
  const [x, w] = [given(inputs, 0).shape, given(inputs, 1).shape];
  const group = numberOf(attributes, 'group', 1);
  if (x[1] !== (w[1] ?? 0) * group)
    throw new Error(
      `an input of shape ${describeShape(x)} does not fit weights ${describeShape(w)}`,
    );
  return [x[0] ?? 0, w[0] ?? 0, ...slid(convWindow(inputs, attributes), x.slice(2))];
}

/** dX = dY spread through the weights; sizes that the stride skipped come back as output padding. */
function convInput(e: Emitter, { x, attributes }: Application, dy: Value): Value {
  const w = convWindow(x, attributes);
  return e.op('ConvTranspose', [dy, given(x, 1)], {
    ...asAttributes(w),
    group: int(numberOf(attributes, 'group', 1)),
    output_padding: ints(unreached(w, given(x, 0).shape.slice(2))),
  });
}

/** dW = X correlated with dY, with the roles of batch and channel, stride and dilation exchanged. */
function convWeights(e: Emitter, { x, y, attributes }: Application, dy: Value): Value {
  if (numberOf(attributes, 'group', 1) !== 1)
    throw new Error(
      'the derivative of a grouped Conv with respect to its weights is not supported',
    );
  const w = convWindow(x, attributes);
  const input = given(x, 0);
  const flip = input.shape.map((_, axis) => (axis < 2 ? 1 - axis : axis));
  const correlated = e.op('Conv', [transpose(e, input, flip), transpose(e, dy, flip)], {
    strides: ints(w.dilations),
    dilations: ints(w.strides),
    pads: ints(w.pads),
    kernel_shape: ints(y.shape.slice(2)),
  });
  const axes = w.kernel.map((_, axis) => axis + 2);
  const zeros = axes.map(() => 0);
  const cropped = e.op('Slice', [correlated, e.ints(zeros), e.ints(w.kernel), e.ints(axes)]);
  return transpose(e, cropped, flip);
}

const conv: Gradient = (e, application, smallDy) => {
  const { x, y } = application;
  const dy = full(e, smallDy, y.shape);
  const spatial = y.shape.flatMap((_, axis) => (axis === 1 ? [] : [axis]));
  return [
    () => convInput(e, application, dy),
    () => convWeights(e, application, dy),
    x[2] && (() => sumOver(e, dy, spatial, false)),
  ];
};

function poolWindow(attributes: Attributes): Window {
  const kernel = intsOf(attributes, 'kernel_shape');
  if (kernel === undefined) throw new Error('kernel_shape is missing');
  return windowOf(attributes, kernel);
}

const ceils = (attributes: Attributes): boolean => numberOf(attributes, 'ceil_mode', 0) === 1;

const tiles = (w: Window, sizes: Shape): boolean =>
  sizes.every(
    (size, axis) => w.kernel[axis] === w.strides[axis] && size % (w.kernel[axis] ?? 1) === 0,
  ) && [...w.pads, ...w.dilations.map((n) => n - 1)].every((n) => n === 0);

/** Windows that tile the input: every value gets its window's share, which is an enlargement of dY. */
function enlarged(e: Emitter, w: Window, share: Value): Value {
  const scales = Float32Array.from([1, 1, ...w.kernel]);
  return e.op('Resize', [share, undefined, e.floats([scales.length], scales)], {
    mode: text('nearest'),
    coordinate_transformation_mode: text('asymmetric'),
    nearest_mode: text('floor'),
  });
}

/** Overlapping windows: dY spread by a kernel of ones, each channel by itself. */
function spreadByOnes(e: Emitter, w: Window, { share, sizes }: { share: Value; sizes: Shape }) {
  const channels = share.shape[1] ?? 1;
  const ones = new Float32Array(channels * sizeOf(w.kernel)).fill(1);
  return e.op('ConvTranspose', [share, e.floats([channels, 1, ...w.kernel], ones)], {
    ...asAttributes(w),
    group: int(channels),
    output_padding: ints(unreached(w, sizes)),
  });
}

/** How many values each window averages: all of it, or only what lies inside the input. */
function counts(e: Emitter, w: Window, { x, attributes }: Application): Value {
  const padded = w.pads.some((pad) => pad !== 0);
  const whole = e.scalar(sizeOf(w.kernel));
  if (!padded || numberOf(attributes, 'count_include_pad', 0) === 1) return whole;
  const { shape } = given(x, 0);
  const ones = e.floats(
    [1, 1, ...shape.slice(2)],
    new Float32Array(sizeOf(shape.slice(2))).fill(1),
  );
  // Operator set 18 has no dilations here, and a model that uses them needs 19 anyway.
  const dilations = w.dilations.some((n) => n !== 1) ? { dilations: ints(w.dilations) } : {};
  const fraction = e.op('AveragePool', [ones], {
    kernel_shape: ints(w.kernel),
    strides: ints(w.strides),
    pads: ints(w.pads),
    count_include_pad: int(1),
    ...dilations,
  });
  return mul(e, fraction, whole);
}

const averagePool: Gradient = (e, application, smallDy) => [
  () => {
    const { x, y, attributes } = application;
    if (ceils(attributes)) throw new Error('the derivative with ceil_mode is not supported');
    const w = poolWindow(attributes);
    const sizes = given(x, 0).shape.slice(2);
    const share = div(e, full(e, smallDy, y.shape), counts(e, w, application));
    return tiles(w, sizes) ? enlarged(e, w, share) : spreadByOnes(e, w, { share, sizes });
  },
];

export const spatialRules = {
  // Y = W ⋆ X + b:  dX = Wᵀ ⋆ dY, dW = X ⋆ dY, db = Σ dY over batch and space
  Conv: { shape: convShape, gradient: conv },
  // y = mean over each window:  dx = Σ dy / n over the windows that contain x
  AveragePool: {
    shape: (inputs, attributes) => {
      const { shape } = given(inputs, 0);
      return [
        ...shape.slice(0, 2),
        ...slid(poolWindow(attributes), shape.slice(2), ceils(attributes)),
      ];
    },
    gradient: averagePool,
  },
} satisfies Record<string, Rule>;

/** Inverse of `slid`: spatial sizes that a transposed convolution makes. */
function widened(inputs: readonly (Value | undefined)[], attributes: Attributes): Shape {
  const [x, weights] = [given(inputs, 0).shape, given(inputs, 1).shape];
  const w = windowOf(attributes, weights.slice(2));
  const extra = intsOf(attributes, 'output_padding') ?? [];
  const sizes = x.slice(2).map((size, axis) => {
    const padding = (w.pads[axis] ?? 0) + (w.pads[axis + w.kernel.length] ?? 0);
    return (size - 1) * (w.strides[axis] ?? 1) + span(w, axis) - padding + (extra[axis] ?? 0);
  });
  return [x[0] ?? 0, (weights[1] ?? 0) * numberOf(attributes, 'group', 1), ...sizes];
}

export const spatialShapes = { ConvTranspose: { shape: widened } };
