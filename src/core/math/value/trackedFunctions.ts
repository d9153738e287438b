/** How functions of one number carry errors: how steep they are, and where an error may tip them. */

import { type Decimal } from 'decimal.js';

import { type UnaryFunction } from '../expression.ts';
import { type FunctionTable } from './functionTable.ts';
import { magnitude, NONE, roundingOf, TWICE } from './magnitude.ts';
import { mayBeZero, type Tracked } from './trackedNumber.ts';

/** log₁₀ of a bound of the derivative at x, where f(x) = y. */
type Slope = (x: Decimal, y: Decimal) => number;

const atMostOne: Slope = () => 0;
const ofValue: Slope = (_x, y) => magnitude(y);
const flat: Slope = () => NONE;

/** 1 - x² is at least 1 - |x| */
const beforeOne = (x: Decimal): Decimal => x.abs().neg().plus(1);

/** 1/√(1 - x²) */
const arcsine: Slope = (x) => -magnitude(beforeOne(x)) / 2;

/** 1/x, times 1.45 for log2 */
const logarithm: Slope = (x) => TWICE - magnitude(x);

export const SLOPES: FunctionTable<Slope> = {
  abs: atMostOne,
  sign: flat,
  exp: ofValue,
  log: logarithm,
  log2: logarithm,
  log10: logarithm,
  // 1/(2√x)
  sqrt: (_x, y) => -magnitude(y),
  sin: atMostOne,
  cos: atMostOne,
  tan: (_x, y) => Math.max(0, 2 * magnitude(y)) + TWICE,
  arcsin: arcsine,
  arccos: arcsine,
  arctan: atMostOne,
  sinh: (_x, y) => Math.max(0, magnitude(y)) + TWICE,
  cosh: ofValue,
  tanh: atMostOne,
  artanh: (x) => -magnitude(beforeOne(x)),
  // their derivatives are smaller than they are
  sigmoid: ofValue,
  softplus: (_x, y) => Math.min(0, magnitude(y)),
  relu: atMostOne,
  floor: flat,
  ceil: flat,
  // of exact numbers only
  factorial: flat,
};

/** Whether the bound of the error says too little about f of the truth. */
type Risk = (x: Tracked, y: Decimal) => boolean;

const never: Risk = () => false;

/** More than a tenth: too much for the slope to tell what changes. */
const large: Risk = ({ error }) => error > -1;

const nearOne: Risk = ({ value, error }) => mayBeZero({ value: beforeOne(value), error });

const nearWhole: Risk = ({ value, error }) =>
  mayBeZero({ value: value.minus(value.round()), error });

export const RISKS: FunctionTable<Risk> = {
  abs: never,
  sign: mayBeZero,
  exp: large,
  log: mayBeZero,
  log2: mayBeZero,
  log10: mayBeZero,
  sqrt: mayBeZero,
  sin: never,
  cos: never,
  // a pole is 1/|y| away
  tan: ({ error }, y) => error + magnitude(y) > -1 || error > -1,
  arcsin: nearOne,
  arccos: nearOne,
  arctan: never,
  sinh: large,
  cosh: large,
  tanh: never,
  artanh: nearOne,
  sigmoid: large,
  softplus: large,
  relu: never,
  floor: nearWhole,
  ceil: nearWhole,
  factorial: () => true,
};

const WITHOUT_ROUNDING: ReadonlySet<UnaryFunction> = new Set([
  'abs',
  'sign',
  'relu',
  'floor',
  'ceil',
]);

/** Digits that the library or the forms in which functions are taken may lose. */
const LOST = 1.5;

/** Of cosines, and of sines beyond 1, the digits after the point are right, not the first ones that are not 0. */
function waveRounding(name: UnaryFunction, x: Decimal, y: Decimal): number | undefined {
  if (name === 'tan') return 2 * Math.max(0, magnitude(y));
  return name === 'cos' || (name === 'sin' && x.abs().gt(1)) ? 0 : undefined;
}

/** log₁₀ of what rounding the result may have changed. */
export function roundingAfter(
  name: UnaryFunction,
  { value: x, error }: Tracked,
  { value: y, digits }: { readonly value: Decimal; readonly digits: number },
): number {
  if (WITHOUT_ROUNDING.has(name)) return NONE;
  const isWhole = name === 'factorial' && y.e < digits;
  const isRoot = name === 'sqrt' && 2 * y.precision() <= digits && y.times(y).eq(x);
  const ofZero = x.isZero() && error === NONE && (y.eq(1) || y.isZero());
  if (isWhole || isRoot || ofZero) return NONE;
  const wave = waveRounding(name, x, y);
  return LOST + (wave === undefined ? roundingOf(y, digits) : wave + 1 - digits);
}
