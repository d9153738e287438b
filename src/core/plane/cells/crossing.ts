/** Where two segments cross. */

import { type PlanePoint, type Segment, distanceBetween, pointBetween } from '../plane.ts';

/** Directions whose sine is smaller are the same. */
const PARALLEL = 1e-12;

/** Undefined where they do not meet, by more than `rounding`, or have the same direction. */
export function crossingOf(one: Segment, other: Segment, rounding: number): PlanePoint | undefined {
  const [ux, uy] = [one.to[0] - one.from[0], one.to[1] - one.from[1]];
  const [vx, vy] = [other.to[0] - other.from[0], other.to[1] - other.from[1]];
  const turn = ux * vy - uy * vx;
  const lengths = [Math.hypot(ux, uy), Math.hypot(vx, vy)] as const;
  if (Math.abs(turn) <= PARALLEL * lengths[0] * lengths[1]) return undefined;
  const [x, y] = [other.from[0] - one.from[0], other.from[1] - one.from[1]];
  const along = [(x * vy - y * vx) / turn, (x * uy - y * ux) / turn] as const;
  const meets = along.every((at, index) => {
    const slack = rounding / (lengths[index] ?? 1);
    return at >= -slack && at <= 1 + slack;
  });
  return meets ? pointBetween(one.from, one.to, along[0]) : undefined;
}

/** Whether a point lies on a segment, and where: a distance from its start. */
export function placeOn(
  { from, to }: Segment,
  [x, y]: PlanePoint,
  rounding: number,
): number | undefined {
  const length = distanceBetween(from, to);
  if (length === 0) return undefined;
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const [dx, dy] = [x - from[0], y - from[1]];
  const along = dx * ux + dy * uy;
  const isOn =
    Math.abs(dx * uy - dy * ux) <= rounding && along >= -rounding && along <= length + rounding;
  return isOn ? along : undefined;
}
