/** Domains of numbers: what lies inside, and how a number is brought there. */

import { type Random, uniform } from '../../random.ts';
import { type Domain } from '../declarations.ts';
import { readable } from './style.ts';

type Named = Extract<Domain, string>;
type Interval = Exclude<Domain, Named>;

/** Numbers between which there are none: every one of them matters, and none can be moved a little. */
const DISCRETE: ReadonlySet<Domain> = new Set<Domain>(['integer', 'natural', 'signs', 'binary']);

export function isDiscrete(domain: Domain): boolean {
  return DISCRETE.has(domain);
}

const INSIDE: { readonly [K in Named]: (value: number) => boolean } = {
  real: () => true,
  positive: (value) => value > 0,
  nonnegative: (value) => value >= 0,
  negative: (value) => value < 0,
  nonpositive: (value) => value <= 0,
  nonzero: (value) => value !== 0,
  integer: Number.isInteger,
  natural: (value) => Number.isInteger(value) && value > 0,
  signs: (value) => Math.abs(value) === 1,
  binary: (value) => value === 0 || value === 1,
};

export function isInside(domain: Domain, value: number): boolean {
  if (typeof domain === 'string') return INSIDE[domain](value);
  const { low, high, open } = domain;
  return open ? value > low && value < high : value >= low && value <= high;
}

const BRING: { readonly [K in Named]: (value: number, random: Random) => number } = {
  real: (value) => value,
  positive: (value) => Math.abs(value) || 1,
  nonnegative: Math.abs,
  negative: (value) => -(Math.abs(value) || 1),
  nonpositive: (value) => -Math.abs(value),
  nonzero: (value) => value || 1,
  integer: (value, random) => whole(value, random),
  natural: (value, random) => Math.abs(whole(value, random)) || 1,
  signs: (value) => (value < 0 ? -1 : 1),
  binary: (value) => (value > 0 ? 1 : 0),
};

/** A number of the domain, the given one if it is there already. */
export function intoDomain(domain: Domain, value: number, random: Random): number {
  if (isInside(domain, value)) return value;
  return typeof domain === 'string' ? BRING[domain](value, random) : between(domain, value, random);
}

/** Small numbers would all round to 0. */
function whole(value: number, random: Random): number {
  return Math.abs(value) < 0.5 ? Math.floor(uniform(random, -3, 4)) : Math.round(value);
}

function between({ low, high }: Interval, value: number, random: Random): number {
  if (low === -Infinity) return high - (Math.abs(value - high) || 1);
  if (high === Infinity) return low + (Math.abs(value - low) || 1);
  const inner = readable(uniform(random, low, high));
  return inner > low && inner < high ? inner : (low + high) / 2;
}
