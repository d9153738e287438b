/** How two numbers stand to each other as far as so many digits tell, when each carries a bound of its error along. */

import { type Arithmetic } from '../value/arithmetic.ts';
import { magnitude, together } from '../value/magnitude.ts';
import { type Tracked } from '../value/trackedNumber.ts';
import { type Order, presence } from './order.ts';

/** Closer to each other than their errors: log₁₀ of the distance that they may have at most. */
export interface Hidden {
  readonly bound: number;
  /** log₁₀ of the larger number */
  readonly scale: number;
}

/** What is not hidden is certain, but for `unclear`. */
export function gapBetween(
  left: Tracked,
  right: Tracked,
  arithmetic: Arithmetic<Tracked>,
): Order | Hidden {
  const known = presence(stateOf(left), stateOf(right));
  if (known !== undefined) return known;
  const sign = arithmetic.compare(left, right);
  if (sign === 0) return 'equal';
  if (Number.isFinite(sign)) return sign < 0 ? 'less' : 'greater';
  const scale = Math.max(magnitude(left.value), magnitude(right.value));
  return { bound: together(left.error, right.error), scale };
}

/** What doubles overflow may well be a number here. */
function stateOf({ value }: Tracked): number {
  return value.isFinite() ? 0 : value.toNumber();
}
