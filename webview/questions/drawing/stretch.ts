/** The part of a line, ray or segment that lies in a box, and how far points are from what is drawn. */

import {
  type DrawnType,
  type PlanePoint,
  type PlaneWindow,
} from '../../../src/protocol/messages.ts';

/** From and to, in data units. */
export type Stretch = readonly [PlanePoint, PlanePoint];

/** Which multiples of the way from the first point to the second belong to it. */
const REACH: { readonly [T in DrawnType]: readonly [number, number] } = {
  line: [-Infinity, Infinity],
  ray: [0, Infinity],
  segment: [0, 1],
  polyline: [0, 1],
};

const along = ([px, py]: PlanePoint, [qx, qy]: PlanePoint, t: number): PlanePoint => [
  px + (qx - px) * t,
  py + (qy - py) * t,
];

/** Clips as Liang and Barsky do (1984). */
export function stretchIn(
  { low, high }: PlaneWindow,
  type: DrawnType,
  p: PlanePoint,
  q: PlanePoint,
): Stretch | undefined {
  let [from, to] = REACH[type];
  for (const axis of [0, 1] as const) {
    const way = q[axis] - p[axis];
    const [near, far] = [low[axis] - p[axis], high[axis] - p[axis]];
    if (way === 0) {
      if (near > 0 || far < 0) return undefined;
      continue;
    }
    from = Math.max(from, Math.min(near / way, far / way));
    to = Math.min(to, Math.max(near / way, far / way));
  }
  return from <= to && Number.isFinite(from + to)
    ? [along(p, q, from), along(p, q, to)]
    : undefined;
}

/** All that shows of an object; a polyline has a stretch for each of its sides. */
export function stretchesIn(
  box: PlaneWindow,
  { type, points }: { readonly type: DrawnType; readonly points: readonly PlanePoint[] },
): readonly Stretch[] {
  return points.slice(1).flatMap((q, index) => {
    const p = points[index];
    const found = p && stretchIn(box, type, p, q);
    return found ? [found] : [];
  });
}

export const distance = ([px, py]: PlanePoint, [qx, qy]: PlanePoint): number =>
  Math.hypot(qx - px, qy - py);

export function distanceTo([p, q]: Stretch, point: PlanePoint): number {
  const length = distance(p, q);
  if (length === 0) return distance(p, point);
  const t =
    ((point[0] - p[0]) * (q[0] - p[0]) + (point[1] - p[1]) * (q[1] - p[1])) / (length * length);
  return distance(along(p, q, Math.min(1, Math.max(0, t))), point);
}

export const pointAlong = ([p, q]: Stretch, share: number): PlanePoint => along(p, q, share);
