/** Straight lines as functions a·x₁ + b·x₂ + c, and convex polygons cut by them. */

import { type PlanePoint, type Polyline, pointBetween } from './plane.ts';

export interface Affine {
  readonly gradient: readonly [number, number];
  readonly offset: number;
}

export function affineAt({ gradient, offset }: Affine, [x, y]: PlanePoint): number {
  return gradient[0] * x + gradient[1] * y + offset;
}

/** The same line, its values distances; of a gradient that is not 0. */
export function unitLine({ gradient, offset }: Affine): Affine {
  const length = Math.hypot(...gradient);
  return { gradient: [gradient[0] / length, gradient[1] / length], offset: offset / length };
}

export function areaOf(polygon: Polyline): number {
  const origin = polygon[0] ?? [0, 0];
  let twice = 0;
  polygon.forEach((point, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? point;
    twice +=
      (point[0] - origin[0]) * (next[1] - origin[1]) -
      (next[0] - origin[0]) * (point[1] - origin[1]);
  });
  return twice / 2;
}

/** Inside a convex polygon. */
export function middleOf(polygon: Polyline): PlanePoint {
  const [x, y] = polygon.reduce((sum, point) => [sum[0] + point[0], sum[1] + point[1]], [0, 0]);
  return [x / polygon.length, y / polygon.length];
}

/** What of a convex polygon lies where the line is positive, and where negative. */
export interface Halves {
  readonly positive: Polyline | undefined;
  readonly negative: Polyline | undefined;
}

/** Cut along a unit line; corners within `rounding` of it lie on it, so that no slivers arise. */
export function halvesOf(polygon: Polyline, line: Affine, rounding: number): Halves {
  const sides = polygon.map((corner) => snapped(affineAt(line, corner), rounding));
  if (!sides.some((side) => side < 0)) return { positive: polygon, negative: undefined };
  if (!sides.some((side) => side > 0)) return { positive: undefined, negative: polygon };
  return {
    positive: kept(polygon, sides),
    negative: kept(
      polygon,
      sides.map((side) => -side),
    ),
  };
}

function snapped(distance: number, rounding: number): number {
  return Math.abs(distance) <= rounding ? 0 : distance;
}

/** By Sutherland and Hodgman (1974). */
function kept(polygon: Polyline, sides: readonly number[]): Polyline {
  return polygon.flatMap((corner, index) => {
    const after = (index + 1) % polygon.length;
    const [next, here, there] = [polygon[after] ?? corner, sides[index] ?? 0, sides[after] ?? 0];
    const own = here >= 0 ? [corner] : [];
    return here * there < 0 ? [...own, pointBetween(corner, next, here / (here - there))] : own;
  });
}
