/** Labelled points in the plane, and what their makers share. */
import { type Random } from '../../src/core/random.ts';

export interface LabelledPoints {
  /** n×2 */
  readonly x: readonly (readonly [number, number])[];
  /** n labels */
  readonly t: readonly (1 | -1)[];
}

/** Normally distributed by Box and Muller's method. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** So that the checked-in data are exactly what was trained on. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
