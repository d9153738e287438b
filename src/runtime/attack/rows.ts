/** Rows of numbers and matrices. */
import { type TensorData } from '../../engine/tensor.ts';

/** n rows of d numbers, as n×d. */
export function matrix(rows: readonly (readonly number[])[]): TensorData {
  return { shape: [rows.length, rows[0]?.length ?? 0], data: Float32Array.from(rows.flat()) };
}

export function rowsOf({ shape, data }: TensorData): number[][] {
  const [rows = 0, columns = 0] = shape;
  return Array.from({ length: rows }, (_, row) => [
    ...data.subarray(row * columns, (row + 1) * columns),
  ]);
}
