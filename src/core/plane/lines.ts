/** Segments that lie on the same straight line, up to rounding. */

import { type Segment } from './plane.ts';

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
  const [start, end] =
    from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]) ? [from, to] : [to, from];
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
