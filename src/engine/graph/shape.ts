/** Arithmetic on shapes, with ONNX's and NumPy's broadcasting. */
import { type Shape, sizeOf } from '../tensor.ts';

export const describeShape = (shape: Shape): string => `[${shape.join(', ')}]`;

export function sameShape(a: Shape, b: Shape): boolean {
  return a === b || (a.length === b.length && a.every((size, axis) => size === b[axis]));
}

/** The common shape, or undefined where two sizes differ and none is 1. */
function broadcast(a: Shape, b: Shape): Shape | undefined {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const result: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const m = a[axis - rank + a.length] ?? 1;
    const n = b[axis - rank + b.length] ?? 1;
    if (m !== n && m !== 1 && n !== 1) return undefined;
    result.push(m === 1 ? n : m);
  }
  return result;
}

/** Throws when they do not broadcast. */
export function broadcastAll(shapes: readonly Shape[]): Shape {
  return shapes.reduce((a, b) => {
    const common = broadcast(a, b);
    if (common === undefined)
      throw new Error(`shapes ${describeShape(a)} and ${describeShape(b)} do not broadcast`);
    return common;
  });
}

/** Axis counted from the front. Throws when there is no such axis. */
export function axisOf(axis: number, rank: number): number {
  const found = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(axis) || found < 0 || found >= rank)
    throw new Error(`dimension ${axis} does not exist in ${rank} dimensions`);
  return found;
}

/** `shape` with `axes` summed away, or kept with size 1. */
export function reducedShape(shape: Shape, axes: readonly number[], keep: boolean): Shape {
  const gone = new Set(axes.map((axis) => axisOf(axis, shape.length)));
  return keep
    ? shape.map((size, axis) => (gone.has(axis) ? 1 : size))
    : shape.filter((_, axis) => !gone.has(axis));
}

/** Shape of `a @ b` as NumPy and PyTorch define it for any number of dimensions. Throws with both named. */
export function matmulShape(a: Shape, b: Shape): Shape {
  const left = a.length === 1 ? [1, ...a] : a;
  const right = b.length === 1 ? [...b, 1] : b;
  const rows = left.at(-2);
  const columns = right.at(-1);
  const batch = broadcast(left.slice(0, -2), right.slice(0, -2));
  const fits = left.at(-1) === right.at(-2) && batch !== undefined;
  if (rows === undefined || columns === undefined || !fits)
    throw new Error(
      `shapes ${describeShape(a)} and ${describeShape(b)} cannot be multiplied as matrices`,
    );
  return [...batch, ...(a.length === 1 ? [] : [rows]), ...(b.length === 1 ? [] : [columns])];
}

/** `sizes` with its one -1 filled in. Throws when the number of elements differs. */
export function reshapedShape(shape: Shape, sizes: Shape): Shape {
  const known = sizes.filter((size) => size !== -1);
  const missing = sizeOf(shape) / sizeOf(known);
  const result = sizes.map((size) => (size === -1 ? missing : size));
  const holes = sizes.length - known.length;
  const valid = result.every((size) => Number.isInteger(size) && size >= 0);
  if (holes > 1 || !valid || sizeOf(result) !== sizeOf(shape))
    throw new Error(`shape ${describeShape(shape)} cannot be viewed as ${describeShape(sizes)}`);
  return result;
}
