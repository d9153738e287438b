/** Borders between linear pieces: by the lines on which they lie, and which piece is where. */

import { areaOf } from './halfPlane.ts';
import { type Border, type LinearPieces } from './linearPieces.ts';
import { byLine } from './lines.ts';
import { type PlanePoint, type Polyline, distanceToSegment, roundingIn } from './plane.ts';

/** Borders are made from corners that are exact up to so many roundings. */
const ROUNDINGS = 1000;

/** Groups of borders that lie on the same straight line. */
export function bordersByLine({
  borders,
  window,
}: Pick<LinearPieces, 'borders' | 'window'>): readonly (readonly Border[])[] {
  return byLine(borders, ROUNDINGS * roundingIn(window));
}

/** The place of the piece around a point; undefined outside the window, and within `clearance` of a border. */
export function pieceAt(
  { pieces, borders, window }: LinearPieces,
  point: PlanePoint,
  clearance = 0,
): number | undefined {
  const near = Math.max(clearance, roundingIn(window));
  if (borders.some((border) => distanceToSegment(point, border) <= near)) return undefined;
  const place = pieces.findIndex(({ cells }) =>
    cells.some((cell) => isInside(point, cell, roundingIn(window))),
  );
  return place < 0 ? undefined : place;
}

function isInside(point: PlanePoint, cell: Polyline, rounding: number): boolean {
  return cell.every((corner, index) => {
    const next = cell[(index + 1) % cell.length] ?? corner;
    const length = Math.hypot(next[0] - corner[0], next[1] - corner[1]);
    return areaOf([corner, next, point]) * 2 >= -rounding * length;
  });
}
