/**
 * What need not be computed at run time: arithmetic on single numbers, neutral elements, and the integer arithmetic by
 * which exported models work out shapes. Everything else is left to the runtime.
 */
import { type Emitter } from '../autodiff/rule.ts';
import { elementTypes, floatsOf, integersOf } from '../onnx/constant.ts';
import { type Attributes, numberOf } from '../onnx/model.ts';
import { axisOf, sameShape } from './shape.ts';
import { sizeOf } from '../tensor.ts';
import { type Value } from './value.ts';

type Fold = (
  emit: Emitter,
  inputs: readonly (Value | undefined)[],
  attributes: Attributes,
) => Value | undefined;

function numberIn(value: Value | undefined): number | undefined {
  const constant = value?.constant;
  if (constant?.type !== 'float32' || constant.shape.length > 0) return undefined;
  return floatsOf(constant)[0];
}

function arithmetic(compute: (a: number, b: number) => number, neutralLeft?: number): Fold {
  return (emit, [a, b]) => {
    const [m, n] = [numberIn(a), numberIn(b)];
    if (m !== undefined && n !== undefined) return emit.scalar(compute(m, n));
    return m === neutralLeft && m !== undefined ? b : undefined;
  };
}

/** x where the right operand is neutral, and the folds of the operator otherwise */
const rightNeutral =
  (neutral: number, fold: Fold): Fold =>
  (emit, inputs, attributes) =>
    numberIn(inputs[1]) === neutral ? inputs[0] : fold(emit, inputs, attributes);

const folds: Readonly<Record<string, Fold>> = {
  Add: rightNeutral(
    0,
    arithmetic((a, b) => a + b, 0),
  ),
  Sub: rightNeutral(
    0,
    arithmetic((a, b) => a - b),
  ),
  Mul: rightNeutral(
    1,
    arithmetic((a, b) => a * b, 1),
  ),
  Div: rightNeutral(
    1,
    arithmetic((a, b) => a / b),
  ),
  Neg: (emit, [x]) => {
    const n = numberIn(x);
    if (n !== undefined) return emit.scalar(-n);
    return x?.call?.op === 'Neg' ? x.call.inputs[0] : undefined;
  },
  Expand: (_emit, [x, sizes]) =>
    x && sizes?.constant && sameShape(x.shape, integersOf(sizes.constant)) ? x : undefined,
};

/** Shapes are short; longer lists, and those that a foreign model doubles again and again, are left to the runtime. */
const LONGEST_LIST = 1024;

function integersIn(value: Value | undefined): number[] | undefined {
  const constant = value?.constant;
  if (constant === undefined || sizeOf(constant.shape) > LONGEST_LIST) return undefined;
  return constant.type === 'int64' || constant.type === 'int32' ? integersOf(constant) : undefined;
}

const onIntegers =
  (compute: (a: number, b: number) => number): Fold =>
  (emit, inputs) => {
    const [a, b] = inputs.map(integersIn);
    const shape = inputs[0]?.shape;
    if (a === undefined || b === undefined || shape === undefined || b.length === 0)
      return undefined;
    if (b.length !== 1 && b.length !== a.length) return undefined;
    return emit.integers(
      shape,
      a.map((n, i) => compute(n, b[b.length === 1 ? 0 : i] ?? 0)),
    );
  };

/** Same numbers, as a scalar or a list. */
const asList =
  (rank: 0 | 1): Fold =>
  (emit, [x]) => {
    const numbers = integersIn(x);
    return numbers && (rank === 1 || numbers.length === 1)
      ? emit.integers(rank === 0 ? [] : [numbers.length], numbers)
      : undefined;
  };

const integerFolds: Readonly<Record<string, Fold>> = {
  Shape: (emit, [x], attributes) => {
    const shape = x?.shapeIfKnown;
    const end = numberOf(attributes, 'end', shape?.length ?? 0);
    return shape && emit.ints(shape.slice(numberOf(attributes, 'start', 0), end));
  },
  Gather: (emit, [x, index]) => {
    const [numbers, chosen] = [integersIn(x), integersIn(index)];
    if (numbers === undefined || chosen === undefined || index === undefined) return undefined;
    const picked = chosen.map((i) => numbers[axisOf(i, numbers.length)] ?? 0);
    return x?.shape.length === 1 ? emit.integers(index.shape, picked) : undefined;
  },
  Concat: (emit, inputs) => {
    const lists = inputs.map(integersIn);
    return lists.every((list) => list !== undefined) ? emit.ints(lists.flat()) : undefined;
  },
  Slice: (emit, [x, ...range]) => {
    const [numbers, starts, ends] = [x, ...range].map(integersIn);
    if (numbers === undefined || starts?.length !== 1 || ends === undefined) return undefined;
    return range[3] === undefined ? emit.ints(numbers.slice(starts[0], ends[0])) : undefined;
  },
  Unsqueeze: asList(1),
  Squeeze: asList(0),
  Add: onIntegers((a, b) => a + b),
  Sub: onIntegers((a, b) => a - b),
  Mul: onIntegers((a, b) => a * b),
  Div: onIntegers((a, b) => Math.trunc(a / b)),
  Cast: (_emit, [x], attributes) =>
    x?.constant?.type === 'int64' && numberOf(attributes, 'to', 0) === elementTypes.int64
      ? x
      : undefined,
};

/** The value without a node, or undefined when a node is needed. */
export function folded(
  emit: Emitter,
  op: string,
  inputs: readonly (Value | undefined)[],
  attributes: Attributes = {},
): Value | undefined {
  const isInteger = op === 'Shape' || inputs[0]?.type === 'int64';
  const table = isInteger ? integerFolds : folds;
  if (!Object.hasOwn(table, op)) return undefined;
  return table[op]?.(emit, inputs, attributes);
}
