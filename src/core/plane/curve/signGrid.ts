/** The sign of a function at the corners of a square grid, and where it changes along the grid's edges. */

import { type PlanePoint, type PlaneWindow, pointBetween } from '../plane.ts';

/** How many squares lie along the window's longer side. */
const SQUARES = 128;
const STEPS = 200;
/** Parts of the distance, and of the values at the ends, that are nothing. */
const NARROW = 1e-13;
const ZERO = 1e-12;
/** … and what is left at the end of a change of sign that is no pole and no jump. */
const LEFT = 1e-6;

export type Corner = readonly [column: number, row: number];

/** Of the grid: from a corner to the right, or up. */
export interface GridEdge {
  readonly from: Corner;
  readonly direction: 'right' | 'up';
}

export class SignGrid {
  readonly columns: number;
  readonly rows: number;
  readonly valueAt: (point: PlanePoint) => number;
  readonly #window: PlaneWindow;
  readonly #values: readonly number[];

  constructor(valueAt: (point: PlanePoint) => number, window: PlaneWindow) {
    const { low, high } = window;
    const side = Math.max(high[0] - low[0], high[1] - low[1]) / SQUARES;
    this.columns = Math.max(1, Math.round((high[0] - low[0]) / side));
    this.rows = Math.max(1, Math.round((high[1] - low[1]) / side));
    this.valueAt = valueAt;
    this.#window = window;
    this.#values = Array.from({ length: (this.columns + 1) * (this.rows + 1) }, (_, place) =>
      valueAt(this.pointOf([place % (this.columns + 1), Math.floor(place / (this.columns + 1))])),
    );
  }

  pointOf([column, row]: Corner): PlanePoint {
    const { low, high } = this.#window;
    // ends are met exactly
    const [right, up] = [column / this.columns, row / this.rows];
    return [low[0] * (1 - right) + high[0] * right, low[1] * (1 - up) + high[1] * up];
  }

  /** NaN outside the grid. */
  value([column, row]: Corner): number {
    if (column < 0 || row < 0 || column > this.columns || row > this.rows) return NaN;
    return this.#values[row * (this.columns + 1) + column] ?? NaN;
  }

  /** Lengths of a square's sides. */
  get step(): PlanePoint {
    const { low, high } = this.#window;
    return [(high[0] - low[0]) / this.columns, (high[1] - low[1]) / this.rows];
  }

  isAtEdge({ from: [column, row], direction }: GridEdge): boolean {
    return direction === 'right'
      ? row === 0 || row === this.rows
      : column === 0 || column === this.columns;
  }

  crossing({ from, direction }: GridEdge): PlanePoint | undefined {
    const [column, row] = from;
    const to: Corner = direction === 'right' ? [column + 1, row] : [column, row + 1];
    const [start, end] = [this.value(from), this.value(to)];
    if (Number.isNaN(start) || Number.isNaN(end) || isPositive(start) === isPositive(end)) {
      return undefined;
    }
    const [one, other] = [this.pointOf(from), this.pointOf(to)];
    return zeroBetween(this.valueAt, { point: one, value: start }, { point: other, value: end });
  }
}

export function isPositive(value: number): boolean {
  return value >= 0;
}

export interface Sample {
  readonly point: PlanePoint;
  readonly value: number;
}

/**
 * Between two points at which the sign is not the same; undefined where there is a jump or a pole instead. By false
 * position, each third step halving, so that jumps end it too.
 */
export function zeroBetween(
  valueAt: (point: PlanePoint) => number,
  one: Sample,
  other: Sample,
): PlanePoint | undefined {
  const most = Math.max(Math.abs(one.value), Math.abs(other.value));
  let [low, high] = [
    { at: 0, value: one.value },
    { at: 1, value: other.value },
  ];
  for (let step = 0; step < STEPS && high.at - low.at > NARROW; step += 1) {
    const share = step % 3 === 2 ? 0.5 : low.value / (low.value - high.value);
    const at = low.at + (Number.isFinite(share) ? share : 0.5) * (high.at - low.at);
    const value = valueAt(pointBetween(one.point, other.point, at));
    if (Math.abs(value) <= ZERO * most) return pointBetween(one.point, other.point, at);
    if (isPositive(value) === isPositive(low.value)) low = { at, value };
    else high = { at, value };
  }
  const nearest = Math.abs(low.value) < Math.abs(high.value) ? low : high;
  const isZero = Math.abs(nearest.value) <= LEFT * most;
  return isZero ? pointBetween(one.point, other.point, nearest.at) : undefined;
}
