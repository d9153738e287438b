/** Things that lie along segments, found by the squares of a grid, so that only neighbours are looked at. */

import { type PlaneWindow, type Segment } from './plane.ts';

const MOST_SQUARES_ALONG = 128;
const MOST_VISITED = 5e6;
/** Segments no wider than this part of their height are upright. */
const UPRIGHT = 1e-9;

export class PlaneGrid<T> {
  readonly #window: PlaneWindow;
  readonly #along: number;
  readonly #squares = new Map<number, T[]>();
  #visited = 0;

  /** for about so many things inside the window; what lies outside is found in the outermost squares */
  constructor(window: PlaneWindow, expected: number) {
    this.#window = window;
    this.#along = Math.min(MOST_SQUARES_ALONG, Math.max(1, Math.ceil(Math.sqrt(expected))));
  }

  insert(segment: Segment, thing: T): void {
    for (const square of this.#squaresAlong(segment, 0)) {
      const things = this.#squares.get(square);
      if (things === undefined) this.#squares.set(square, [thing]);
      else things.push(thing);
    }
  }

  /** At least everything within `margin`, each once. */
  near(segment: Segment, margin: number): ReadonlySet<T> {
    const found = new Set<T>();
    for (const square of this.#squaresAlong(segment, margin)) {
      const things = this.#squares.get(square) ?? [];
      this.#visited += things.length + 1;
      for (const thing of things) found.add(thing);
    }
    return found;
  }

  /** So much was looked at that things must be too many, or too dense. */
  get isExhausted(): boolean {
    return this.#visited > MOST_VISITED;
  }

  /** Column by column, as high as the segment is there. */
  *#squaresAlong({ from, to }: Segment, margin: number): Generator<number> {
    const [left, right] = from[0] < to[0] ? [from, to] : [to, from];
    const [width, height] = [right[0] - left[0], right[1] - left[1]];
    const isUpright = width <= UPRIGHT * Math.abs(height);
    const heightAt = (x: number): number =>
      left[1] + height * Math.min(1, Math.max(0, (x - left[0]) / width));
    const [first, last] = [this.#place(left[0] - margin, 0), this.#place(right[0] + margin, 0)];
    for (let column = first; column <= last; column += 1) {
      const ends = isUpright
        ? [left[1], right[1]]
        : [heightAt(this.#start(column) - margin), heightAt(this.#start(column + 1) + margin)];
      const lowest = this.#place(Math.min(...ends) - margin, 1);
      const highest = this.#place(Math.max(...ends) + margin, 1);
      for (let row = lowest; row <= highest; row += 1) yield row * this.#along + column;
    }
  }

  #place(coordinate: number, axis: 0 | 1): number {
    const { low, high } = this.#window;
    const share = (coordinate - low[axis]) / (high[axis] - low[axis]);
    return Math.min(this.#along - 1, Math.max(0, Math.floor(share * this.#along)));
  }

  /** Where a column begins; the outermost ones have no end. */
  #start(column: number): number {
    const { low, high } = this.#window;
    if (column === 0) return -Infinity;
    if (column === this.#along) return Infinity;
    return low[0] + (column / this.#along) * (high[0] - low[0]);
  }
}
