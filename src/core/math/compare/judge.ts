/**
 * How the two sides stand to each other at a point: by doubles where these are enough, else by more and more digits. A
 * difference is believed when it stays the same with more digits, an equality when the difference shrinks with them.
 */

import { type Checked } from '../shape/checked.ts';
import { type Arithmetic } from '../value/arithmetic.ts';
import { Budget, BudgetSpent } from '../value/budget.ts';
import { decimals } from '../value/decimals.ts';
import { doubles } from '../value/doubles.ts';
import { evaluate } from '../value/evaluate.ts';
import { type Point, type Tensor } from '../value/point.ts';
import { isStable, type Gap, gapBetween } from './gap.ts';
import { isOneSided, type Order, overall, roughOrder } from './order.ts';
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

const FEW_DIGITS = 40;
const MANY_DIGITS = 80;
const FINEST_DIGITS = 120;
/** The part of the digits that has to agree. */
const AGREEING = 0.85;
/** Orders of magnitude by which a difference has to shrink to be one of rounding only. */
const SHRUNK = 10;

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

  /** By doubles alone. */
  rough(point: Point): Order {
    const sides = this.sides(point, doubles);
    return sides === undefined ? 'unclear' : roughOrderOf(sides);
  }

  /** For certain, or `unclear`. */
  exact(point: Point): Order {
    const rough = this.#known(point, doubles);
    const few = rough && this.#known(point, decimals(FEW_DIGITS));
    if (rough === undefined || few === undefined) return 'unclear';
    const order = few.overall((at) => few.orderAfter(rough, at, FEW_DIGITS));
    const inDoubt = order === 'unclear' || isOneSided(order);
    return inDoubt ? this.#orderByMany(point, few) : order;
  }

  #orderByMany(point: Point, few: Known): Order {
    const many = this.#known(point, decimals(MANY_DIGITS));
    if (many === undefined) return 'unclear';
    return many.overall((at) => {
      const found = many.orderAfter(few, at, MANY_DIGITS);
      return found === 'unclear' && many.hasShrunkSince(few, at) ? 'equal' : found;
    });
  }

  /** Where a difference may be smaller than any that `exact` finds. */
  finest(point: Point): Order {
    const finest = this.#known(point, decimals(FINEST_DIGITS));
    if (finest === undefined) return 'unclear';
    return finest.overall((at) => finest.orderAfter(finest, at, FINEST_DIGITS));
  }

  #known<N>(point: Point, arithmetic: Arithmetic<N>): Known | undefined {
    const sides = this.sides(point, arithmetic);
    return sides && new Known(gapsOf(sides, arithmetic));
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

/** The gaps between the two sides, as known to some number of digits. */
class Known {
  readonly #gaps: readonly (Gap | Order)[];

  constructor(gaps: readonly (Gap | Order)[]) {
    this.#gaps = gaps;
  }

  overall(orderAt: (position: number) => Order): Order {
    return overall(this.#gaps.length, orderAt);
  }

  /** `unclear` where it takes more digits to tell. */
  orderAfter(before: Known, position: number, digits: number): Order {
    const gap = this.#gap(position);
    if (typeof gap === 'string') return gap;
    if (gap.sign === 0 || gap.relative < 10 ** (-AGREEING * digits)) return 'equal';
    // beside numbers of ordinary size, which may have cancelled out altogether, it is below the last digit
    if (gap.magnitude < -AGREEING * digits) return 'unclear';
    if (!isStable(before.#gap(position), gap)) return 'unclear';
    return gap.sign < 0 ? 'less' : 'greater';
  }

  hasShrunkSince(before: Known, position: number): boolean {
    const [gap, earlier] = [this.#gap(position), before.#gap(position)];
    if (typeof gap === 'string' || typeof earlier === 'string') return false;
    return gap.magnitude < earlier.magnitude - SHRUNK;
  }

  #gap(position: number): Gap | Order {
    return this.#gaps[position] ?? 'neither';
  }
}

function gapsOf<N>({ left, right }: Sides<N>, arithmetic: Arithmetic<N>): (Gap | Order)[] {
  return left.data.map((value, position) => {
    const other = right.data[position];
    return other === undefined ? 'neither' : gapBetween(value, other, arithmetic);
  });
}
