/** Tensors as people write them in JSON: nested lists of numbers. */
import { type TensorData } from '../engine/tensor.ts';

export type NestedNumbers = number | readonly NestedNumbers[];

/** Throws a sentence that names the place, as in `x[1][0]`, of what is no number or makes the lists uneven. */
export function tensorOf(value: unknown, name: string): TensorData {
  const shape = shapeOf(value);
  const numbers: number[] = [];
  collect(value, { shape, name, into: numbers });
  return { shape, data: Float32Array.from(numbers) };
}

export function nestedOf({ shape, data }: TensorData): NestedNumbers {
  const [first, ...inner] = shape;
  if (first === undefined) return data[0] ?? Number.NaN;
  const size = data.length / Math.max(1, first);
  return Array.from({ length: first }, (_, i) =>
    nestedOf({ shape: inner, data: data.subarray(i * size, (i + 1) * size) }),
  );
}

/** Follows the first element of each list. */
function shapeOf(value: unknown): number[] {
  if (!Array.isArray(value)) return [];
  return [value.length, ...shapeOf(value[0])];
}

interface Collection {
  readonly shape: readonly number[];
  readonly name: string;
  readonly into: number[];
}

function collect(value: unknown, { shape, name, into }: Collection): void {
  const [length, ...inner] = shape;
  if (length === undefined) {
    if (typeof value !== 'number') throw new Error(`${name} must be a number`);
    into.push(value);
    return;
  }
  if (!Array.isArray(value) || value.length !== length) {
    throw new Error(`${name} must be a list of ${length}`);
  }
  value.forEach((element, i) => {
    collect(element, { shape: inner, name: `${name}[${i}]`, into });
  });
}
