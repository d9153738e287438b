/** A point of the plane as an evaluation sees it: the axes may be numbers that carry more than a value. */

import { type Arithmetic } from '../math/value/arithmetic.ts';
import { type Budget } from '../math/value/budget.ts';
import { type Dual, duals } from '../math/value/duals.ts';
import { Place, type Quantity } from '../math/value/place.ts';
import { type Point } from '../math/value/point.ts';
import { type Axes } from './axes.ts';

const NOTHING: Point = { sizes: new Map(), indices: new Map(), values: new Map(), functionSeed: 0 };

export class PlanePlace<N> extends Place<N> {
  readonly #axes: Axes;
  readonly #values: readonly [N, N];
  #primed: PlanePlace<Dual<N>> | undefined;

  constructor(arithmetic: Arithmetic<N>, axes: Axes, values: readonly [N, N], budget: Budget) {
    super(arithmetic, NOTHING, budget);
    this.#axes = axes;
    this.#values = values;
  }

  /** What a prime derives by is the function's argument: the axes stand still. */
  override lifted(): Place<Dual<N>> {
    const slope = this.arithmetic.of(0);
    const [right, up] = this.#values;
    const still = [
      { value: right, slope },
      { value: up, slope },
    ] as const;
    this.#primed ??= new PlanePlace(duals(this.arithmetic), this.#axes, still, this.budget);
    return this.#primed;
  }

  override quantity(name: string, make: (place: Place<N>) => Quantity<N>): Quantity<N> {
    const known = this.#axes.get(name);
    if (known === undefined) return super.quantity(name, make);
    const none = this.arithmetic.of(NaN);
    const component = (offset: number): N => {
      const axis = known.axes[offset];
      return axis === undefined ? none : this.#values[axis];
    };
    return { dims: known.dims, component };
  }
}
