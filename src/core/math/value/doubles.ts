/** Doubles: fast, in forms that lose no digits, and never a zero that is only a number too small. */

import { type Arithmetic } from './arithmetic.ts';
import { type FunctionTable, tabulate } from './functionTable.ts';

/** The factorial of more is beyond doubles. */
const MOST_FACTORS = 170;

/** What is left to say of a result that is not finite. */
function outcome(left: number, right: number): number {
  return Number.isNaN(left) || Number.isNaN(right) ? NaN : Infinity;
}

/** Not 0, since the true result is not. */
function tiny(negative: boolean): number {
  return negative ? -Number.MIN_VALUE : Number.MIN_VALUE;
}

function add(left: number, right: number): number {
  const sum = left + right;
  return Number.isFinite(sum) ? sum : outcome(left, right);
}

function multiply(left: number, right: number): number {
  const product = left * right;
  if (!Number.isFinite(product)) return outcome(left, right);
  return product === 0 && left !== 0 && right !== 0 ? tiny(left < 0 !== right < 0) : product;
}

function divide(left: number, right: number): number {
  if (right === 0) return NaN;
  const quotient = left / right;
  if (!Number.isFinite(quotient) || !Number.isFinite(right)) return outcome(left, right);
  return quotient === 0 && left !== 0 ? tiny(left < 0 !== right < 0) : quotient;
}

function power(base: number, exponent: number): number {
  if (!Number.isFinite(base) || !Number.isFinite(exponent)) return outcome(base, exponent);
  if (base === 0 && exponent < 0) return NaN;
  const result = Math.pow(base, exponent);
  const negative = base < 0 && exponent % 2 !== 0;
  return result === 0 && base !== 0 ? tiny(negative) : result;
}

function exp(value: number): number {
  const result = Math.exp(value);
  return result === 0 ? tiny(false) : result;
}

function sigmoid(value: number): number {
  if (value >= 0) return 1 / (1 + exp(-value));
  const small = exp(value);
  return small / (1 + small);
}

function factorial(value: number): number {
  if (!Number.isInteger(value) || value < 0) return NaN;
  if (value > MOST_FACTORS) return Infinity;
  let product = 1;
  for (let factor = 2; factor <= value; factor += 1) product *= factor;
  return product;
}

/** Of finite arguments. An infinite result says that it is too big, so poles have to be told apart. */
const FUNCTIONS: FunctionTable<(value: number) => number> = {
  abs: Math.abs,
  sign: Math.sign,
  exp,
  log: (value) => (value > 0 ? Math.log(value) : NaN),
  log2: (value) => (value > 0 ? Math.log2(value) : NaN),
  log10: (value) => (value > 0 ? Math.log10(value) : NaN),
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  artanh: (value) => (Math.abs(value) < 1 ? Math.atanh(value) : NaN),
  sigmoid,
  relu: (value) => (value > 0 ? value : 0),
  softplus: (value) => Math.max(value, 0) + Math.log1p(exp(-Math.abs(value))),
  floor: Math.floor,
  ceil: Math.ceil,
  factorial,
};

function ofFinite(apply: (value: number) => number): (value: number) => number {
  return (value) => (Number.isFinite(value) ? apply(value) : outcome(value, value));
}

export const doubles: Arithmetic<number> = {
  of: (value) => value,
  ofDigits: Number,
  toNumber: (value) => value,
  pi: Math.PI,
  e: Math.E,
  add,
  subtract: (left, right) => add(left, -right),
  multiply,
  divide,
  negate: (value) => -value,
  power,
  compare: (left, right) => add(left, -right),
  functions: tabulate((name) => ofFinite(FUNCTIONS[name])),
  epsilon: Number.EPSILON,
  cost: { operation: 1, function: 4 },
};
