/** Orders of magnitude as doubles, for numbers whose own range is far larger: log₁₀ of a size, -Infinity of nothing. */

import { type Decimal } from 'decimal.js';

/** The error of what is exact. */
export const NONE = -Infinity;

/** Twice as much. */
export const TWICE = Math.log10(2);

const WORD = 1e7;

/** log₁₀ |value| to six digits; of a finite value. */
export function magnitude({ d: words, e: exponent }: Decimal): number {
  const [first = 0, second = 0] = words;
  if (first === 0) return NONE;
  const leading = Math.log10(first + second / WORD);
  return leading + exponent - Math.floor(Math.log10(first));
}

/** log₁₀ (10ᵃ + 10ᵇ) */
export function together(left: number, right: number): number {
  const [large, small] = left < right ? [right, left] : [left, right];
  if (small === NONE || large === Infinity) return large;
  return large + Math.log10(1 + 10 ** (small - large));
}

/** log₁₀ of what rounding to so many digits may have changed. */
export function roundingOf(value: Decimal, digits: number): number {
  return value.isZero() ? NONE : value.e + 1 - digits;
}

/** Whether so many digits hold the sum, from the first digit of either number to the last. */
export function isExactSum(left: Decimal, right: Decimal, digits: number): boolean {
  if (left.isZero() || right.isZero()) return true;
  const first = Math.max(left.e, right.e) + 1;
  const last = Math.min(lastPlace(left), lastPlace(right));
  return first - last + 1 <= digits;
}

/** Where the last digit stands. */
function lastPlace(value: Decimal): number {
  return value.e + 1 - value.precision();
}
