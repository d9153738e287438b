/** Matrix products. */
import { describeShape, matmulShape } from '../../graph/shape.ts';
import { type Value } from '../../graph/value.ts';
import { type Attributes, float, int, numberOf } from '../../onnx/model.ts';
import { type Shape } from '../../tensor.ts';
import { full, mul, reshape, sumOver, transpose } from '../emit.ts';
import { type Application, type Emitter, type Gradient, given, type Rule } from '../rule.ts';

interface Gemm {
  readonly alpha: number;
  readonly beta: number;
  readonly transA: boolean;
  readonly transB: boolean;
}

function gemmOf(attributes: Attributes): Gemm {
  return {
    alpha: numberOf(attributes, 'alpha', 1),
    beta: numberOf(attributes, 'beta', 1),
    transA: numberOf(attributes, 'transA', 0) !== 0,
    transB: numberOf(attributes, 'transB', 0) !== 0,
  };
}

/** α·A·B with either of them transposed. */
function product(e: Emitter, [a, b]: readonly [Value, Value], g: Omit<Gemm, 'beta'>): Value {
  return e.op('Gemm', [a, b], {
    alpha: float(g.alpha),
    transA: int(g.transA ? 1 : 0),
    transB: int(g.transB ? 1 : 0),
  });
}

function gemmShape(inputs: readonly (Value | undefined)[], attributes: Attributes): Shape {
  const { transA, transB } = gemmOf(attributes);
  const [m, k] = pair(given(inputs, 0).shape, transA);
  const [k2, n] = pair(given(inputs, 1).shape, transB);
  if (k !== k2)
    throw new Error(`inner sizes differ: ${describeShape([m, k])} and ${describeShape([k2, n])}`);
  return [m, n];
}

function pair(shape: Shape, flipped: boolean): readonly [number, number] {
  const [a, b] = shape;
  if (a === undefined || b === undefined || shape.length !== 2)
    throw new Error(`expected a matrix, found shape ${describeShape(shape)}`);
  return flipped ? [b, a] : [a, b];
}

const gemm: Gradient = (e, { x, y, attributes }, dyOrSmaller) => {
  const { alpha, beta, transA, transB } = gemmOf(attributes);
  const [a, b] = [given(x, 0), given(x, 1)];
  const dy = full(e, dyOrSmaller, y.shape);
  const c = x[2];
  return [
    () =>
      transA
        ? product(e, [b, dy], { alpha, transA: transB, transB: true })
        : product(e, [dy, b], { alpha, transA: false, transB: !transB }),
    () =>
      transB
        ? product(e, [dy, a], { alpha, transA: true, transB: transA })
        : product(e, [a, dy], { alpha, transA: !transA, transB: false }),
    c && (() => summedTo(e, beta === 1 ? dy : mul(e, dy, e.scalar(beta)), c.shape)),
  ];
};

/** Sums over the axes along which `shape` was broadcast. */
function summedTo(e: Emitter, x: Value, shape: Shape): Value {
  const extra = x.shape.length - shape.length;
  const axes = x.shape.flatMap((size, axis) =>
    size !== (shape[axis - extra] ?? 1) || axis < extra ? [axis] : [],
  );
  return axes.length === 0 ? x : reshape(e, sumOver(e, x, axes, true), shape);
}

function swapped(e: Emitter, x: Value): Value {
  const last = x.shape.length - 1;
  const perm = x.shape.map((_, axis) =>
    axis === last ? last - 1 : axis === last - 1 ? last : axis,
  );
  return transpose(e, x, perm);
}

/** a @ b where the right one is to be transposed first. */
function timesTransposed(e: Emitter, a: Value, b: Value): Value {
  if (a.shape.length === 2 && b.shape.length === 2)
    return product(e, [a, b], { alpha: 1, transA: false, transB: true });
  return e.op('MatMul', [a, swapped(e, b)]);
}

function transposedTimes(e: Emitter, a: Value, b: Value): Value {
  if (a.shape.length === 2 && b.shape.length === 2)
    return product(e, [a, b], { alpha: 1, transA: true, transB: false });
  return e.op('MatMul', [swapped(e, a), b]);
}

/** Vectors take part as a row (left) or a column (right). */
function asMatrices(e: Emitter, { x, y }: Application, dy: Value) {
  const [a, b] = [given(x, 0), given(x, 1)];
  const left = a.shape.length === 1 ? [1, ...a.shape] : a.shape;
  const right = b.shape.length === 1 ? [...b.shape, 1] : b.shape;
  return {
    a: reshape(e, a, left),
    b: reshape(e, b, right),
    dy: reshape(e, full(e, dy, y.shape), matmulShape(left, right)),
  };
}

const matmul: Gradient = (e, application, smallDy) => {
  const { a, b, dy } = asMatrices(e, application, smallDy);
  const [left, right] = [given(application.x, 0).shape, given(application.x, 1).shape];
  return [
    () => reshape(e, summedTo(e, timesTransposed(e, dy, b), a.shape), left),
    () => reshape(e, summedTo(e, transposedTimes(e, a, dy), b.shape), right),
  ];
};

export const linearRules = {
  // Y = A·B:  dA = dY·Bᵀ, dB = Aᵀ·dY, summed over broadcast batches
  MatMul: {
    shape: (inputs) => matmulShape(given(inputs, 0).shape, given(inputs, 1).shape),
    gradient: matmul,
  },
  // Y = α·A·B + β·C:  dA = α·dY·Bᵀ, dB = α·Aᵀ·dY, dC = β·dY summed to C's shape
  Gemm: { shape: gemmShape, gradient: gemm },
} satisfies Record<string, Rule>;
