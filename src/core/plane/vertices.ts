/** Points that are one up to rounding, found in squares of a grid. */

import { type PlanePoint } from './plane.ts';

const AROUND = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((up) => [right, up] as const));

export class Vertices {
  readonly points: PlanePoint[] = [];
  /** points nearer than this are one */
  readonly rounding: number;
  readonly #squares = new Map<number, number[]>();

  constructor(rounding: number) {
    this.rounding = rounding;
  }

  /** Its number, from 0; a new one unless it was there before. */
  of(point: PlanePoint): number {
    const known = this.near(point)[0];
    if (known !== undefined) return known;
    const index = this.points.push(point) - 1;
    const key = this.#keyOf(this.#square(point));
    const square = this.#squares.get(key);
    if (square === undefined) this.#squares.set(key, [index]);
    else square.push(index);
    return index;
  }

  at(index: number): PlanePoint {
    const point = this.points[index];
    if (point === undefined) throw new Error(`no vertex ${index}`);
    return point;
  }

  /** All that lie within `rounding`. */
  near(point: PlanePoint): readonly number[] {
    const [column, row] = this.#square(point);
    const found: number[] = [];
    for (const [right, up] of AROUND) {
      for (const index of this.#squares.get(this.#keyOf([column + right, row + up])) ?? []) {
        const [x, y] = this.at(index);
        if (Math.hypot(x - point[0], y - point[1]) <= this.rounding) found.push(index);
      }
    }
    return found;
  }

  #square([x, y]: PlanePoint): readonly [number, number] {
    return [Math.floor(x / this.rounding), Math.floor(y / this.rounding)];
  }

  /** Squares that share a key cost a little time only. */
  #keyOf([column, row]: readonly [number, number]): number {
    return column * 1e9 + row;
  }
}
