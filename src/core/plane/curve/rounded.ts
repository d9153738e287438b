/** A chain of points of a curve made as fine as asked, and no finer. */

import {
  type PlanePoint,
  type Polyline,
  distanceBetween,
  distanceToSegment,
  pointBetween,
} from '../plane.ts';
import { isPositive, zeroBetween } from './signGrid.ts';

type Value = (point: PlanePoint) => number;

const DEEPEST = 6;

/** Points are added until no chord is further than `deviation` from the curve, then left out where they say nothing. */
export function rounded(points: Polyline, valueAt: Value, deviation: number): Polyline {
  const fine = points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    return [...between(from, to, { valueAt, deviation, depth: 0 }), to];
  });
  return simplified([...points.slice(0, 1), ...fine], deviation);
}

interface Refinement {
  readonly valueAt: Value;
  readonly deviation: number;
  readonly depth: number;
}

function between(from: PlanePoint, to: PlanePoint, refinement: Refinement): Polyline {
  const { valueAt, deviation, depth } = refinement;
  if (depth >= DEEPEST || distanceBetween(from, to) <= deviation) return [];
  const middle = pointBetween(from, to, 0.5);
  const on = beside(middle, from, to, valueAt);
  if (on === undefined || distanceBetween(on, middle) <= deviation / 2) return [];
  const deeper = { ...refinement, depth: depth + 1 };
  return [...between(from, on, deeper), on, ...between(on, to, deeper)];
}

/** The curve's point beside the middle of a chord. */
function beside(
  middle: PlanePoint,
  from: PlanePoint,
  to: PlanePoint,
  valueAt: Value,
): PlanePoint | undefined {
  const across: PlanePoint = [(from[1] - to[1]) / 2, (to[0] - from[0]) / 2];
  const own = { point: middle, value: valueAt(middle) };
  for (const side of [1, -1]) {
    const point: PlanePoint = [middle[0] + side * across[0], middle[1] + side * across[1]];
    const value = valueAt(point);
    const isBeyond = isPositive(value) !== isPositive(own.value);
    if (isBeyond) return zeroBetween(valueAt, own, { point, value });
  }
  return undefined;
}

/** By Ramer, Douglas and Peucker (1972, 1973). */
function simplified(points: Polyline, deviation: number): Polyline {
  const keep = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [first, last] = range;
    const furthest = furthestBetween(points, first, last);
    if (furthest === undefined || furthest.distance <= deviation) continue;
    keep.add(furthest.place);
    open.push([first, furthest.place], [furthest.place, last]);
  }
  return points.filter((_, place) => keep.has(place));
}

function furthestBetween(
  points: Polyline,
  first: number,
  last: number,
): { readonly place: number; readonly distance: number } | undefined {
  const [from, to] = [points[first], points[last]];
  if (from === undefined || to === undefined) return undefined;
  let furthest: { place: number; distance: number } | undefined;
  for (let place = first + 1; place < last; place += 1) {
    const distance = distanceToSegment(points[place] ?? from, { from, to });
    if (furthest === undefined || distance > furthest.distance) furthest = { place, distance };
  }
  return furthest;
}
