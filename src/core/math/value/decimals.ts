/** Decimal numbers of any precision, to decide where doubles cannot. */

import { Decimal } from 'decimal.js';

import { type Arithmetic } from './arithmetic.ts';
import { type FunctionTable, tabulate } from './functionTable.ts';

type Numbers = typeof Decimal;

/** Arguments beyond these powers of ten are not reduced: it would take as many digits. */
const BIGGEST_ANGLE = 100;
const BIGGEST_EXPONENT = 14;

/** The factorial of more would take too long. */
const MOST_FACTORS = 2000;

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
    cost: { operation: 15, function: 3000 },
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
  const result = base.pow(exponent);
  return result.isZero() && !base.isZero() ? numberLike(base, Infinity) : result;
}

function ofFinite(apply: (value: Decimal) => Decimal): (value: Decimal) => Decimal {
  return (value) => (value.isFinite() ? apply(value) : numberLike(value, outcome(value, value)));
}

function decimalFunctions(numbers: Numbers): FunctionTable<(value: Decimal) => Decimal> {
  const none = new numbers(NaN);
  const beyond = new numbers(Infinity);
  const zero = new numbers(0);
  const exp = (value: Decimal): Decimal => (value.e > BIGGEST_EXPONENT ? beyond : value.exp());
  const angle = (apply: (value: Decimal) => Decimal) => (value: Decimal) =>
    value.e > BIGGEST_ANGLE ? beyond : apply(value);
  const positive = (apply: (value: Decimal) => Decimal) => (value: Decimal) =>
    value.isZero() || value.isNegative() ? none : apply(value);
  // log(1 + t) = 2 artanh(t / (2 + t)) keeps the digits of a small t
  const logOnePlus = (small: Decimal): Decimal => small.div(small.plus(2)).atanh().times(2);
  const waves = hyperbolic(exp);
  return {
    abs: (value) => value.abs(),
    sign: (value) => new numbers(value.isZero() ? 0 : value.s),
    exp,
    log: positive((value) => value.ln()),
    log2: positive((value) => value.log(2)),
    log10: positive((value) => value.log(10)),
    sqrt: (value) => value.sqrt(),
    sin: angle((value) => value.sin()),
    cos: angle((value) => value.cos()),
    tan: angle((value) => value.tan()),
    arcsin: (value) => value.asin(),
    arccos: (value) => value.acos(),
    arctan: (value) => value.atan(),
    ...waves,
    artanh: (value) => (value.abs().lt(1) ? value.atanh() : none),
    sigmoid: (value) => exp(value.neg()).plus(1).pow(-1),
    relu: (value) => (value.isPositive() ? value : zero),
    softplus: (value) => logOnePlus(exp(value.abs().neg())).plus(value.isPositive() ? value : 0),
    floor: (value) => value.floor(),
    ceil: (value) => value.ceil(),
    factorial: (value) => factorial(value, { none, beyond }),
  };
}

/** By exponentials; near 0, where these would cancel, by the library’s series. */
function hyperbolic(
  exp: (value: Decimal) => Decimal,
): Readonly<Record<'sinh' | 'cosh' | 'tanh', (value: Decimal) => Decimal>> {
  const half = (value: Decimal, sign: 1 | -1): Decimal =>
    exp(value).plus(exp(value.neg()).times(sign)).div(2);
  const sinh = (value: Decimal): Decimal => (value.abs().lt(1) ? value.sinh() : half(value, -1));
  const cosh = (value: Decimal): Decimal => half(value, 1);
  return { sinh, cosh, tanh: (value) => sinh(value).div(cosh(value)) };
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
