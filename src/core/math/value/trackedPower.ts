/** Powers of numbers with an error: the error of the exponent counts by the logarithm of the base. */

import { magnitude, NONE, roundingOf, together, TWICE } from './magnitude.ts';
import { mayBeZero, type Surroundings, type Tracked } from './trackedNumber.ts';

/** A relative error of more than a tenth is too much to go by. */
const LARGE = -1;

export function trackedPower({
  digits,
  plain,
  exact,
  beyond,
}: Surroundings): (base: Tracked, exponent: Tracked) => Tracked {
  return (base, exponent) => {
    const value = plain.power(base.value, exponent.value);
    if (!base.value.isFinite() || !exponent.value.isFinite()) return exact(value);
    if (isCloseToZero(base, exponent))
      return zeroPower(base, exponent, { value, error: NONE }) ?? beyond;
    const relative = relativeError(base, exponent);
    if (isRisky(base, exponent) || relative > LARGE) return beyond;
    if (!value.isFinite()) return exact(value);
    const carried = relative + magnitude(value) + TWICE;
    const isExact = isWhole(exponent) && exponent.value.times(base.value.precision()).lte(digits);
    const rounding = isExact && !exponent.value.isNegative() ? NONE : roundingOf(value, digits);
    return { value, error: together(carried, rounding) };
  };
}

function isWhole({ value, error }: Tracked): boolean {
  return error === NONE && value.isInteger();
}

function isCloseToZero(base: Tracked, exponent: Tracked): boolean {
  return base.value.isZero() || mayBeZero(base) || exponent.value.isZero();
}

/** Undefined where the truth may be another altogether. */
function zeroPower(base: Tracked, exponent: Tracked, plain: Tracked): Tracked | undefined {
  if (mayBeZero(exponent)) return undefined;
  if (base.error === NONE || exponent.value.isZero()) return plain;
  if (!isWhole(exponent) || exponent.value.isNegative()) return undefined;
  const largest = together(magnitude(base.value), base.error);
  return { value: plain.value, error: exponent.value.toNumber() * largest };
}

/** Of a negative base only the whole powers have values, so the exponent has to be exact. */
function isRisky(base: Tracked, exponent: Tracked): boolean {
  return base.value.isNegative() && exponent.error !== NONE;
}

/** log₁₀ of |exponent| · |δ base / base| + |δ exponent| · |log base| */
function relativeError(base: Tracked, exponent: Tracked): number {
  const size = magnitude(base.value);
  const logarithm = Math.log10(Math.abs(size) * Math.LN10 + 1e-5);
  return together(magnitude(exponent.value) + base.error - size, exponent.error + logarithm);
}
