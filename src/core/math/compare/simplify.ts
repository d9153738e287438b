/** The simplest point that by doubles still shows what was found: components become 0, 1, −1, 2 or ½ one after the other. */

import { type Random } from '../../random.ts';
import { type DeclaredQuantity } from '../declarations.ts';
import { doubles } from '../value/doubles.ts';
import { type Point } from '../value/point.ts';
import { componentsOf, type Judge, roughOrderOf, type Sides } from './judge.ts';
import { isMovable, moved } from './move.ts';
import { type Order, relativeGap } from './order.ts';
import { simplePoints } from './points.ts';
import { settableIn, withSet } from './set.ts';
import { readable } from './style.ts';

export interface Found {
  readonly judge: Judge;
  readonly random: Random;
  readonly shows: (order: Order) => boolean;
}

const SIMPLEST = [0, 1, -1, 2, 0.5];
/** Tries, each of which evaluates both sides a few times. */
const TRIES = 150;
/** Points of each of the smaller sizes. */
const PER_SIZES = 4;
const MOVES = 2;
const STEP = 1e-5;
/** A difference that can be seen, as a part of the larger value. */
const VISIBLE = 0.01;
/** How far values may go under the small moves: farther, and the point lies on a kink. */
const STEADY = 0.01;
/** Below this, values go by as much as they like. */
const SMALL = 0.1;

export function simplify(point: Point, found: Found): Point {
  return new Simplifier(found).simplify(point);
}

class Simplifier {
  readonly #found: Found;
  #tries = TRIES;

  constructor(found: Found) {
    this.#found = found;
  }

  simplify(start: Point): Point {
    let point = this.#smaller(start);
    for (const quantity of settableIn(this.#found.judge.subject)) {
      const count = point.values.get(quantity.name)?.data.length ?? 0;
      for (let at = 0; at < count; at++) point = this.#simplifyOne(point, quantity, at);
    }
    return point;
  }

  /** What shows it with fewer components. */
  #smaller(start: Point): Point {
    const { judge, random } = this.#found;
    const count = componentsOf(start);
    for (const point of simplePoints(judge.subject, random, PER_SIZES)) {
      if (componentsOf(point) >= count) return start;
      if (this.#isClear(point)) return point;
    }
    return start;
  }

  #simplifyOne(point: Point, quantity: DeclaredQuantity, at: number): Point {
    const now = point.values.get(quantity.name)?.data[at] ?? 0;
    const rank = SIMPLEST.indexOf(now);
    const simpler = rank < 0 ? [...SIMPLEST, readable(now, 2)] : SIMPLEST.slice(0, rank);
    for (const value of simpler) {
      if (value === now || this.#tries-- <= 0) continue;
      const { subject } = this.#found.judge;
      const setting = (position: number) => (position === at ? value : undefined);
      const tried = withSet(subject, point, quantity, setting);
      if (tried !== undefined && this.#isClear(tried)) return tried;
    }
    return point;
  }

  /** Shown by doubles, large enough to be seen, and the same all around. */
  #isClear(point: Point): boolean {
    const { judge, random, shows } = this.#found;
    const sides = judge.sides(point, doubles);
    if (sides === undefined || !shows(roughOrderOf(sides)) || !isVisible(sides)) return false;
    if (!isMovable(judge.subject)) return true;
    return Array.from({ length: MOVES }).every(() => {
      const near = judge.sides(moved(judge.subject, point, STEP, random), doubles);
      return near !== undefined && shows(roughOrderOf(near)) && isSteady(sides, near);
    });
  }
}

function isVisible({ left, right }: Sides<number>): boolean {
  return left.data.some((value, at) => {
    const other = right.data[at] ?? NaN;
    return Number.isNaN(value) !== Number.isNaN(other) || relativeGap(value, other) >= VISIBLE;
  });
}

function isSteady(before: Sides<number>, after: Sides<number>): boolean {
  const largest = Math.max(SMALL, ...[...before.left.data, ...before.right.data].map(size));
  const steady = (from: readonly number[], to: readonly number[]) =>
    from.every((value, at) => size(value - (to[at] ?? 0)) <= STEADY * largest);
  return steady(before.left.data, after.left.data) && steady(before.right.data, after.right.data);
}

function size(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0;
}
