/** Decimal numbers of any precision, to decide where doubles cannot. */

import { Decimal } from 'decimal.js';

import { type Arithmetic } from './arithmetic.ts';
import { decimalFunctions } from './decimalFunctions.ts';
import { FixedPoint } from './fixedPoint.ts';
import { tabulate } from './functionTable.ts';

type Numbers = typeof Decimal;

const made = new Map<number, Arithmetic<Decimal>>();

/** With so many significant digits; the same object for the same number of them. */
export function decimals(digits: number): Arithmetic<Decimal> {
  const known = made.get(digits) ?? decimalArithmetic(digits);
  made.set(digits, known);
  return known;
}

function decimalArithmetic(digits: number): Arithmetic<Decimal> {
  const numbers = Decimal.clone({ precision: digits, defaults: true });
  const fixed = new FixedPoint(numbers, digits);
  const functions = decimalFunctions(numbers, fixed);
  const add = (left: Decimal, right: Decimal): Decimal => kept(left.plus(right), left, right);
  return {
    // a double stands for the shortest decimal that is read as it
    of: (value) => new numbers(value),
    ofDigits: (written) => new numbers(written).plus(0),
    toNumber: (value) => value.toNumber(),
    pi: numbers.acos(-1),
    e: numbers.exp(1),
    add,
    subtract: (left, right) => add(left, right.neg()),
    multiply: (left, right) => kept(left.times(right), left, right),
    divide,
    negate: (value) => value.neg(),
    power: powers(fixed),
    compare: (left, right) =>
      left.isFinite() && right.isFinite() ? left.cmp(right) : outcome(left, right),
    functions: tabulate((name) => ofFinite(functions[name])),
    epsilon: 10 ** (1 - digits),
    // measured: a sum of 40 digits takes one or two microseconds, an exponential ten to twenty
    cost: { operation: 1.5 * digits, function: 20 * digits },
  };
}

/** What is left to say of a result that is not finite. */
function outcome(left: Decimal, right: Decimal): number {
  return left.isNaN() || right.isNaN() ? NaN : Infinity;
}

function numberLike(like: Decimal, value: number): Decimal {
  return new (like.constructor as Numbers)(value);
}

function kept(result: Decimal, left: Decimal, right: Decimal): Decimal {
  return result.isFinite() ? result : numberLike(result, outcome(left, right));
}

function divide(left: Decimal, right: Decimal): Decimal {
  if (right.isZero()) return numberLike(right, NaN);
  if (!right.isFinite()) return numberLike(right, outcome(left, right));
  return kept(left.div(right), left, right);
}

function powers(fixed: FixedPoint): (base: Decimal, exponent: Decimal) => Decimal {
  return (base, exponent) => {
    if (!base.isFinite() || !exponent.isFinite()) return numberLike(base, outcome(base, exponent));
    if (base.isZero() && exponent.isNegative() && !exponent.isZero()) return numberLike(base, NaN);
    const result = exponent.eq(0.5) ? base.sqrt() : fixed.power(base, exponent);
    return result.isZero() && !base.isZero() ? numberLike(base, Infinity) : result;
  };
}

function ofFinite(apply: (value: Decimal) => Decimal): (value: Decimal) => Decimal {
  return (value) => (value.isFinite() ? apply(value) : numberLike(value, outcome(value, value)));
}
