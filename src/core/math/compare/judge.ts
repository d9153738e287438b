/**
 * How the two sides stand to each other at a point: by doubles where these are enough, else by decimals that know their
 * error. What these say of a difference is certain; two numbers that more and more digits do not tell apart are equal.
 */

import { type Checked } from '../shape/checked.ts';
import { type Arithmetic } from '../value/arithmetic.ts';
import { Budget, BudgetSpent } from '../value/budget.ts';
import { doubles } from '../value/doubles.ts';
import { evaluate } from '../value/evaluate.ts';
import { type Point, type Tensor } from '../value/point.ts';
import { tracked } from '../value/tracked.ts';
import { gapBetween, type Hidden } from './gap.ts';
import { type Order, overall, roughOrder } from './order.ts';
import { type Subject } from './subject.ts';
import { Work } from './work.ts';

/** Both sides at one point, in one arithmetic. */
export interface Sides<N> {
  readonly left: Tensor<N>;
  readonly right: Tensor<N>;
}

/** In additions of doubles: for one point, and for all of them. */
const POINT_WORK = 3e6;
const TOTAL_WORK = 1.2e7;

/** For drawing it. */
const PER_COMPONENT = 2;

const DIGITS = [40, 80, 160];
const FEW_DIGITS = 40;
/** The part of the digits that have to agree for two numbers to be equal. */
const AGREEING = 0.6;

export class Judge {
  readonly subject: Subject;
  /** whether some point was left out because it would have been too much work */
  #skipped = false;
  readonly #own = new Work(TOTAL_WORK);
  readonly #shared: Work;

  constructor(subject: Subject, shared = new Work(TOTAL_WORK)) {
    this.subject = subject;
    this.#shared = shared;
  }

  get skipped(): boolean {
    return this.#skipped;
  }

  /** What is left is better spent on certainty than on more points. */
  get isHalfSpent(): boolean {
    return this.#own.left < TOTAL_WORK / 2;
  }

  /** By doubles alone. */
  rough(point: Point): Order {
    const sides = this.sides(point, doubles);
    return sides === undefined ? 'unclear' : roughOrderOf(sides);
  }

  /** Differences for certain. */
  exact(point: Point): Order {
    let known: Known | undefined;
    for (const digits of DIGITS) {
      const gaps = this.#gaps(point, digits);
      if (gaps === undefined) return 'unclear';
      const before = known;
      known = { digits, gaps };
      const order = overall(gaps.length, (at) => orderIn(gaps[at], digits, before, at));
      if (order !== 'unclear') return order;
    }
    return 'unclear';
  }

  /** Whether the two are the same number without any rounding. */
  coincides(point: Point): boolean {
    const gaps = this.#gaps(point, FEW_DIGITS) ?? ['unclear'];
    return gaps.every((gap) => gap === 'equal');
  }

  #gaps(point: Point, digits: number): readonly (Order | Hidden)[] | undefined {
    const arithmetic = tracked(digits);
    const sides = this.sides(point, arithmetic);
    return sides?.left.data.map((left, at) => {
      const right = sides.right.data[at];
      return right === undefined ? 'neither' : gapBetween(left, right, arithmetic);
    });
  }

  /** Undefined where it would be too much work; throws `BudgetSpent` when all of it is used up. */
  sides<N>(point: Point, arithmetic: Arithmetic<N>): Sides<N> | undefined {
    const { subject } = this;
    const { declarations } = subject;
    const left = Math.min(this.#own.left, this.#shared.left);
    const budget = new Budget(Math.min(POINT_WORK, left));
    const value = ({ expression }: Checked) =>
      evaluate({ expression, declarations, point, arithmetic, budget });
    const before = budget.left;
    try {
      budget.spend(PER_COMPONENT * componentsOf(point));
      return { left: value(subject.left), right: value(subject.right) };
    } catch (problem) {
      if (!(problem instanceof BudgetSpent) || left <= POINT_WORK) throw problem;
      this.#skipped = true;
      return undefined;
    } finally {
      const spent = before - Math.max(0, budget.left);
      this.#own.left -= spent;
      this.#shared.left -= spent;
    }
  }
}

export function roughOrderOf({ left, right }: Sides<number>): Order {
  return overall(left.data.length, (at) => roughOrder(left.data[at], right.data[at]));
}

interface Known {
  readonly digits: number;
  readonly gaps: readonly (Order | Hidden)[];
}

/** Numbers that agree in most of their digits are equal; beside 0, if more digits bring them that much closer. */
function orderIn(
  gap: Order | Hidden | undefined,
  digits: number,
  before: Known | undefined,
  at: number,
): Order {
  if (typeof gap !== 'object') return gap ?? 'neither';
  if (gap.bound < gap.scale - AGREEING * digits) return 'equal';
  const earlier = before?.gaps[at];
  if (before === undefined || typeof earlier !== 'object') return 'unclear';
  const shrunk = gap.bound < earlier.bound - AGREEING * (digits - before.digits);
  return shrunk ? 'equal' : 'unclear';
}

export function componentsOf({ values }: Point): number {
  return [...values.values()].reduce((sum, { data }) => sum + data.length, 0);
}
