/** How long something takes, beside a fixed piece of work in the same run. */
import { performance } from 'node:perf_hooks';

/** Three million multiplications and additions, one after the other: some five milliseconds. */
export function unitOfWork(): number {
  let sum = 0.5;
  for (let i = 0; i < 3e6; i++) sum = sum * 0.999999 + 1e-9;
  return sum;
}

/** Milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
