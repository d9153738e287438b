/** Single components of a point, set by hand: only where their domain and traits allow it. */

import { type DeclaredQuantity } from '../declarations.ts';
import { type Point, type Tensor } from '../value/point.ts';
import { isDiscrete, isInside } from './domain.ts';
import { type Subject } from './subject.ts';

/** What a component becomes; undefined leaves it. */
export type Setting = (position: number, value: number) => number | undefined;

/** Quantities whose components can be set one by one. */
export function settableIn({ drawn }: Subject): readonly DeclaredQuantity[] {
  return drawn.filter(({ traits }) => traits.every((trait) => trait === 'distinct'));
}

export function continuousIn(subject: Subject): readonly DeclaredQuantity[] {
  return settableIn(subject).filter(({ domain }) => !isDiscrete(domain));
}

/** The point with what the domain allows of it set; undefined where equal components are not allowed. */
export function withSet(
  subject: Subject,
  point: Point,
  quantity: DeclaredQuantity,
  setting: Setting,
): Point | undefined {
  const before = point.values.get(quantity.name);
  if (before === undefined) return undefined;
  const data = before.data.map((value, position) => {
    const set = setting(position, value);
    return set !== undefined && isInside(quantity.domain, set) ? set : value;
  });
  const values = new Map(point.values).set(quantity.name, { dims: before.dims, data });
  return isDistinct(subject, values) ? { ...point, values } : undefined;
}

function isDistinct({ drawn }: Subject, values: ReadonlyMap<string, Tensor<number>>): boolean {
  const components = drawn
    .filter(({ traits }) => traits.includes('distinct'))
    .flatMap(({ name }) => values.get(name)?.data ?? []);
  return new Set(components).size === components.length;
}
