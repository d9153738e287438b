/** The search for a place where a claim about two sides is false: over all points first, then closer where doubt is left. */

import { type Random, seededRandom } from '../../random.ts';
import { BudgetSpent } from '../value/budget.ts';
import { type Point } from '../value/point.ts';
import { type Extent, extentOf } from './around.ts';
import { type Counterexample } from './comparison.ts';
import { counterexampleAt } from './counterexample.ts';
import { Judge } from './judge.ts';
import { isGeneral } from './move.ts';
import { type Order } from './order.ts';
import { modestPoints, pointsOf } from './points.ts';
import { simplify } from './simplify.ts';
import { type Subject } from './subject.ts';
import { Tally } from './tally.ts';
import { type Deciding } from './work.ts';

export interface Claim {
  /** whether the claim is false where the sides stand so to each other */
  readonly refutedBy: (order: Order) => boolean;
  /** for certain; asked only where doubles say that the claim may be false */
  readonly orderAt: (point: Point, judge: Judge) => Order;
}

/** Where the claim is false, and how the two sides stand to each other there. */
interface Found {
  readonly point: Point;
  readonly order: Order;
}

export type Outcome =
  | {
      readonly kind: 'refuted';
      readonly order: Order;
      readonly reason?: string;
      readonly counterexample: Counterexample;
    }
  /** `exceptions` are points at which the claim is false, though it is true all around */
  | { readonly kind: 'stands'; readonly exceptions: readonly Found[] }
  | { readonly kind: 'undecided'; readonly reason: string };

/** More points of modest size are drawn when too many had no value. */
const MORE = 150;
/** More are not looked at closely. */
const MOST_EXCEPTIONS = 4;

export class Search {
  readonly judge: Judge;
  readonly random: Random;
  readonly #claim: Claim;
  readonly #tally: Tally;
  readonly #exceptions: Point[] = [];

  constructor(subject: Subject, claim: Claim, { seed, work }: Deciding) {
    this.judge = new Judge(subject, work);
    this.#tally = new Tally((point) => isGeneral(subject, point));
    this.random = seededRandom(seed);
    this.#claim = claim;
  }

  /** `further` points depend on those that were tried. */
  run(further: (tried: readonly Point[]) => Iterable<Point> = () => []): Outcome {
    try {
      const found = this.#find(further);
      if (found !== undefined) return this.#refuted(found);
    } catch (problem) {
      if (!(problem instanceof BudgetSpent)) throw problem;
      this.#tally.spent = true;
    }
    const reason = this.#tally.doubt(this.judge.skipped);
    if (reason !== undefined) return { kind: 'undecided', reason };
    return { kind: 'stands', exceptions: this.#certainExceptions() };
  }

  /** A point of an open set on which the claim is false. */
  #find(further: (tried: readonly Point[]) => Iterable<Point>): Found | undefined {
    const tally = this.#tally;
    const { subject } = this.judge;
    const first = this.#among(pointsOf(subject, this.random));
    if (first !== undefined) return first;
    const more = tally.isEnough ? [] : modestPoints(subject, this.random, MORE);
    const second = this.#among(more, () => tally.isEnough);
    return second ?? this.#among(further(tally.agreeing)) ?? this.#confirm();
  }

  #among(points: Iterable<Point>, isEnough = () => false): Found | undefined {
    for (const point of points) {
      const refuted = this.#refutedAt(point);
      if (refuted !== undefined) return refuted;
      if (isEnough() || (this.#tally.isEnough && this.judge.isHalfSpent)) return undefined;
    }
    return undefined;
  }

  /** Doubles are believed where they say that the claim is true, at the point or all around it. */
  #refutedAt(point: Point): Found | undefined {
    const rough = this.judge.rough(point);
    const refuted = this.#claim.refutedBy(rough);
    if (!refuted && rough !== 'unclear') {
      this.#tally.count(rough, point);
      return undefined;
    }
    if (refuted && this.#extent(point, (near) => this.judge.rough(near)).kind === 'isolated') {
      this.#exceptions.push(point);
      return undefined;
    }
    return this.#refutedForCertain(point);
  }

  #refutedForCertain(point: Point): Found | undefined {
    const order = this.#orderAt(point);
    if (!this.#claim.refutedBy(order)) {
      this.#tally.count(order, point);
      return undefined;
    }
    const extent = this.#extent(point, this.#orderAt);
    if (extent.kind === 'open') return { point: extent.point, order };
    if (extent.kind === 'isolated') this.#exceptions.push(point);
    else this.#tally.unsettled += 1;
    return undefined;
  }

  readonly #orderAt = (point: Point): Order => this.#claim.orderAt(point, this.judge);

  #extent(point: Point, orderAt: (point: Point) => Order): Extent {
    const { judge, random } = this;
    return extentOf(point, {
      subject: judge.subject,
      random,
      orderAt,
      found: this.#claim.refutedBy,
    });
  }

  /** What doubles let pass is looked at again with many digits, at a few points. */
  #confirm(): Found | undefined {
    for (const point of this.#tally.toConfirm()) {
      const before = this.#tally.agreeing.length;
      const refuted = this.#refutedForCertain(point);
      if (refuted !== undefined) return refuted;
      if (this.#tally.agreeing.length > before) this.#tally.confirmed += 1;
    }
    return undefined;
  }

  #certainExceptions(): readonly Found[] {
    try {
      return this.#exceptions
        .slice(0, MOST_EXCEPTIONS)
        .map((point) => ({ point, order: this.#orderAt(point) }))
        .filter(({ order }) => this.#claim.refutedBy(order));
    } catch (problem) {
      if (problem instanceof BudgetSpent) return [];
      throw problem;
    }
  }

  #refuted({ point, order }: Found): Outcome {
    const side = oneSided(order);
    const simplest = this.#simplest(point, side);
    const counterexample = counterexampleAt(simplest, this.judge.subject);
    const reason = side ?? unshown(order, counterexample) ?? chosen(this.judge.subject);
    return { kind: 'refuted', order, ...(reason !== undefined && { reason }), counterexample };
  }

  /** As simple a point as the work that is left allows; it says the same as the one that was found. */
  #simplest(point: Point, reason: string | undefined): Point {
    const { judge, random } = this;
    const shows = (order: Order) => this.#claim.refutedBy(order) && oneSided(order) === reason;
    try {
      const simplest = simplify(point, { judge, random, shows });
      return simplest === point || shows(this.#orderAt(simplest)) ? simplest : point;
    } catch (problem) {
      if (problem instanceof BudgetSpent) return point;
      throw problem;
    }
  }
}

function oneSided(order: Order): string | undefined {
  if (order === 'left-only') return 'Only the first has a value there.';
  return order === 'right-only' ? 'Only the second has a value there.' : undefined;
}

/** Why the shown values do not speak for themselves. */
function unshown(order: Order, { left, right }: Counterexample): string | undefined {
  if (left === null || right === null) return 'A value there is too large to be shown.';
  const same = order !== 'equal' && JSON.stringify(left) === JSON.stringify(right);
  return same ? 'They differ by less than can be shown.' : undefined;
}

/** No counterexample can show a whole function. */
function chosen({ unknownFunctions }: Subject): string | undefined {
  if (unknownFunctions.length === 0) return undefined;
  const names = unknownFunctions.map((latex) => `$${latex}$`).join(' and ');
  return `So it is for a smooth function ${names} that was drawn at random.`;
}
