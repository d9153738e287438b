/**
 * The cells into which a drawing cuts the window. Ends that stop just before another piece are taken to reach it, as
 * hands do not meet lines exactly.
 */

import { type Result, failure, success } from '../result.ts';
import { closedGaps } from './cells/closedGaps.ts';
import { facesOf } from './cells/faces.ts';
import { inmost } from './cells/inside.ts';
import { TOO_MANY, networkOf } from './cells/network.ts';
import {
  type PlanePoint,
  type PlaneWindow,
  type Polyline,
  type Segment,
  cornersOf,
  roundingIn,
} from './plane.ts';
import { PlaneGrid } from './planeGrid.ts';

export interface ArrangementCell {
  readonly area: number;
  /** counter-clockwise, not closed; an edge that ends inside is walked there and back */
  readonly outline: Polyline;
  readonly holes: readonly Polyline[];
  /** nearly as far from all edges as can be, where that is more than the tolerance */
  readonly inner: PlanePoint;
  /** how far that is */
  readonly clearance: number;
}

/** Of the drawing; edges along the window's are left out. */
export interface ArrangementEdge extends Segment {
  /** places of the cells to the left and right of the direction; equal beside an end that is free */
  readonly sides: readonly [number, number];
  /** places of the drawn segments that lie here; none where a gap was closed */
  readonly segments: readonly number[];
}

export interface Arrangement {
  readonly cells: readonly ArrangementCell[];
  readonly edges: readonly ArrangementEdge[];
}

/** What is nearer, in roundings, meets. */
const MEETING = 100;

/**
 * Of segments inside the window, each with a length. Gaps up to `tolerance` are closed. A sentence says that there are too many crossings.
 */
export function arrangement(
  segments: readonly Segment[],
  window: PlaneWindow,
  tolerance: number,
): Result<Arrangement, string> {
  const rounding = MEETING * roundingIn(window);
  const corners = cornersOf(window);
  const frame = corners.map((to, index) => ({ from: corners.at(index - 1) ?? to, to }));
  const grid = new PlaneGrid<Segment>(window, segments.length + frame.length);
  for (const segment of [...segments, ...frame]) grid.insert(segment, segment);
  const gaps = closedGaps(segments, { grid, tolerance, rounding });
  if (gaps === undefined) return failure(TOO_MANY);
  for (const gap of gaps) grid.insert(gap, gap);
  const network = networkOf([...segments, ...frame, ...gaps], grid, rounding);
  if (!network.ok) return network;
  const { vertices, edges } = network.value;
  const { faces, sides } = facesOf(network.value);
  const drawn = edges.flatMap(({ ends, segments: places }, index): ArrangementEdge[] => {
    const [left, right] = sides[index] ?? [];
    if (left === undefined || right === undefined) return [];
    const own = places.filter((place) => place < segments.length);
    const [from, to] = [vertices.at(ends[0]), vertices.at(ends[1])];
    return [{ from, to, sides: [left, right], segments: own }];
  });
  const cells = faces.map(({ outline, holes, area }) => {
    const { at, clearance } = inmost([outline, ...holes], tolerance);
    return { outline, holes, area, inner: at, clearance };
  });
  return success({ cells, edges: drawn });
}
