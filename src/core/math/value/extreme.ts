/** Larger and smaller of numbers that may be none. */

import { type Arithmetic } from './arithmetic.ts';

/** The larger of two (`sign` = 1) or the smaller (-1). */
export function extreme<N>({ compare, of }: Arithmetic<N>, sign: 1 | -1): (left: N, right: N) => N {
  return (left, right) => {
    const difference = compare(left, right);
    if (!Number.isFinite(difference)) return of(Math.abs(difference));
    return difference * sign >= 0 ? left : right;
  };
}
