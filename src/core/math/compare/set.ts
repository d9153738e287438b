/** Single components of a point, set by hand: only where their domain and traits allow it. */

import { type DeclaredQuantity, type Trait } from '../declarations.ts';
import { type Point, type Tensor } from '../value/point.ts';
import { isDiscrete, isInside } from './domain.ts';
import { type Subject } from './subject.ts';

/** What a component becomes; undefined leaves it. */
export type Setting = (position: number, value: number) => number | undefined;

const SETTABLE: ReadonlySet<Trait> = new Set<Trait>(['distinct', 'symmetric', 'diagonal']);

/** Quantities whose components can be set one by one, or at most two that mirror each other. */
export function settableIn({ drawn }: Subject): readonly DeclaredQuantity[] {
  return drawn.filter(({ traits }) => traits.every((trait) => SETTABLE.has(trait)));
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
  const place = placesIn(quantity, before.dims);
  const data = before.data.map((value, position) => {
    const at = place(position);
    const set = at === undefined ? undefined : setting(at, value);
    return set !== undefined && isInside(quantity.domain, set) ? set : value;
  });
  const values = new Map(point.values).set(quantity.name, { dims: before.dims, data });
  return isDistinct(subject, values) ? { ...point, values } : undefined;
}

/** Below the diagonal of a symmetric matrix stands what stands above; beside that of a diagonal one nothing is set. */
function placesIn(
  { traits }: DeclaredQuantity,
  dims: readonly number[],
): (position: number) => number | undefined {
  const columns = dims[1] ?? 1;
  const mirrored = (at: number) => (at % columns) * columns + Math.floor(at / columns);
  if (traits.includes('diagonal')) return (at) => (at === mirrored(at) ? at : undefined);
  return traits.includes('symmetric') ? (at) => Math.min(at, mirrored(at)) : (at) => at;
}

function isDistinct({ drawn }: Subject, values: ReadonlyMap<string, Tensor<number>>): boolean {
  const components = drawn
    .filter(({ traits }) => traits.includes('distinct'))
    .flatMap(({ name }) => values.get(name)?.data ?? []);
  return new Set(components).size === components.length;
}
