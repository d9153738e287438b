/** What the attack minimises: |x−z|² + max(0, t f(z)). */

export function attackObjective(
  { x, t }: { readonly x: readonly number[]; readonly t: number },
  z: readonly number[],
  fz: number,
): number {
  return squaredDistance(x, z) + Math.max(0, t * fz);
}

/** NaN where `b` is shorter. */
export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + (value - (b[i] ?? Number.NaN)) ** 2, 0);
}
