/**
 * Numbers of some precision. Two outcomes are not numbers, and every operation keeps them apart: NaN says that there is
 * no value (division by zero, the logarithm of a negative), an infinity that this arithmetic cannot hold it, so that a
 * more precise one has to be asked. Infinities are contagious whatever their sign; NaN is stronger.
 */

import { type FunctionTable } from './functionTable.ts';

export interface Arithmetic<N> {
  /** Exact. */
  readonly of: (value: number) => N;
  /** Rounded once from digits such as `0.50`. */
  readonly ofDigits: (digits: string) => N;
  /** The nearest double. */
  readonly toNumber: (value: N) => number;
  readonly pi: N;
  readonly e: N;
  readonly add: (left: N, right: N) => N;
  readonly subtract: (left: N, right: N) => N;
  readonly multiply: (left: N, right: N) => N;
  readonly divide: (left: N, right: N) => N;
  readonly negate: (value: N) => N;
  /** Real powers: 0⁰ = 1; a negative base takes whole exponents only. */
  readonly power: (base: N, exponent: N) => N;
  /** Negative, 0 or positive; NaN or infinite where one of the two is no number. */
  readonly compare: (left: N, right: N) => number;
  readonly functions: FunctionTable<(value: N) => N>;
  /** The relative error of one operation. */
  readonly epsilon: number;
  /** What an operation costs of a budget, as a multiple of an addition of doubles. */
  readonly cost: { readonly operation: number; readonly function: number };
}
