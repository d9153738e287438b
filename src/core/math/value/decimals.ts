/** Decimal numbers of any precision, to decide where doubles cannot. */

import { Decimal } from 'decimal.js';

import { type Arithmetic } from './arithmetic.ts';
import { type FunctionTable, tabulate } from './functionTable.ts';

type Numbers = typeof Decimal;

/** An angle beyond this power of ten is not reduced: it would take as many digits. */
const BIGGEST_ANGLE = 100;

/** The factorial of more would take too long. */
export const MOST_FACTORS = 2000;

const made = new Map<number, Arithmetic<Decimal>>();

/** With so many significant digits; the same object for the same number of them. */
export function decimals(digits: number): Arithmetic<Decimal> {
  const known = made.get(digits) ?? decimalArithmetic(digits);
  made.set(digits, known);
  return known;
}

function decimalArithmetic(digits: number): Arithmetic<Decimal> {
  const numbers = Decimal.clone({ precision: digits, defaults: true });
  const functions = decimalFunctions(numbers);
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
    power,
    compare: (left, right) =>
      left.isFinite() && right.isFinite() ? left.cmp(right) : outcome(left, right),
    functions: tabulate((name) => ofFinite(functions[name])),
    epsilon: 10 ** (1 - digits),
    // measured: a sum of 40 digits takes some microseconds, an exponential 150
    cost: { operation: 1.5 * digits, function: 2.5 * digits ** 2 },
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

function power(base: Decimal, exponent: Decimal): Decimal {
  if (!base.isFinite() || !exponent.isFinite()) return numberLike(base, outcome(base, exponent));
  if (base.isZero() && exponent.isNegative() && !exponent.isZero()) return numberLike(base, NaN);
  const result = raised(base, exponent);
  return result.isZero() && !base.isZero() ? numberLike(base, Infinity) : result;
}

/** Roots are cheaper than other powers. */
function raised(base: Decimal, exponent: Decimal): Decimal {
  if (exponent.eq(0.5)) return base.sqrt();
  return exponent.eq(-0.5) ? base.sqrt().pow(-1) : base.pow(exponent);
}

function ofFinite(apply: (value: Decimal) => Decimal): (value: Decimal) => Decimal {
  return (value) => (value.isFinite() ? apply(value) : numberLike(value, outcome(value, value)));
}

function decimalFunctions(numbers: Numbers): FunctionTable<(value: Decimal) => Decimal> {
  const none = new numbers(NaN);
  const beyond = new numbers(Infinity);
  const zero = new numbers(0);
  // none of these is ever 0, so a 0 is a number too small
  const nonzero = (apply: (value: Decimal) => Decimal) => (value: Decimal) => {
    const result = apply(value);
    return result.isZero() ? beyond : result;
  };
  const angle = (apply: (value: Decimal) => Decimal) => (value: Decimal) =>
    value.e > BIGGEST_ANGLE ? beyond : apply(value);
  const positive = (apply: (value: Decimal) => Decimal) => (value: Decimal) =>
    value.isZero() || value.isNegative() ? none : apply(value);
  // log(1 + t) = 2 artanh(t / (2 + t)) keeps the digits of a small t
  const logOnePlus = (small: Decimal): Decimal =>
    small.gt(0.1) ? small.plus(1).ln() : small.div(small.plus(2)).atanh().times(2);
  return {
    abs: (value) => value.abs(),
    sign: (value) => new numbers(value.isZero() ? 0 : value.s),
    exp: nonzero((value) => value.exp()),
    log: positive((value) => value.ln()),
    log2: positive((value) => value.log(2)),
    log10: positive((value) => value.log(10)),
    sqrt: (value) => value.sqrt(),
    sin: angle((value) => value.sin()),
    cos: angle((value) => value.cos()),
    // near its poles the library’s own loses half of the digits
    tan: angle((value) => value.sin().div(value.cos())),
    ...arcs(numbers),
    ...hyperbolic,
    artanh: (value) => (value.abs().lt(1) ? value.atanh() : none),
    sigmoid: nonzero((value) => value.neg().exp().plus(1).pow(-1)),
    relu: (value) => (value.isPositive() ? value : zero),
    softplus: nonzero((value) =>
      logOnePlus(value.abs().neg().exp()).plus(value.isPositive() ? value : 0),
    ),
    floor: (value) => value.floor(),
    ceil: (value) => value.ceil(),
    factorial: (value) => factorial(value, { none, beyond }),
  };
}

const isSmall = (value: Decimal): boolean => value.abs().lt(0.1);

const halves = (value: Decimal, sign: 1 | -1): Decimal =>
  value.exp().plus(value.neg().exp().times(sign)).div(2);

const sinh = (value: Decimal): Decimal => (isSmall(value) ? value.sinh() : halves(value, -1));

const cosh = (value: Decimal): Decimal => halves(value, 1);

/** By exponentials; near 0, where these would cancel, by the library’s series. */
const hyperbolic = {
  sinh,
  cosh,
  // 1 - 2 / (e²ˣ + 1)
  tanh: (value: Decimal): Decimal =>
    isSmall(value)
      ? value.sinh().div(cosh(value))
      : value.times(2).exp().plus(1).pow(-1).times(-2).plus(1),
};

/** By the arctangent of doubles, mended; the library’s own series takes ten times as long. */
function arcs(
  numbers: Numbers,
): Readonly<Record<'arcsin' | 'arccos' | 'arctan', (value: Decimal) => Decimal>> {
  const quarter = numbers.acos(-1).div(2);
  const one = new numbers(1);
  const arctan = (value: Decimal): Decimal => {
    if (value.abs().gt(1)) return quarter.times(value.s).minus(arctan(value.pow(-1)));
    const near = new numbers(Math.atan(value.toNumber()));
    const tangent = near.tan();
    // arctan x - arctan t = arctan((x - t) / (1 + x t))
    const rest = value.minus(tangent).div(tangent.times(value).plus(1));
    return near.plus(smallArctan(rest));
  };
  // 1 - x² = (1 - x)(1 + x) keeps its digits near ±1
  const arcsin = (value: Decimal): Decimal =>
    value.abs().eq(1)
      ? quarter.times(value.s)
      : arctan(value.div(one.minus(value).times(one.plus(value)).sqrt()));
  const arccos = (value: Decimal): Decimal =>
    value.eq(-1) ? quarter.times(2) : arctan(one.minus(value).div(one.plus(value)).sqrt()).times(2);
  return { arcsin, arccos, arctan };
}

/** x - x³/3 + x⁵/5 - … of a number as small as the rounding of doubles: each term adds 32 digits. */
function smallArctan(value: Decimal): Decimal {
  const square = value.times(value).neg();
  let power = value;
  let sum = value;
  for (let odd = 3; odd <= 9; odd += 2) {
    power = power.times(square);
    sum = sum.plus(power.div(odd));
  }
  return sum;
}

function factorial(
  value: Decimal,
  { none, beyond }: Readonly<Record<'none' | 'beyond', Decimal>>,
): Decimal {
  if (!value.isInteger() || (value.isNegative() && !value.isZero())) return none;
  if (value.gt(MOST_FACTORS)) return beyond;
  const factors = value.toNumber();
  let product = new (value.constructor as Numbers)(1);
  for (let factor = 2; factor <= factors; factor += 1) product = product.times(factor);
  return product;
}
