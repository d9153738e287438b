/** How much of a segment lies in a convex polygon (Cyrus and Beck 1978). */

import {
  type PlanePoint,
  type Polyline,
  type Segment,
  distanceBetween,
} from '../../plane/plane.ts';

/** @param polygon counter-clockwise, not closed; its edges are inside */
export function lengthInside({ from, to }: Segment, polygon: Polyline): number {
  let [start, end] = [0, 1];
  for (const [index, corner] of polygon.entries()) {
    const next = polygon[(index + 1) % polygon.length] ?? corner;
    const [before, after] = [leftOf(corner, next, from), leftOf(corner, next, to)];
    if (before < 0 && after < 0) return 0;
    const crossing = before / (before - after);
    if (before < 0) start = Math.max(start, crossing);
    if (after < 0) end = Math.min(end, crossing);
  }
  return Math.max(0, end - start) * distanceBetween(from, to);
}

/** Positive on the left of the way from `start` to `end`. */
function leftOf(start: PlanePoint, end: PlanePoint, point: PlanePoint): number {
  return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0]);
}
