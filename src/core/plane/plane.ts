/** The plane on which drawings are made. All numbers are data units: what the axes say, never pixels. */

export type PlanePoint = readonly [number, number];

/** An upright box, its edges included; `low` is smaller in both coordinates. */
export interface PlaneWindow {
  readonly low: PlanePoint;
  readonly high: PlanePoint;
}

/** Two points or more, joined by straight segments. */
export type Polyline = readonly PlanePoint[];
