/** Straight things cut off at the edges of a window. */

import { type PlanePoint, type PlaneWindow, type Segment, pointBetween } from './plane.ts';

/** From where to where, the first point being 0 and the second 1. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/** The part inside the window, its edges included. By Liang and Barsky (1984). */
export function clipped(
  { from, to }: Segment,
  reach: Reach,
  { low, high }: PlaneWindow,
): Segment | undefined {
  let [first, last] = [reach.from, reach.to];
  for (const axis of [0, 1] as const) {
    const step = to[axis] - from[axis];
    const ends = [low[axis] - from[axis], high[axis] - from[axis]] as const;
    if (step === 0 && (ends[0] > 0 || ends[1] < 0)) return undefined;
    if (step === 0) continue;
    const [enter, leave] = [ends[0] / step, ends[1] / step];
    first = Math.max(first, Math.min(enter, leave));
    last = Math.min(last, Math.max(enter, leave));
  }
  if (first > last) return undefined;
  const inside = (at: number): PlanePoint => {
    const [x, y] = at === 1 ? to : pointBetween(from, to, at);
    return [within(x, low[0], high[0]), within(y, low[1], high[1])];
  };
  return { from: inside(first), to: inside(last) };
}

/** Rounding must not lead out again. */
function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
