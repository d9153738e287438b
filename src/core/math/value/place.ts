/** A point as one evaluation sees it: values in its arithmetic, made when they are first asked for. */

import { type Arithmetic } from './arithmetic.ts';
import { type Budget } from './budget.ts';
import { type Dual, duals } from './duals.ts';
import { type Point } from './point.ts';

/** Components in row-major order, each found when it is first asked for. */
export interface Quantity<N> {
  readonly dims: readonly number[];
  readonly component: (offset: number) => N;
}

export class Place<N> {
  readonly arithmetic: Arithmetic<N>;
  readonly point: Point;
  readonly budget: Budget;
  #lifted: Place<Dual<N>> | undefined;
  readonly #quantities = new Map<string, Quantity<N>>();

  constructor(arithmetic: Arithmetic<N>, point: Point, budget: Budget) {
    this.arithmetic = arithmetic;
    this.point = point;
    this.budget = budget;
  }

  /** The same point in numbers that carry their derivatives. */
  lifted(): Place<Dual<N>> {
    this.#lifted ??= new Place(duals(this.arithmetic), this.point, this.budget);
    return this.#lifted;
  }

  /** The quantity of this name; `make` says what it is the first time. */
  quantity(name: string, make: (place: Place<N>) => Quantity<N>): Quantity<N> {
    const known = this.#quantities.get(name);
    if (known !== undefined) return known;
    const made = make(this);
    this.#quantities.set(name, made);
    return made;
  }
}
