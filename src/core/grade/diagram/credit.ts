/** What a diagram earns: each edge has its share of the points, and each difference costs its shares. */

import { type Reading } from '../../network/reading.ts';

/** In halves, rounded down; with a difference never all. */
export function pointsFor({ cost, shares }: Reading, maxPoints: number): number {
  if (cost === 0) return maxPoints;
  const left = maxPoints * (1 - cost / Math.max(shares, 1));
  // what is exactly half a point must not fall below it by rounding
  return Math.max(0, Math.floor(left * 2 + 1e-9) / 2);
}
