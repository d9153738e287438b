/** Short pieces that close gaps in a drawing: where an end stops just before another piece, or before the window's edge. */

import {
  type PlanePoint,
  type Segment,
  distanceBetween,
  distanceToSegment,
  pointBetween,
} from '../plane.ts';
import { type PlaneGrid } from '../planeGrid.ts';
import { crossingOf } from './crossing.ts';

interface Closing {
  readonly grid: PlaneGrid<Segment>;
  readonly tolerance: number;
  readonly rounding: number;
}

/**
 * From each loose end to what lies nearest of the others, if that is no further than the tolerance; undefined where
 * that would take too long.
 */
export function closedGaps(
  segments: readonly Segment[],
  closing: Closing,
): readonly Segment[] | undefined {
  const gaps: Segment[] = [];
  for (const segment of segments) {
    for (const end of [segment.from, segment.to]) {
      if (closing.grid.isExhausted) return undefined;
      if (touches(segment, end, closing)) continue;
      const near = closing.grid.near({ from: end, to: end }, closing.tolerance);
      const reached = reachedFrom(end, segment, [...near], closing);
      if (reached !== undefined) gaps.push({ from: end, to: nearestOn(reached, end) });
    }
  }
  return gaps;
}

function touches(segment: Segment, end: PlanePoint, { grid, rounding }: Closing): boolean {
  for (const other of grid.near({ from: end, to: end }, rounding)) {
    if (other !== segment && distanceToSegment(end, other) <= rounding) return true;
  }
  return false;
}

/** What is crossed already needs no closing. */
function reachedFrom(
  end: PlanePoint,
  segment: Segment,
  near: readonly Segment[],
  { tolerance, rounding }: Closing,
): Segment | undefined {
  let [nearest, least]: [Segment | undefined, number] = [undefined, tolerance];
  for (const other of near) {
    if (other === segment) continue;
    const distance = distanceToSegment(end, other);
    if (distance > least || crossingOf(segment, other, rounding) !== undefined) continue;
    [nearest, least] = [other, distance];
  }
  return nearest;
}

function nearestOn({ from, to }: Segment, point: PlanePoint): PlanePoint {
  const length = distanceBetween(from, to);
  if (length === 0) return from;
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const along = (point[0] - from[0]) * ux + (point[1] - from[1]) * uy;
  return pointBetween(from, to, Math.min(1, Math.max(0, along / length)));
}
