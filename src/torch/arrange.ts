/** The same numbers, or a part of them, in another shape. */
import { axisOf, describeShape, reshapedShape } from '../engine/graph/shape.ts';
import { type Shape } from '../engine/tensor.ts';
import { type Derivable, derivation } from './derivation.ts';
import { type Operation } from '../engine/trace/source.ts';
import { operator } from './operation.ts';

export type Sizes = readonly number[] | [readonly number[]];

function listOf(sizes: Sizes): readonly number[] {
  const [first] = sizes;
  return typeof first === 'object' ? first : (sizes as readonly number[]);
}

export function reshape<T extends Derivable<T>>(name: string, x: T, sizes: Sizes): T {
  const wanted = listOf(sizes);
  // -1 is filled in here: ONNX's Reshape would copy sizes for 0
  const shape = known(x, name, () => reshapedShape(x.shape, wanted));
  return view(x, [shape], { name, operation: OPERATORS.reshape, shape });
}

/** A view of `x` whose shape is known already. */
function view<T extends Derivable<T>>(
  x: T,
  inputs: readonly (readonly number[])[],
  { name, operation, shape }: { name: string; operation: Operation; shape: Shape },
): T {
  return x.derive(
    [x, ...inputs],
    derivation(name, operation, () => shape, true),
  );
}

const OPERATORS = {
  reshape: operator('Reshape'),
  squeeze: operator('Squeeze'),
  unsqueeze: operator('Unsqueeze'),
  expand: operator('Expand'),
  slice: operator('Slice'),
};

/** The shape, or an error at the student's line. */
function known<T extends Derivable<T>>(x: T, name: string, shape: () => Shape): Shape {
  try {
    return shape();
  } catch (error) {
    throw x.error(name, error instanceof Error ? error.message : String(error));
  }
}

export function permute<T extends Derivable<T>>(name: string, x: T, dims: readonly number[]): T {
  const rank = x.shape.length;
  const perm = known(x, name, () => dims.map((axis) => axisOf(axis, rank)));
  if (perm.length !== rank || new Set(perm).size !== rank)
    throw x.error(name, `${describeShape(dims)} does not name all ${rank} dimensions once`);
  const shape = perm.map((axis) => x.shape[axis] ?? 1);
  return view(x, [], { name, operation: operator('Transpose', { perm }), shape });
}

export function transpose<T extends Derivable<T>>(x: T, a: number, b: number): T {
  const rank = x.shape.length;
  const [first, second] = known(x, 'transpose', () => [axisOf(a, rank), axisOf(b, rank)]);
  const dims = x.shape.map((_, axis) => (axis === first ? second : axis === second ? first : axis));
  return permute(
    'transpose',
    x,
    dims.map((axis) => axis ?? 0),
  );
}

export function squeeze<T extends Derivable<T>>(x: T, dim: number | undefined): T {
  const rank = x.shape.length;
  const only = dim === undefined ? undefined : known(x, 'squeeze', () => [axisOf(dim, rank)])[0];
  const axes = [...x.shape.keys()].filter(
    (axis) => x.shape[axis] === 1 && (only === undefined || axis === only),
  );
  return withoutAxes('squeeze', x, axes);
}

function withoutAxes<T extends Derivable<T>>(name: string, x: T, axes: readonly number[]): T {
  const shape = x.shape.filter((_, axis) => !axes.includes(axis));
  return view(x, [axes], { name, operation: OPERATORS.squeeze, shape });
}

export function unsqueeze<T extends Derivable<T>>(x: T, dim: number): T {
  const [axis = 0] = known(x, 'unsqueeze', () => [axisOf(dim, x.shape.length + 1)]);
  const shape = x.shape.toSpliced(axis, 0, 1);
  return view(x, [[axis]], { name: 'unsqueeze', operation: OPERATORS.unsqueeze, shape });
}

export function expand<T extends Derivable<T>>(x: T, sizes: Sizes): T {
  const wanted = listOf(sizes);
  const lead = wanted.length - x.shape.length;
  const shape = wanted.map((size, axis) => (size === -1 ? (x.shape[axis - lead] ?? -1) : size));
  const fits =
    lead >= 0 &&
    x.shape.every((size, axis) => size === 1 || size === shape[axis + lead]) &&
    shape.every((size) => size >= 0);
  if (!fits)
    throw x.error(
      'expand',
      `${describeShape(x.shape)} does not expand to ${describeShape(wanted)}`,
    );
  return view(x, [shape], { name: 'expand', operation: OPERATORS.expand, shape });
}

export function narrow<T extends Derivable<T>>(
  x: T,
  { name, dim, start, length }: { name: string; dim: number; start: number; length: number },
): T {
  const [axis = 0] = known(x, name, () => [axisOf(dim, x.shape.length)]);
  const size = x.shape[axis] ?? 0;
  const from = start < 0 ? start + size : start;
  if (!Number.isInteger(from) || from < 0 || length < 0 || from + length > size)
    throw x.error(name, `index ${start} is out of range for dimension ${dim} of size ${size}`);
  const shape = x.shape.with(axis, length);
  return view(x, [[from], [from + length], [axis]], { name, operation: OPERATORS.slice, shape });
}

export function select<T extends Derivable<T>>(name: string, x: T, dim: number, index: number): T {
  if (x.shape.length === 0) throw x.error(name, 'a single number has no rows');
  const part = narrow(x, { name, dim, start: index, length: 1 });
  return withoutAxes(name, part, [dim < 0 ? dim + x.shape.length : dim]);
}
