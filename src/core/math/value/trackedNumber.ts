/** A decimal and how far it may be from the truth. */

import { type Decimal } from 'decimal.js';

import { type Arithmetic } from './arithmetic.ts';
import { magnitude, NONE, TWICE } from './magnitude.ts';

export interface Tracked {
  readonly value: Decimal;
  /** log₁₀ of a bound of |value - truth|; -Infinity where it is exact */
  readonly error: number;
}

/** Whether the truth may be 0, or of the other sign, though the value need not be. */
export function mayBeZero({ value, error }: Tracked): boolean {
  return error !== NONE && magnitude(value) <= error + TWICE;
}

/** What the operations of one precision are made with. */
export interface Surroundings {
  readonly digits: number;
  readonly plain: Arithmetic<Decimal>;
  readonly exact: (value: Decimal) => Tracked;
  /** what more digits have to tell */
  readonly beyond: Tracked;
}
