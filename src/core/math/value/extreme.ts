/** Larger and smaller of numbers that may be none. */

import { type Arithmetic } from './arithmetic.ts';

/** The larger of two (`sign` = 1) or the smaller (-1). */
export function extreme<N>(arithmetic: Arithmetic<N>, sign: 1 | -1): (left: N, right: N) => N {
  return (left, right) => {
    const difference = arithmetic.compare(left, right) * sign;
    if (!Number.isFinite(difference)) return either(left, right, { arithmetic, sign });
    return difference >= 0 ? left : right;
  };
}

/** Where it cannot be told which, (l + r ± |l - r|) / 2 is as large; of what is no number it is none. */
function either<N>(
  left: N,
  right: N,
  { arithmetic, sign }: { readonly arithmetic: Arithmetic<N>; readonly sign: 1 | -1 },
): N {
  const { add, subtract, multiply, of, functions } = arithmetic;
  const apart = multiply(of(sign), functions.abs(subtract(left, right)));
  return multiply(of(0.5), add(add(left, right), apart));
}
