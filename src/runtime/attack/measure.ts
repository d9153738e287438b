/** What an attack achieved, from plain values: f is evaluated anew, so nothing depends on what the program says. */
import { sizeOf, type TensorData } from '../../engine/tensor.ts';

/** One number per row. */
export interface AttackMeasures {
  /** ‖x−z‖² + max(0, t f(z)) */
  readonly objective: readonly number[];
  /** ‖x−z‖ */
  readonly distance: readonly number[];
  /** f(z) */
  readonly output: readonly number[];
  /** z lies on the other side or on the boundary: t f(z) ≤ 0 */
  readonly success: readonly boolean[];
}

/** `x` and `z` have the same shape, n rows; `t` and `output` have n numbers. */
export function measureAttack(
  { x, t }: { readonly x: TensorData; readonly t: TensorData },
  z: TensorData,
  output: TensorData,
): AttackMeasures {
  const [rows = 0, ...inner] = x.shape;
  const size = sizeOf(inner);
  const all = Array.from({ length: rows }, (_, row) => {
    const squared = squaredDistance(x, z, { from: row * size, to: (row + 1) * size });
    const f = output.data[row] ?? Number.NaN;
    return { squared, f, margin: (t.data[row] ?? Number.NaN) * f };
  });
  return {
    objective: all.map(({ squared, margin }) => squared + Math.max(0, margin)),
    distance: all.map(({ squared }) => Math.sqrt(squared)),
    output: all.map(({ f }) => f),
    success: all.map(({ margin }) => margin <= 0),
  };
}

function squaredDistance(
  { data: x }: TensorData,
  { data: z }: TensorData,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += ((x[i] ?? Number.NaN) - (z[i] ?? Number.NaN)) ** 2;
  return sum;
}
