/** How large a quantity has to be for a constant of the formula to matter: `10^{-7}` for `\tanh(10^7 x)`. */

import { type Expression } from '../expression.ts';

/** Other numbers are drawn often anyway. */
const SMALLEST_USUAL = 1e-3;
const LARGEST_USUAL = 1e3;

/** Of one constant, written as a number or worked out: itself and its inverse, where these are unusual. */
export function scalesOf(expression: Expression): readonly number[] {
  const value = Math.abs(constantIn(expression) ?? 0);
  if (value === 0 || !Number.isFinite(value)) return [];
  if (value > SMALLEST_USUAL && value < LARGEST_USUAL) return [];
  return [value, 1 / value].filter(Number.isFinite).sort((one, other) => one - other);
}

/** undefined: it depends on something, or is of a kind that nobody writes a constant in */
function constantIn(expression: Expression): number | undefined {
  const { kind } = expression;
  if (kind === 'number') return Number(expression.digits);
  if (kind === 'power') return combined(expression.base, expression.exponent, Math.pow);
  if (kind === 'quotient') {
    return combined(expression.numerator, expression.denominator, (above, below) => above / below);
  }
  if (kind === 'call' && expression.name === 'exp' && expression.primes === 0) {
    const [exponent] = expression.arguments;
    const power = exponent && constantIn(exponent);
    return power === undefined ? undefined : Math.exp(power);
  }
  const negative = kind === 'negate' ? constantIn(expression.of) : undefined;
  return negative === undefined ? undefined : -negative;
}

function combined(
  one: Expression,
  other: Expression,
  combine: (one: number, other: number) => number,
): number | undefined {
  const [first, second] = [constantIn(one), constantIn(other)];
  return first === undefined || second === undefined ? undefined : combine(first, second);
}
