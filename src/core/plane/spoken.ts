/** A place of the plane as sentences say it. */

import { type PlanePoint } from './plane.ts';

export function spoken([x, y]: PlanePoint): string {
  return `(${Number(x.toPrecision(3))}, ${Number(y.toPrecision(3))})`;
}
