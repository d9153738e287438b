/** For every operator, programs whose gradient is compared with central differences. */
import { type OpName } from '../../../src/engine/autodiff/table.ts';
import { type Shape } from '../../../src/engine/tensor.ts';
import { type Operand } from '../../../src/engine/trace/program.ts';
import { type Steps } from '../../support/steps.ts';

export interface GradientCase {
  /** inputs that are differentiated, away from kinks */
  readonly inputs: readonly {
    readonly shape: Shape;
    readonly low: number;
    readonly high: number;
  }[];
  readonly of: (steps: Steps, ...x: Operand[]) => Operand;
}

const real = (...shape: number[]) => ({ shape, low: -1.5, high: 1.5 });
const positive = (...shape: number[]) => ({ shape, low: 0.3, high: 2 });

/** A function of one tensor. */
const unary = (op: string, attributes = {}, input = real(2, 3)): GradientCase[] => [
  { inputs: [input], of: (s, x) => s.op(op, [x], attributes) },
];

/** A function of two tensors: equal shapes, broadcasting both ways, with a number. */
const binary = (op: string, range = real): GradientCase[] => [
  { inputs: [range(2, 3), range(2, 3)], of: (s, a, b) => s.op(op, [a, b]) },
  { inputs: [range(2, 1), range(3)], of: (s, a, b) => s.op(op, [a, b]) },
  { inputs: [range(4, 2, 3), range(1, 3)], of: (s, a, b) => s.op(op, [a, b]) },
  { inputs: [range(), range(2, 2)], of: (s, a, b) => s.op(op, [a, b]) },
  { inputs: [range(2, 3)], of: (s, a) => s.op(op, [a, 0.7]) },
  { inputs: [range(2, 3)], of: (s, a) => s.op(op, [0.7, a]) },
];

/** Where the operator itself is flat: x times its result. */
const flat = (make: (s: Steps, x: Operand) => Operand): GradientCase[] => [
  {
    inputs: [real(2, 2)],
    of: (s, x) => s.op('Mul', [x, s.op('Cast', [make(s, x)], { to: 1 })]),
  },
];

const compare = (op: string): GradientCase[] => flat((s, x) => s.op(op, [x, 0.1]));
const logical = (op: string): GradientCase[] =>
  flat((s, x) => s.op(op, [s.op('Greater', [x, 0]), s.op('Less', [x, 1])]));

const reduce = (op: string, range = real): GradientCase[] => [
  { inputs: [range(2, 3)], of: (s, x) => s.op(op, [x], { keepdims: 0 }) },
  { inputs: [range(2, 3)], of: (s, x) => s.op(op, [x]) },
  { inputs: [range(2, 3, 2)], of: (s, x) => s.op(op, [x, [1]], { keepdims: 0 }) },
  { inputs: [range(2, 3, 2)], of: (s, x) => s.op(op, [x, [-1, 0]], { keepdims: 1 }) },
];

const softmax = (op: string): GradientCase[] => [
  { inputs: [real(2, 4)], of: (s, x) => s.op(op, [x], { axis: -1 }) },
  { inputs: [real(3, 2)], of: (s, x) => s.op(op, [x], { axis: 0 }) },
];

const gemm = (
  a: number[],
  b: number[],
  attributes: Readonly<Record<string, number>>,
): GradientCase => ({
  inputs: [real(...a), real(...b), real(2)],
  of: (s, x, y, z) => s.op('Gemm', [x, y, z], attributes),
});

export const operatorCases: Readonly<Record<OpName, readonly GradientCase[]>> = {
  Add: binary('Add'),
  Sub: binary('Sub'),
  Mul: binary('Mul'),
  Div: binary('Div', positive),
  Neg: unary('Neg'),
  Reciprocal: unary('Reciprocal', {}, positive(2, 3)),
  Abs: unary('Abs'),
  Sign: flat((s, x) => s.op('Sign', [x])),
  Exp: unary('Exp'),
  Log: unary('Log', {}, positive(2, 3)),
  Sqrt: unary('Sqrt', {}, positive(2, 3)),
  Pow: [
    ...binary('Pow', positive),
    { inputs: [real(2, 3)], of: (s, x) => s.op('Pow', [x, 2]) },
    { inputs: [real(2, 3)], of: (s, x) => s.op('Pow', [x, 3]) },
    { inputs: [positive(2, 3)], of: (s, x) => s.op('Pow', [x, -1.5]) },
    { inputs: [real(2, 3)], of: (s, x) => s.op('Mul', [x, s.op('Pow', [x, 0])]) },
  ],
  Tanh: unary('Tanh'),
  Sigmoid: unary('Sigmoid'),
  Relu: unary('Relu'),
  LeakyRelu: [...unary('LeakyRelu'), ...unary('LeakyRelu', { alpha: 0.3 })],
  Elu: [...unary('Elu'), ...unary('Elu', { alpha: 0.5 })],
  Softplus: unary('Softplus'),
  Sin: unary('Sin'),
  Cos: unary('Cos'),
  Erf: unary('Erf'),
  Clip: [
    { inputs: [real(3, 4)], of: (s, x) => s.op('Clip', [x, -0.5, 0.5]) },
    { inputs: [real(3, 4)], of: (s, x) => s.op('Clip', [x, 0.1]) },
    { inputs: [real(3, 4)], of: (s, x) => s.op('Clip', [x, -Infinity, 0.1]) },
  ],
  Max: [...binary('Max'), { inputs: [real(4), real(4), real(4)], of: (s, ...x) => s.op('Max', x) }],
  Min: [...binary('Min'), { inputs: [real(4), real(4), real(4)], of: (s, ...x) => s.op('Min', x) }],
  Where: [
    {
      inputs: [real(2, 3), real(3)],
      of: (s, a, b) => s.op('Where', [s.op('Greater', [a, 0]), s.op('Mul', [a, a]), b]),
    },
  ],
  Identity: unary('Identity'),
  Dropout: unary('Dropout'),
  Cast: unary('Cast', { to: 1 }),
  Greater: compare('Greater'),
  GreaterOrEqual: compare('GreaterOrEqual'),
  Less: compare('Less'),
  LessOrEqual: compare('LessOrEqual'),
  Equal: compare('Equal'),
  And: logical('And'),
  Or: logical('Or'),
  Not: flat((s, x) => s.op('Not', [s.op('Greater', [x, 0])])),
  ReduceSum: reduce('ReduceSum'),
  ReduceMean: reduce('ReduceMean'),
  ReduceL2: reduce('ReduceL2', positive),
  Softmax: softmax('Softmax'),
  LogSoftmax: softmax('LogSoftmax'),
  MatMul: [
    { inputs: [real(2, 3), real(3, 4)], of: (s, a, b) => s.op('MatMul', [a, b]) },
    { inputs: [real(3), real(3)], of: (s, a, b) => s.op('MatMul', [a, b]) },
    { inputs: [real(2, 3), real(3)], of: (s, a, b) => s.op('MatMul', [a, b]) },
    { inputs: [real(3), real(3, 2)], of: (s, a, b) => s.op('MatMul', [a, b]) },
    { inputs: [real(4, 2, 3), real(3, 2)], of: (s, a, b) => s.op('MatMul', [a, b]) },
    { inputs: [real(2, 1, 2, 3), real(4, 3, 2)], of: (s, a, b) => s.op('MatMul', [a, b]) },
  ],
  Gemm: [
    gemm([3, 4], [4, 2], { alpha: 0.5, beta: 2 }),
    gemm([3, 4], [2, 4], { transB: 1 }),
    gemm([4, 3], [4, 2], { transA: 1 }),
    gemm([4, 3], [2, 4], { transA: 1, transB: 1, alpha: 1.5 }),
    { inputs: [real(3, 4), real(4, 2)], of: (s, a, b) => s.op('Gemm', [a, b]) },
  ],
  Reshape: [
    { inputs: [real(2, 6)], of: (s, x) => s.op('Reshape', [x, [3, -1]]) },
    { inputs: [real(2, 3, 2)], of: (s, x) => s.op('Reshape', [x, [0, 6]]) },
  ],
  Flatten: unary('Flatten', {}, real(2, 3, 2)),
  Squeeze: [
    { inputs: [real(1, 3, 1)], of: (s, x) => s.op('Squeeze', [x, [0]]) },
    { inputs: [real(1, 3, 1)], of: (s, x) => s.op('Squeeze', [x]) },
  ],
  Unsqueeze: [{ inputs: [real(2, 3)], of: (s, x) => s.op('Unsqueeze', [x, [0, -1]]) }],
  Transpose: [
    ...unary('Transpose'),
    { inputs: [real(2, 3, 4)], of: (s, x) => s.op('Transpose', [x], { perm: [1, 2, 0] }) },
  ],
  Concat: [
    { inputs: [real(2, 3), real(2, 1)], of: (s, a, b) => s.op('Concat', [a, b], { axis: -1 }) },
  ],
  Slice: [
    { inputs: [real(5, 3)], of: (s, x) => s.op('Slice', [x, [1], [3], [0]]) },
    { inputs: [real(5, 3)], of: (s, x) => s.op('Slice', [x, [-4, 1], [99, -1], [0, 1]]) },
    { inputs: [real(5, 3)], of: (s, x) => s.op('Slice', [x, [0], [5], [0], [2]]) },
    { inputs: [real(5)], of: (s, x) => s.op('Slice', [x, [-1], [-99], [0], [-1]]) },
  ],
  Gather: [
    { inputs: [real(4, 3)], of: (s, x) => s.op('Gather', [x, [2, 0, 2]], { axis: 0 }) },
    { inputs: [real(4, 3)], of: (s, x) => s.op('Gather', [x, [-1]], { axis: 1 }) },
  ],
  Expand: [{ inputs: [real(3, 1)], of: (s, x) => s.op('Expand', [x, [2, 3, 4]]) }],
  Pad: [{ inputs: [real(2, 3)], of: (s, x) => s.op('Pad', [x, [0, 1, 1, 2]]) }],
  Shape: flat((s, x) => s.op('Shape', [x])),
  Constant: [],
  Conv: [
    {
      inputs: [real(2, 2, 5, 5), real(3, 2, 3, 3), real(3)],
      of: (s, x, w, b) => s.op('Conv', [x, w, b], { pads: [1, 1, 1, 1] }),
    },
    {
      inputs: [real(1, 2, 6, 5), real(2, 2, 3, 2)],
      of: (s, x, w) => s.op('Conv', [x, w], { strides: [2, 2], pads: [0, 1, 1, 0] }),
    },
    {
      inputs: [real(1, 2, 7), real(2, 2, 2)],
      of: (s, x, w) => s.op('Conv', [x, w], { dilations: [2], strides: [2] }),
    },
    {
      inputs: [real(1, 4, 4, 4)],
      of: (s, x) => s.op('Conv', [x, s.op('Expand', [0.3, [4, 1, 2, 2]])], { group: 4 }),
    },
  ],
  AveragePool: [
    pool(real(1, 2, 4, 4), { kernel_shape: [2, 2], strides: [2, 2] }),
    pool(real(1, 2, 5, 5), { kernel_shape: [3, 3], strides: [1, 1], pads: [1, 1, 1, 1] }),
    pool(real(1, 2, 5, 5), { kernel_shape: [3, 3], pads: [1, 1, 1, 1], count_include_pad: 1 }),
    pool(real(1, 2, 6), { kernel_shape: [3], strides: [2] }),
  ],
};

function pool(
  input: ReturnType<typeof real>,
  attributes: Readonly<Record<string, number | readonly number[]>>,
): GradientCase {
  return { inputs: [input], of: (s, x) => s.op('AveragePool', [x], attributes) };
}
