/**
 * Numbers that are affine functions of the plane. Wherever a sign decides how a calculation goes on, the line on which
 * it changes is written down: the calculation stays the same as long as no such line is crossed. This tells at one point
 * the linear piece around it, as the activation pattern of a ReLU network does (Montúfar et al. 2014, arXiv:1402.1869).
 */

import { type UnaryFunction } from '../math/expression.ts';
import { type Arithmetic } from '../math/value/arithmetic.ts';
import { doubles } from '../math/value/doubles.ts';
import { tabulate } from '../math/value/functionTable.ts';
import { type Affine, affineAt } from './halfPlane.ts';
import { type PlanePoint } from './plane.ts';

export interface AffineNumber extends Affine {
  /** how far rounding may have moved a value inside the window */
  readonly error: number;
}

const ROUNDING_ERRORS = 8;

/** One calculation at one point. */
export class AffineRun {
  /** of the coordinates in the window */
  readonly #largest: number;
  #at: PlanePoint = [0, 0];
  #kinks: Affine[] = [];
  #isLinear = true;
  readonly arithmetic: Arithmetic<AffineNumber>;

  constructor(largest: number) {
    this.#largest = largest;
    this.arithmetic = affineArithmetic(this);
  }

  start(at: PlanePoint): readonly [AffineNumber, AffineNumber] {
    this.#at = at;
    this.#kinks = [];
    this.#isLinear = true;
    return [
      { gradient: [1, 0], offset: 0, error: 0 },
      { gradient: [0, 1], offset: 0, error: 0 },
    ];
  }

  /** lines on which some sign changes; the point may lie on one */
  get kinks(): readonly Affine[] {
    return this.#kinks;
  }

  /** whether all operations on what depends on the point were linear */
  get isLinear(): boolean {
    return this.#isLinear;
  }

  /** What is no affine function; where it is needed the result says nothing. */
  notLinear(): AffineNumber {
    this.#isLinear = false;
    return constant(NaN);
  }

  /** The value at the point, whose sign matters. */
  sign(of: AffineNumber): number {
    if (this.isConstant(of)) {
      return Math.abs(of.offset) <= ROUNDING_ERRORS * of.error ? 0 : of.offset;
    }
    this.#kinks.push(of);
    return affineAt(of, this.#at);
  }

  valueOf(number: AffineNumber): number {
    return affineAt(number, this.#at);
  }

  isConstant({ gradient, error }: AffineNumber): boolean {
    const slope = Math.abs(gradient[0]) + Math.abs(gradient[1]);
    return !(slope * this.#largest > ROUNDING_ERRORS * error);
  }

  size({ gradient, offset }: AffineNumber): number {
    return (Math.abs(gradient[0]) + Math.abs(gradient[1])) * this.#largest + Math.abs(offset);
  }
}

function constant(offset: number, error = 0): AffineNumber {
  return { gradient: [0, 0], offset, error };
}

function affineArithmetic(run: AffineRun): Arithmetic<AffineNumber> {
  const { negate, add, subtract, scale } = linearIn(run);
  const multiply = (left: AffineNumber, right: AffineNumber): AffineNumber => {
    if (run.isConstant(left)) return scale(right, left);
    return run.isConstant(right) ? scale(left, right) : run.notLinear();
  };
  const divide = (left: AffineNumber, right: AffineNumber): AffineNumber => {
    if (!run.isConstant(right)) return run.notLinear();
    const inverse = doubles.divide(1, run.sign(right));
    return scale(left, constant(inverse, Math.abs(inverse) * relative(right)));
  };
  return {
    of: constant,
    ofDigits: (digits) => constant(Number(digits)),
    toNumber: (value) => (run.isConstant(value) ? value.offset : run.notLinear().offset),
    pi: constant(Math.PI, Number.EPSILON),
    e: constant(Math.E, Number.EPSILON),
    add,
    subtract,
    multiply,
    divide,
    negate,
    power: powerIn(run),
    compare: (left, right) => run.sign(subtract(left, right)),
    functions: tabulate((name) => functionIn(run, name)),
    epsilon: Number.EPSILON,
    cost: { operation: 4, function: 8 },
  };
}

/** The relative error. */
function relative({ offset, error }: AffineNumber): number {
  return Number.EPSILON + (offset === 0 ? 0 : error / Math.abs(offset));
}

function linearIn(run: AffineRun) {
  const negate = ({ gradient: [a, b], offset, error }: AffineNumber): AffineNumber => ({
    gradient: [-a, -b],
    offset: -offset,
    error,
  });
  const add = (left: AffineNumber, right: AffineNumber): AffineNumber => {
    const [one, other] = [left.gradient, right.gradient];
    const sum: AffineNumber = {
      gradient: [one[0] + other[0], one[1] + other[1]],
      offset: doubles.add(left.offset, right.offset),
      error: left.error + right.error,
    };
    return { ...sum, error: sum.error + Number.EPSILON * run.size(sum) };
  };
  const scale = (value: AffineNumber, { offset: factor, error }: AffineNumber): AffineNumber => ({
    gradient: [value.gradient[0] * factor, value.gradient[1] * factor],
    offset: doubles.multiply(value.offset, factor),
    error:
      Math.abs(factor) * (value.error + Number.EPSILON * run.size(value)) + error * run.size(value),
  });
  return { negate, add, scale, subtract: (l: AffineNumber, r: AffineNumber) => add(l, negate(r)) };
}

function powerIn(run: AffineRun): Arithmetic<AffineNumber>['power'] {
  return (base, exponent) => {
    if (!run.isConstant(exponent)) return run.notLinear();
    if (run.isConstant(base)) {
      const value = doubles.power(base.offset, exponent.offset);
      return constant(value, Math.abs(value) * (1 + Math.abs(exponent.offset)) * relative(base));
    }
    if (exponent.offset === 1) return base;
    return exponent.offset === 0 ? constant(1) : run.notLinear();
  };
}

type Unary = (of: AffineNumber, run: AffineRun) => AffineNumber;

/** What is affine in pieces of an affine argument. */
const IN_PIECES: Readonly<Partial<Record<UnaryFunction, Unary>>> = {
  abs: (of, run) => (run.sign(of) < 0 ? linearIn(run).negate(of) : of),
  relu: (of, run) => (run.sign(of) > 0 ? of : constant(0)),
  sign: (of, run) => constant(Math.sign(run.sign(of))),
  floor: (of, run) => constant(step(of, run)),
  ceil: (of, run) => constant(step(of, run) + 1),
};

/** The largest whole number below; the next kinks are there and one higher. */
function step(of: AffineNumber, run: AffineRun): number {
  const { add } = linearIn(run);
  const below = Math.floor(run.valueOf(of));
  run.sign(add(of, constant(-below)));
  run.sign(add(of, constant(-below - 1)));
  return below;
}

function functionIn(run: AffineRun, name: UnaryFunction): (of: AffineNumber) => AffineNumber {
  return (of) => {
    if (!run.isConstant(of)) return IN_PIECES[name]?.(of, run) ?? run.notLinear();
    const value = doubles.functions[name](of.offset);
    const moved = Math.abs(doubles.functions[name](of.offset + of.error) - value);
    return constant(
      value,
      (moved || 0) + (Number.isInteger(value) ? 0 : 4 * Number.EPSILON * Math.abs(value)),
    );
  };
}
