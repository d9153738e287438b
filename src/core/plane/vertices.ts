/** Points that are one up to rounding, found in squares of a grid. */

import { type PlanePoint } from './plane.ts';

export class Vertices {
  readonly points: PlanePoint[] = [];
  /** points nearer than this are one */
  readonly rounding: number;
  readonly #squares = new Map<string, number[]>();

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
    const around = [-1, 0, 1].flatMap((right) =>
      [-1, 0, 1].flatMap((up) => this.#squares.get(this.#keyOf([column + right, row + up])) ?? []),
    );
    return around.filter((index) => {
      const [x, y] = this.at(index);
      return Math.hypot(x - point[0], y - point[1]) <= this.rounding;
    });
  }

  #square([x, y]: PlanePoint): readonly [number, number] {
    return [Math.floor(x / this.rounding), Math.floor(y / this.rounding)];
  }

  #keyOf([column, row]: readonly [number, number]): string {
    return `${column},${row}`;
  }
}
