/** The functions of one number in decimals. */

import { type Decimal } from 'decimal.js';

import { type FixedPoint } from './fixedPoint.ts';
import { type FunctionTable } from './functionTable.ts';

type Numbers = typeof Decimal;

/** An angle beyond this power of ten is not reduced: it would take as many digits. */
const BIGGEST_ANGLE = 100;

/** The factorial of more would take too long. */
export const MOST_FACTORS = 2000;

export function decimalFunctions(
  numbers: Numbers,
  fixed: FixedPoint,
): FunctionTable<(value: Decimal) => Decimal> {
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
  return {
    abs: (value) => value.abs(),
    sign: (value) => new numbers(value.isZero() ? 0 : value.s),
    exp: nonzero((value) => fixed.exp(value)),
    log: positive((value) => fixed.log(value)),
    log2: positive((value) => fixed.logTo(2, value)),
    log10: positive((value) => fixed.logTo(10, value)),
    sqrt: (value) => value.sqrt(),
    sin: angle((value) => fixed.sin(value)),
    cos: angle((value) => fixed.cos(value)),
    tan: angle((value) => fixed.sin(value).div(fixed.cos(value))),
    ...arcs(numbers, fixed),
    ...hyperbolic(fixed),
    sigmoid: nonzero((value) => fixed.exp(value.neg()).plus(1).pow(-1)),
    relu: (value) => (value.isPositive() ? value : zero),
    softplus: nonzero((value) =>
      fixed.logOnePlus(fixed.exp(value.abs().neg())).plus(value.isPositive() ? value : 0),
    ),
    floor: (value) => value.floor(),
    ceil: (value) => value.ceil(),
    factorial: (value) => factorial(value, { none, beyond }),
  };
}

function hyperbolic(
  fixed: FixedPoint,
): Readonly<Record<'sinh' | 'cosh' | 'tanh' | 'artanh', (value: Decimal) => Decimal>> {
  const cosh = (value: Decimal): Decimal => fixed.exp(value).plus(fixed.exp(value.neg())).div(2);
  return {
    sinh: (value) => fixed.sinh(value),
    cosh,
    tanh: (value) =>
      isSmall(value)
        ? fixed.sinh(value).div(cosh(value))
        : // 1 - 2 / (e²ˣ + 1)
          fixed.exp(value.times(2)).plus(1).pow(-1).times(-2).plus(1),
    artanh: (value) => (value.abs().lt(1) ? artanh(value, fixed) : value.times(NaN)),
  };
}

/** log((1 + x) / (1 - x)) / 2, which for a small x would lose its digits. */
function artanh(value: Decimal, fixed: FixedPoint): Decimal {
  if (isSmall(value)) return value.atanh();
  return fixed.log(value.plus(1).div(value.neg().plus(1))).div(2);
}

const isSmall = (value: Decimal): boolean => value.abs().lt(0.1);

/** By the arctangent of doubles, mended; the library’s own series takes ten times as long. */
function arcs(
  numbers: Numbers,
  fixed: FixedPoint,
): Readonly<Record<'arcsin' | 'arccos' | 'arctan', (value: Decimal) => Decimal>> {
  const quarter = numbers.acos(-1).div(2);
  const one = new numbers(1);
  const arctan = (value: Decimal): Decimal => {
    if (value.isNaN()) return value;
    if (value.abs().gt(1)) return quarter.times(value.s).minus(arctan(value.pow(-1)));
    const near = new numbers(Math.atan(value.toNumber()));
    const tangent = fixed.sin(near).div(fixed.cos(near));
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
