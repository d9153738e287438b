/** Nested lists of numbers and flat arrays with a shape. */
import { type Shape } from '../engine/tensor.ts';
import type { NestedNumbers } from './torch.d.ts';

/** Throws where a list is uneven or holds something else than numbers, naming the place. */
export function flattened(data: unknown): { shape: Shape; values: Float32Array } {
  const shape: number[] = [];
  for (let part = data; Array.isArray(part); part = (part as unknown[])[0]) shape.push(part.length);
  const values: number[] = [];
  collect(data, shape, [], values);
  return { shape, values: Float32Array.from(values) };
}

function collect(part: unknown, shape: Shape, path: readonly number[], values: number[]): void {
  const size = shape[path.length];
  const place = path.map((index) => `[${index}]`).join('');
  if (size === undefined) {
    if (typeof part !== 'number')
      throw new Error(`data${place} must be a number, found ${typeof part}`);
    values.push(part);
    return;
  }
  if (!Array.isArray(part) || part.length !== size)
    throw new Error(
      `data${place} must be a list of ${size}, found ${Array.isArray(part) ? part.length : typeof part}`,
    );
  part.forEach((inner: unknown, index) => {
    collect(inner, shape, [...path, index], values);
  });
}

export function nested(shape: Shape, values: Float32Array): NestedNumbers {
  const [size, ...inner] = shape;
  if (size === undefined) return values[0] ?? Number.NaN;
  const step = values.length / size;
  return Array.from({ length: size }, (_, i) =>
    nested(inner, values.subarray(i * step, (i + 1) * step)),
  );
}
