/** Segments that lie on the same straight line, up to rounding. */

import { type PlanePoint, type Segment, distanceBetween } from './plane.ts';

/** The points whose distance from 0, measured along (cos, sin) of `angle`, is `offset`. */
interface Line {
  /** in [0, π) up to rounding */
  readonly angle: number;
  readonly offset: number;
}

interface OnLine<T extends Segment> {
  readonly line: Line;
  readonly segment: T;
}

/** Of segments with a length; directions that differ by less than `rounding` are the same, as are offsets. */
export function byLine<T extends Segment>(
  segments: readonly T[],
  rounding: number,
): readonly T[][] {
  const placed = segments.map((segment) => ({ line: lineThrough(segment, rounding), segment }));
  return clusters(placed, ({ line }) => line.angle, rounding)
    .flatMap((parallel) => clusters(parallel, ({ line }) => line.offset, rounding))
    .map((same) => same.map(({ segment }: OnLine<T>) => segment));
}

function lineThrough({ from, to }: Segment, rounding: number): Line {
  // the same ends give the same line, whatever their order
  const [start, end] = isBefore(from, to) ? [from, to] : [to, from];
  const normal = Math.atan2(end[0] - start[0], start[1] - end[1]);
  const angle = normal >= Math.PI - rounding ? normal - Math.PI : normal;
  return { angle, offset: start[0] * Math.cos(angle) + start[1] * Math.sin(angle) };
}

/** Neighbours in order that are no further apart than `gap` stay together. */
function clusters<T>(things: readonly T[], valueOf: (thing: T) => number, gap: number): T[][] {
  const groups: T[][] = [];
  let last = -Infinity;
  for (const thing of things.toSorted((one, other) => valueOf(one) - valueOf(other))) {
    const value = valueOf(thing);
    if (value - last <= gap) groups.at(-1)?.push(thing);
    else groups.push([thing]);
    last = value;
  }
  return groups;
}

/** Of segments on one line: what overlaps or is no further apart than `gap` becomes one. */
export function joinedOnLine(segments: readonly Segment[], gap: number): readonly Segment[] {
  const joined: { from: PlanePoint; to: PlanePoint }[] = [];
  const { along, ordered } = alongOneLine(segments);
  for (const { from, to } of ordered) {
    const last = joined.at(-1);
    if (last === undefined || along(from) > along(last.to) + gap) joined.push({ from, to });
    else if (along(to) > along(last.to)) last.to = to;
  }
  return joined;
}

/** Segments on one line in the order of their starts, all in the same direction, and where a point is on that line. */
export function alongOneLine<T extends Segment>(
  segments: readonly T[],
): { readonly along: (point: PlanePoint) => number; readonly ordered: readonly T[] } {
  const [longest] = segments.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  if (longest === undefined) return { along: () => 0, ordered: [] };
  const { from, to } = longest;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ([x, y]: PlanePoint): number => (x * dx + y * dy) / Math.hypot(dx, dy);
  const upwards = segments.map((segment) =>
    along(segment.from) <= along(segment.to)
      ? segment
      : { ...segment, from: segment.to, to: segment.from },
  );
  return { along, ordered: upwards.sort((one, other) => along(one.from) - along(other.from)) };
}

function lengthOf({ from, to }: Segment): number {
  return distanceBetween(from, to);
}

/** From left to right, what stands above each other from below. */
function isBefore(one: PlanePoint, other: PlanePoint): boolean {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}
