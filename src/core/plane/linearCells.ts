/**
 * A window cut into convex cells on each of which a function is affine. A part of the window is taken, the function is
 * followed at a point of it, what lies beyond the kinks is cut off and taken later: so nothing of the window is left out.
 */

import { type Result, failure, success } from '../result.ts';
import { type AffineNumber, AffineRun } from './affineNumbers.ts';
import { type Affine, affineAt, halvesOf, middleOf, unitLine } from './halfPlane.ts';
import { nonlinearPart } from './nonlinearPart.ts';
import {
  type PlanePoint,
  type PlaneWindow,
  type Polyline,
  cornersOf,
  roundingIn,
} from './plane.ts';
import { type PlaneFunction } from './planeFunction.ts';
import { spoken } from './spoken.ts';

export interface LinearCell {
  /** convex, counter-clockwise, not closed */
  readonly polygon: Polyline;
  readonly affine: Affine;
}

/** More cells are refused. */
const MOST_CELLS = 5000;

/** A sentence says why the function is not piecewise linear, or has no values. */
export function linearCells(
  f: PlaneFunction,
  window: PlaneWindow,
): Result<readonly LinearCell[], string> {
  const cutter = new Cutter(f, window);
  while (cutter.left) {
    const problem = cutter.next();
    if (problem !== undefined) return failure(problem);
  }
  return success(cutter.cells);
}

class Cutter {
  readonly cells: LinearCell[] = [];
  readonly #left: Polyline[];
  readonly #f: PlaneFunction;
  readonly #rounding: number;
  readonly #run: AffineRun;
  readonly #follow: (axes: readonly [AffineNumber, AffineNumber]) => AffineNumber;

  constructor(f: PlaneFunction, window: PlaneWindow) {
    this.#f = f;
    this.#left = [cornersOf(window)];
    this.#rounding = roundingIn(window);
    this.#run = new AffineRun(Math.max(...[...window.low, ...window.high].map(Math.abs)));
    this.#follow = f.in(this.#run.arithmetic);
  }

  get left(): boolean {
    return this.#left.length > 0;
  }

  /** What is wrong, if something is. */
  next(): string | undefined {
    const polygon = this.#left.pop();
    if (polygon === undefined) return undefined;
    const at = middleOf(polygon);
    const { gradient, offset } = this.#follow(this.#run.start(at));
    const kinks = this.#run.kinks.map(unitLine);
    const through = kinks.find((kink) => Math.abs(affineAt(kink, at)) <= this.#rounding);
    if (through !== undefined) {
      this.#halve(polygon, through);
      return undefined;
    }
    if (!this.#run.isLinear) return notLinear(this.#f, this.#run, at);
    if (!Number.isFinite(offset)) return withoutValue(at, offset);
    this.cells.push({ polygon: this.#cut(polygon, kinks, at), affine: { gradient, offset } });
    return this.cells.length > MOST_CELLS ? TOO_MANY : undefined;
  }

  /** On a kink nothing is known yet. A part too thin to be cut is nothing but rounding. */
  #halve(polygon: Polyline, kink: Affine): void {
    const { positive, negative } = halvesOf(polygon, kink, this.#rounding);
    if (positive !== undefined && negative !== undefined) this.#left.push(positive, negative);
  }

  /** What is on this side of all kinks. */
  #cut(polygon: Polyline, kinks: readonly Affine[], at: PlanePoint): Polyline {
    return kinks.reduce((inside, kink) => {
      const { positive, negative } = halvesOf(inside, kink, this.#rounding);
      const [near, far] = affineAt(kink, at) > 0 ? [positive, negative] : [negative, positive];
      if (far !== undefined && near !== undefined) this.#left.push(far);
      return near ?? inside;
    }, polygon);
  }
}

const TOO_MANY = `The function has too many linear pieces here: more than ${MOST_CELLS} cells.`;

/** In characters; nobody finds the place in a longer one. */
const LONGEST_PART = 200;

function notLinear(f: PlaneFunction, run: AffineRun, at: PlanePoint): string {
  const part = nonlinearPart(f, run, at);
  const which = part.length > LONGEST_PART ? 'a part of it' : `$${part}$`;
  return `The function is not piecewise linear: ${which} is not linear around ${spoken(at)}.`;
}

function withoutValue(at: PlanePoint, offset: number): string {
  const found = Number.isNaN(offset) ? 'no value' : 'a value that is too large';
  return `The function has ${found} at ${spoken(at)}.`;
}
