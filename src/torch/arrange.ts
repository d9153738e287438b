/** The same numbers, or a part of them, in another shape. */
import { axisOf, describeShape, reshapedShape } from '../engine/graph/shape.ts';
import { type Shape } from '../engine/tensor.ts';
import { type Derivable } from './derivation.ts';
import { operator, transposition } from './operation.ts';

export type Sizes = readonly number[] | [readonly number[]];

function listOf(sizes: Sizes): readonly number[] {
  const [first] = sizes;
  return typeof first === 'object' ? first : (sizes as readonly number[]);
}

export function reshape<T extends Derivable<T>>(name: string, x: T, sizes: Sizes): T {
  const wanted = listOf(sizes);
  // -1 is filled in here: ONNX's Reshape would copy sizes for 0
  let shape: Shape | undefined;
  const filled = (): Shape => (shape ??= reshapedShape(x.shape, wanted));
  return x.derive(name, [x, known(x, name, filled)], {
    operation: operator('Reshape'),
    shape: filled,
    view: true,
  });
}

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
  return x.derive(name, [x], {
    operation: transposition(perm),
    shape: () => perm.map((axis) => x.shape[axis] ?? 1),
    view: true,
  });
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
  return x.derive(name, [x, axes], {
    operation: operator('Squeeze'),
    shape: () => x.shape.filter((_, axis) => !axes.includes(axis)),
    view: true,
  });
}

export function unsqueeze<T extends Derivable<T>>(x: T, dim: number): T {
  const [axis = 0] = known(x, 'unsqueeze', () => [axisOf(dim, x.shape.length + 1)]);
  return x.derive('unsqueeze', [x, [axis]], {
    operation: operator('Unsqueeze'),
    shape: () => x.shape.toSpliced(axis, 0, 1),
    view: true,
  });
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
  return x.derive('expand', [x, shape], {
    operation: operator('Expand'),
    shape: () => shape,
    view: true,
  });
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
  return x.derive(name, [x, [from], [from + length], [axis]], {
    operation: operator('Slice'),
    shape: () => x.shape.with(axis, length),
    view: true,
  });
}

export function select<T extends Derivable<T>>(name: string, x: T, dim: number, index: number): T {
  if (x.shape.length === 0) throw x.error(name, 'a single number has no rows');
  const part = narrow(x, { name, dim, start: index, length: 1 });
  return withoutAxes(name, part, [dim < 0 ? dim + x.shape.length : dim]);
}
