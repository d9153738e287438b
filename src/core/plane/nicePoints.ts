/** Two points on a line that are easy to read: whole numbers and grid points first, inside the window where it meets it. */

import { type Affine, affineAt, unitLine } from './halfPlane.ts';
import { type PlanePoint, type PlaneWindow, distanceBetween } from './plane.ts';

interface Sheet {
  readonly window: PlaneWindow;
  readonly grid: number;
}

interface Candidate {
  readonly point: PlanePoint;
  /** the smaller, the easier to read */
  readonly rough: number;
}

/** Steps of the grid that are looked at on either side. */
const STEPS = 100;
const LARGEST = 1e6;
/** Coordinates are rounded to so many digits behind the point: what is beyond is rounding. */
const DIGITS = 12;
const OUTSIDE = 100;

/** Undefined where the line is beyond all coordinates. */
export function nicePoints(
  line: Affine,
  sheet: Sheet,
): readonly [PlanePoint, PlanePoint] | undefined {
  const middle = nearestTo(centreOf(sheet.window), unitLine(line));
  if (!middle.every((x) => Math.abs(x) < LARGEST)) return undefined;
  const candidates = candidatesOn(line, middle, sheet);
  const apart = shorterSide(sheet.window) / 4;
  const first = best(candidates, (point) => distanceBetween(point, middle));
  const others = candidates.filter(({ point }) => distanceBetween(point, first) >= apart);
  return [first, best(others, (point) => distanceBetween(point, first))];
}

function centreOf({ low, high }: PlaneWindow): PlanePoint {
  return [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
}

function shorterSide({ low, high }: PlaneWindow): number {
  return Math.min(high[0] - low[0], high[1] - low[1]);
}

/** On a unit line. */
function nearestTo(point: PlanePoint, unit: Affine): PlanePoint {
  const distance = affineAt(unit, point);
  return [point[0] - distance * unit.gradient[0], point[1] - distance * unit.gradient[1]];
}

/** The easiest to read, of these the nearest. */
function best(
  candidates: readonly Candidate[],
  distance: (point: PlanePoint) => number,
): PlanePoint {
  const [first] = candidates.toSorted(
    (one, other) => one.rough - other.rough || distance(one.point) - distance(other.point),
  );
  if (first === undefined) throw new Error('a line without points');
  return first.point;
}

/** Where the line crosses the grid and the axes around a point. */
function candidatesOn(
  { gradient, offset }: Affine,
  around: PlanePoint,
  sheet: Sheet,
): readonly Candidate[] {
  return ([0, 1] as const).flatMap((axis) => {
    const other = axis === 0 ? 1 : 0;
    if (Math.abs(gradient[other]) < Math.abs(gradient[axis]) * 1e-9) return [];
    return stops(around[axis], sheet).map((stop) => {
      const across = -(gradient[axis] * stop + offset) / gradient[other];
      const point: PlanePoint =
        axis === 0 ? [clean(stop), clean(across)] : [clean(across), clean(stop)];
      return { point, rough: roughnessOf(point, sheet) };
    });
  });
}

function stops(around: number, { window, grid }: Sheet): readonly number[] {
  const middle = Math.round(around / grid);
  const steps = Array.from({ length: 2 * STEPS + 1 }, (_, step) => (middle + step - STEPS) * grid);
  const side = shorterSide(window);
  const far = [-1, 0, 1].map((shift) => around + shift * side);
  const whole = [-3, -2, -1, 0, 1, 2, 3].map((shift) => Math.round(around) + shift);
  return [0, ...steps, ...whole, ...far];
}

/** Without a sign on 0, and without what is only rounding. */
function clean(value: number): number {
  return Number(value.toFixed(DIGITS)) + 0;
}

function roughnessOf(point: PlanePoint, { window, grid }: Sheet): number {
  const isInside = point.every(
    (x, axis) => x >= (window.low[axis] ?? x) && x <= (window.high[axis] ?? x),
  );
  return point.reduce((sum, x) => sum + roughness(x, grid), isInside ? 0 : OUTSIDE);
}

function roughness(value: number, grid: number): number {
  if (Number.isInteger(value)) return 0;
  if (Number.isInteger(clean(value / grid))) return 1;
  return Number.isInteger(clean(value * 100)) ? 2 : 8;
}
