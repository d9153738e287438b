/** Where two expressions differ that agree all around, in words: “except where x = c”. */

import { type DeclaredQuantity } from '../declarations.ts';
import { BudgetSpent } from '../value/budget.ts';
import { type Point } from '../value/point.ts';
import { type Judge } from './judge.ts';
import { isDifference } from './order.ts';
import { type Search } from './search.ts';
import { continuousIn, withSet } from './set.ts';

interface Component {
  readonly quantity: DeclaredQuantity;
  readonly at: number;
  readonly value: number;
}

/** What the two depend on there: that one component has this value, or that several have the same. */
interface Place {
  readonly kind: 'value' | 'tie';
  readonly of: readonly Component[];
}

const MOST_POINTS = 6;
const MOST_COMPONENTS = 16;
const STEP = 1e-3;

export function exceptionText(points: readonly Point[], { judge }: Search): string {
  const place = firstPlace(points.slice(0, MOST_POINTS), judge);
  return place === undefined ? 'except at special points' : `except where ${placeText(place)}`;
}

function firstPlace(points: readonly Point[], judge: Judge): Place | undefined {
  try {
    for (const point of points) {
      const place = new Exception(point, judge).place();
      if (place !== undefined) return place;
    }
  } catch (problem) {
    if (!(problem instanceof BudgetSpent)) throw problem;
  }
  return undefined;
}

class Exception {
  readonly #point: Point;
  readonly #judge: Judge;
  readonly #components: readonly Component[];

  constructor(point: Point, judge: Judge) {
    this.#point = point;
    this.#judge = judge;
    this.#components = componentsAt(point, judge);
  }

  place(): Place | undefined {
    if (this.#components.length > MOST_COMPONENTS) return undefined;
    const critical = this.#components.filter((one) => !this.#differsWhile([one], []));
    const [one] = critical;
    if (one === undefined) return undefined;
    if (this.#differsWhile(this.#without(critical), [])) {
      return critical.length === 1 ? { kind: 'value', of: critical } : this.#tieOf(critical);
    }
    return this.#tieOf(this.#components.filter(({ value }) => value === one.value));
  }

  /** A tie lasts when all that are tied move together; quantities without which it lasts too are no part of it. */
  #tieOf(components: readonly Component[]): Place | undefined {
    const lasts = (tied: readonly Component[]) =>
      tied.length > 1 && this.#differsWhile(this.#without(tied), tied);
    let tied = components;
    if (!lasts(tied)) return undefined;
    for (const { quantity } of components) {
      const fewer = tied.filter((other) => other.quantity !== quantity);
      if (lasts(fewer)) tied = fewer;
    }
    // all components of one vector being equal is rarely what matters: rather that a matrix is singular, a sum zero
    const single = new Set(tied.map(({ quantity }) => quantity)).size === 1;
    return single && tied.length > 2 ? undefined : { kind: 'tie', of: tied };
  }

  #without(some: readonly Component[]): readonly Component[] {
    return this.#components.filter((component) => !some.includes(component));
  }

  /** Whether the two still differ after some were moved, each by another amount, and others together by the same. */
  #differsWhile(apart: readonly Component[], together: readonly Component[]): boolean {
    return [STEP, -STEP].some((step) => {
      let point: Point | undefined = this.#point;
      for (const { quantity, at, value } of [...apart, ...together]) {
        const turn = apart.findIndex((one) => one.quantity === quantity && one.at === at);
        const to = value + step * (1 + (turn + 1) / 7);
        point =
          point &&
          withSet(this.#judge.subject, point, quantity, (position) =>
            position === at ? to : undefined,
          );
      }
      return point !== undefined && isDifference(this.#judge.rough(point));
    });
  }
}

function componentsAt({ values }: Point, { subject }: Judge): readonly Component[] {
  return continuousIn(subject).flatMap((quantity) => {
    const data = values.get(quantity.name)?.data ?? [];
    return data.map((value, at) => ({ quantity, at, value }));
  });
}

function placeText({ kind, of }: Place): string {
  const quantities = [...new Set(of.map(({ quantity }) => quantity))];
  const names = quantities.map(({ latex }) => `$${latex}$`);
  const scalars = quantities.every(({ shape }) => shape.length === 0);
  if (kind === 'value') {
    const value = of[0]?.value ?? 0;
    return scalars
      ? `${names.join('')} = ${value}`
      : `a component of ${names.join('')} is ${value}`;
  }
  return scalars ? names.join(' = ') : `components of ${listed(names)} are equal`;
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
}
