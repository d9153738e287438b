/**
 * Decimals that carry a bound of their error along. Where rounding could tip the outcome (the sign of what cancelled, a
 * division by what may be zero) the result is beyond this arithmetic, so what it does say is so.
 */

import { type Decimal } from 'decimal.js';

import { type UnaryFunction } from '../expression.ts';
import { type Arithmetic } from './arithmetic.ts';
import { decimals } from './decimals.ts';
import { tabulate } from './functionTable.ts';
import { isExactSum, magnitude, NONE, roundingOf, together, TWICE } from './magnitude.ts';
import { RISKS, roundingAfter, SLOPES } from './trackedFunctions.ts';
import { mayBeZero, type Surroundings, type Tracked } from './trackedNumber.ts';
import { trackedPower } from './trackedPower.ts';

const made = new Map<number, Arithmetic<Tracked>>();

/** With so many significant digits; the same object for the same number of them. */
export function tracked(digits: number): Arithmetic<Tracked> {
  const known = made.get(digits) ?? trackedArithmetic(digits);
  made.set(digits, known);
  return known;
}

function trackedArithmetic(digits: number): Arithmetic<Tracked> {
  const plain = decimals(digits);
  const surroundings: Surroundings = {
    digits,
    plain,
    exact: (value) => ({ value, error: NONE }),
    beyond: { value: plain.of(Infinity), error: NONE },
  };
  const { exact } = surroundings;
  const rounded = (value: Decimal): Tracked => ({ value, error: roundingOf(value, digits) });
  const add = adder(surroundings);
  const subtract = (left: Tracked, right: Tracked): Tracked => add(left, negate(right));
  return {
    of: (value) => exact(plain.of(value)),
    ofDigits: (written) => (written.length > digits ? rounded : exact)(plain.ofDigits(written)),
    toNumber: ({ value }) => plain.toNumber(value),
    pi: rounded(plain.pi),
    e: rounded(plain.e),
    add,
    subtract,
    multiply: multiplier(surroundings),
    divide: divider(surroundings),
    negate,
    power: trackedPower(surroundings),
    compare: (left, right) => certainSign(subtract(left, right)),
    functions: tabulate((name) => applied(name, surroundings)),
    epsilon: plain.epsilon,
    cost: { operation: 2 * plain.cost.operation, function: 1.2 * plain.cost.function },
  };
}

function negate({ value, error }: Tracked): Tracked {
  return { value: value.neg(), error };
}

/** Infinite where rounding hides it. */
function certainSign(difference: Tracked): number {
  const { value } = difference;
  if (!value.isFinite()) return value.isNaN() ? NaN : Infinity;
  if (mayBeZero(difference)) return Infinity;
  return value.isZero() ? 0 : value.s;
}

type Operation = (left: Tracked, right: Tracked) => Tracked;

function adder({ digits, plain, exact }: Surroundings): Operation {
  return (left, right) => {
    const value = plain.add(left.value, right.value);
    if (!value.isFinite()) return exact(value);
    const carried = together(left.error, right.error);
    if (isExactSum(left.value, right.value, digits)) return { value, error: carried };
    return { value, error: together(carried, roundingOf(value, digits)) };
  };
}

function multiplier({ digits, plain, exact }: Surroundings): Operation {
  return (left, right) => {
    const value = plain.multiply(left.value, right.value);
    if (!value.isFinite()) return exact(value);
    const mixed = together(
      left.error + magnitude(right.value),
      right.error + magnitude(left.value),
    );
    const carried = together(mixed, left.error + right.error);
    const isExact = left.value.precision() + right.value.precision() <= digits;
    return { value, error: isExact ? carried : together(carried, roundingOf(value, digits)) };
  };
}

function divider({ digits, plain, exact, beyond }: Surroundings): Operation {
  return (left, right) => {
    if (right.value.isFinite() && mayBeZero(right)) return left.value.isNaN() ? left : beyond;
    const value = plain.divide(left.value, right.value);
    if (!value.isFinite()) return exact(value);
    // (a + α) / (b + β) is at most (α + β a/b) / (b/2) away from a/b
    const divisor = magnitude(right.value) - TWICE;
    const carried = together(left.error, right.error + magnitude(value)) - divisor;
    const isExact = value.precision() + right.value.precision() <= digits;
    return { value, error: isExact ? carried : together(carried, roundingOf(value, digits)) };
  };
}

function applied(
  name: UnaryFunction,
  { digits, plain, exact, beyond }: Surroundings,
): (argument: Tracked) => Tracked {
  return (argument) => {
    const value = plain.functions[name](argument.value);
    if (!argument.value.isFinite()) return exact(value);
    if (argument.error !== NONE && RISKS[name](argument, value)) return beyond;
    if (!value.isFinite()) return exact(value);
    const rounding = roundingAfter(name, argument, { value, digits });
    if (argument.error === NONE) return { value, error: rounding };
    const carried = argument.error + SLOPES[name](argument.value, value) + TWICE;
    return { value, error: together(carried, rounding) };
  };
}
