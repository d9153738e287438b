/** The distance of two numbers, in a form in which distances of different precision can be compared. */

import { type Arithmetic } from '../value/arithmetic.ts';
import { type Order, presence } from './order.ts';

export interface Gap {
  /** of left − right */
  readonly sign: -1 | 0 | 1;
  /** log₁₀ |left − right|: the numbers themselves may be beyond doubles */
  readonly magnitude: number;
  /** |left − right| as a part of the larger */
  readonly relative: number;
}

const NONE: Gap = { sign: 0, magnitude: -Infinity, relative: 0 };

/** Or which of the two has no value, or cannot be held. */
export function gapBetween<N>(left: N, right: N, arithmetic: Arithmetic<N>): Gap | Order {
  const known = presenceIn(left, right, arithmetic);
  if (known !== undefined) return known;
  const { subtract, divide, compare, functions, toNumber, of } = arithmetic;
  const difference = subtract(left, right);
  const sign = compare(difference, of(0));
  if (sign === 0) return NONE;
  const distance = functions.abs(difference);
  const [one, other] = [functions.abs(left), functions.abs(right)];
  return {
    sign: sign < 0 ? -1 : 1,
    magnitude: toNumber(functions.log10(distance)),
    relative: toNumber(divide(distance, compare(one, other) < 0 ? other : one)),
  };
}

/** `toNumber` overflows for numbers that the arithmetic can hold. */
function presenceIn<N>(left: N, right: N, { compare, toNumber, of }: Arithmetic<N>) {
  const state = (value: N) => {
    const zero = compare(value, of(0));
    return Number.isFinite(zero) ? 0 : toNumber(value);
  };
  return presence(state(left), state(right));
}

const SAME_MAGNITUDE = 0.04;

/** Whether more digits left the distance what it was, to about a tenth. */
export function isStable(before: Gap | Order, after: Gap): boolean {
  if (typeof before === 'string') return false;
  const change = Math.abs(before.magnitude - after.magnitude);
  return before.sign === after.sign && change < SAME_MAGNITUDE;
}
