/** How much of one drawing is covered by another: exact along straight segments, nothing is sampled. */

import {
  type PlanePoint,
  type PlaneWindow,
  type Segment,
  distanceBetween,
  pointBetween,
} from './plane.ts';
import { PlaneGrid } from './planeGrid.ts';

export interface CoverageLimits {
  /** a point is covered by segments that are no further away */
  readonly tolerance: number;
  /** … and whose direction differs by no more than this, in radians: what crosses does not cover; π/2 lets all pass */
  readonly angle: number;
}

/** A part of a segment. */
export interface Stretch extends Segment {
  /** place of the segment that it is a part of */
  readonly of: number;
}

export interface Coverage {
  readonly covered: readonly Stretch[];
  readonly uncovered: readonly Stretch[];
  readonly coveredLength: number;
  readonly uncoveredLength: number;
}

/** Part of a segment whose ends are at 0 and 1. */
type Interval = readonly [number, number];

/** Stretches come in the order of the segments, those of one segment from its start to its end. */
export function coverage(
  segments: readonly Segment[],
  by: readonly Segment[],
  limits: CoverageLimits,
): Coverage {
  const near = coverers(segments, by, limits);
  const [covered, uncovered]: [Stretch[], Stretch[]] = [[], []];
  for (const [of, segment] of segments.entries()) {
    const intervals = union(
      [...near(segment, of)].flatMap((other) => {
        const interval = isAlong(segment, other, limits.angle)
          ? withinReach(segment, other, limits.tolerance)
          : undefined;
        return interval === undefined ? [] : [interval];
      }),
    );
    covered.push(...stretches(segment, of, intervals));
    uncovered.push(...stretches(segment, of, complement(intervals)));
  }
  return { covered, uncovered, coveredLength: total(covered), uncoveredLength: total(uncovered) };
}

/** What comes near a segment, given with its place, and more. */
type Coverers = (segment: Segment, of: number) => Iterable<Segment>;

/** The fewer ones are sorted into the grid: many long segments would fill it. */
function coverers(
  segments: readonly Segment[],
  by: readonly Segment[],
  { tolerance }: CoverageLimits,
): Coverers {
  if (by.length <= segments.length) {
    const grid = gridOf(by, (index) => by[index]);
    return (segment) => grid?.near(segment, tolerance) ?? [];
  }
  const grid = gridOf(segments, (index) => index);
  const found = segments.map((): Segment[] => []);
  for (const other of by) {
    for (const of of grid?.near(other, tolerance) ?? []) found[of]?.push(other);
  }
  return (_, of) => found[of] ?? [];
}

function gridOf<T>(
  segments: readonly Segment[],
  thing: (index: number) => T | undefined,
): PlaneGrid<T> | undefined {
  const window = around(segments);
  if (window === undefined) return undefined;
  const grid = new PlaneGrid<T>(window, segments.length);
  for (const [index, segment] of segments.entries()) {
    const made = thing(index);
    if (made !== undefined) grid.insert(segment, made);
  }
  return grid;
}

/** A window with all segments in it. */
function around(segments: readonly Segment[]): PlaneWindow | undefined {
  if (segments.length === 0) return undefined;
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { from, to } of segments) {
    left = Math.min(left, from[0], to[0]);
    right = Math.max(right, from[0], to[0]);
    low = Math.min(low, from[1], to[1]);
    high = Math.max(high, from[1], to[1]);
  }
  return { low: [left, low], high: [Math.max(right, left + 1e-9), Math.max(high, low + 1e-9)] };
}

/** A segment without length lies along anything. */
function isAlong(one: Segment, other: Segment, angle: number): boolean {
  const [u, v] = [directionOf(one), directionOf(other)];
  const cosine = Math.abs(u[0] * v[0] + u[1] * v[1]);
  const sine = Math.abs(u[0] * v[1] - u[1] * v[0]);
  return Math.atan2(sine, cosine) <= angle + 1e-9;
}

function directionOf({ from, to }: Segment): PlanePoint {
  return [to[0] - from[0], to[1] - from[1]];
}

/**
 * The part of a segment that is no further than `reach` from another one: that is a strip with a disc at either end, and
 * convex, so the part is in one piece, from the first to the last place at which strip or discs are met.
 */
function withinReach(segment: Segment, other: Segment, reach: number): Interval | undefined {
  const parts = [
    inDisc(segment, other.from, reach),
    inDisc(segment, other.to, reach),
    inStrip(segment, other, reach),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  const first = Math.max(0, Math.min(...parts.map(([start]) => start)));
  const last = Math.min(1, Math.max(...parts.map(([, end]) => end)));
  return first <= last ? [first, last] : undefined;
}

function inDisc({ from, to }: Segment, centre: PlanePoint, radius: number): Interval | undefined {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [x, y] = [from[0] - centre[0], from[1] - centre[1]];
  const square = dx * dx + dy * dy;
  const middle = -(x * dx + y * dy) / square;
  const beside = (x * dy - y * dx) ** 2 / square;
  const half = Math.sqrt((radius * radius - beside) / square);
  return Number.isNaN(half) ? undefined : [middle - half, middle + half];
}

function inStrip(segment: Segment, other: Segment, reach: number): Interval | undefined {
  const length = distanceBetween(other.from, other.to);
  if (length === 0) return undefined;
  const [x, y] = directionOf(other);
  const [ux, uy] = [x / length, y / length];
  const along = ([px, py]: PlanePoint): number =>
    (px - other.from[0]) * ux + (py - other.from[1]) * uy;
  const beside = ([px, py]: PlanePoint): number =>
    (px - other.from[0]) * -uy + (py - other.from[1]) * ux;
  const lengthwise = between([along(segment.from), along(segment.to)], [0, length]);
  const crosswise = between([beside(segment.from), beside(segment.to)], [-reach, reach]);
  if (lengthwise === undefined || crosswise === undefined) return undefined;
  const [first, last] = [
    Math.max(lengthwise[0], crosswise[0]),
    Math.min(lengthwise[1], crosswise[1]),
  ];
  return first <= last ? [first, last] : undefined;
}

/** Where a value that goes evenly from its start at 0 to its end at 1 lies between two bounds. */
function between([start, end]: Interval, [low, high]: Interval): Interval | undefined {
  const step = end - start;
  if (step === 0) return start >= low && start <= high ? [-Infinity, Infinity] : undefined;
  const [one, other] = [(low - start) / step, (high - start) / step];
  return one < other ? [one, other] : [other, one];
}

/** Gaps below this part of a segment are rounding. */
const GAP = 1e-9;

function union(intervals: readonly Interval[]): readonly Interval[] {
  const joined: [number, number][] = [];
  for (const [start, end] of intervals.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1] + GAP) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Of intervals in order. */
function complement(intervals: readonly Interval[]): readonly Interval[] {
  const starts = [0, ...intervals.map(([, end]) => end)];
  const ends = [...intervals.map(([start]) => start), 1];
  return starts.map((start, index) => [start, ends[index] ?? 1] as const);
}

function stretches(
  { from, to }: Segment,
  of: number,
  intervals: readonly Interval[],
): readonly Stretch[] {
  return intervals
    .filter(([start, end]) => end - start > GAP)
    .map(([start, end]) => ({
      of,
      from: pointBetween(from, to, start),
      to: end === 1 ? to : pointBetween(from, to, end),
    }));
}

function total(parts: readonly Segment[]): number {
  return parts.reduce((sum, { from, to }) => sum + distanceBetween(from, to), 0);
}
