/** The plane on which drawings are made. All numbers are data units: what the axes say, never pixels. */

export type PlanePoint = readonly [number, number];

/** An upright box, its edges included; `low` is smaller in both coordinates. */
export interface PlaneWindow {
  readonly low: PlanePoint;
  readonly high: PlanePoint;
}

/** Two points or more, joined by straight segments. */
export type Polyline = readonly PlanePoint[];

export interface Segment {
  readonly from: PlanePoint;
  readonly to: PlanePoint;
}

export function segmentsOf(polyline: Polyline): readonly Segment[] {
  return polyline.slice(1).map((to, index) => ({ from: polyline[index] ?? to, to }));
}

export function distanceBetween(one: PlanePoint, other: PlanePoint): number {
  return Math.hypot(other[0] - one[0], other[1] - one[1]);
}

/** From `one` (at 0) to `other` (at 1), and beyond. */
export function pointBetween(one: PlanePoint, other: PlanePoint, at: number): PlanePoint {
  return [one[0] + at * (other[0] - one[0]), one[1] + at * (other[1] - one[1])];
}

/** Distances below this are rounding. */
export function roundingIn({ low, high }: PlaneWindow): number {
  const corners = [...low, ...high].map(Math.abs);
  return 1e-10 * Math.max(...corners, high[0] - low[0], high[1] - low[1]);
}

/** Counter-clockwise from the lower left. */
export function cornersOf({ low, high }: PlaneWindow): Polyline {
  return [low, [high[0], low[1]], high, [low[0], high[1]]];
}

/** From the line through both ends, which must not be the same. */
export function distanceToLine([x, y]: PlanePoint, { from, to }: Segment): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return Math.abs((x - from[0]) * dy - (y - from[1]) * dx) / Math.hypot(dx, dy);
}

export function distanceToSegment([x, y]: PlanePoint, { from, to }: Segment): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const along = (x - from[0]) * dx + (y - from[1]) * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, along / square));
  return Math.hypot(from[0] + share * dx - x, from[1] + share * dy - y);
}
