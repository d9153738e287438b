/** Numbers that carry their derivative along: what a prime on a function needs, in any arithmetic and to any order. */

import { type Arithmetic } from './arithmetic.ts';
import { DERIVATIVES } from './derivatives.ts';
import { tabulate } from './functionTable.ts';

export interface Dual<N> {
  readonly value: N;
  readonly slope: N;
}

const made = new WeakMap<object, unknown>();

/** The same object for the same numbers. */
export function duals<N>(numbers: Arithmetic<N>): Arithmetic<Dual<N>> {
  // under its arithmetic only what was made of it is kept
  const known = made.get(numbers) as Arithmetic<Dual<N>> | undefined;
  const arithmetic = known ?? dualArithmetic(numbers);
  made.set(numbers, arithmetic);
  return arithmetic;
}

function dualArithmetic<N>(numbers: Arithmetic<N>): Arithmetic<Dual<N>> {
  const { add, subtract, multiply, divide, negate } = numbers;
  const zero = numbers.of(0);
  const constant = (value: N): Dual<N> => ({ value, slope: zero });
  return {
    of: (value) => constant(numbers.of(value)),
    ofDigits: (digits) => constant(numbers.ofDigits(digits)),
    toNumber: ({ value }) => numbers.toNumber(value),
    pi: constant(numbers.pi),
    e: constant(numbers.e),
    add: (u, v) => ({ value: add(u.value, v.value), slope: add(u.slope, v.slope) }),
    subtract: (u, v) => ({ value: subtract(u.value, v.value), slope: subtract(u.slope, v.slope) }),
    // (uv)' = u'v + uv'
    multiply: (u, v) => ({
      value: multiply(u.value, v.value),
      slope: add(multiply(u.slope, v.value), multiply(u.value, v.slope)),
    }),
    divide(u, v) {
      const value = divide(u.value, v.value);
      // (u/v)' = (u' - (u/v) v') / v
      return { value, slope: divide(subtract(u.slope, multiply(value, v.slope)), v.value) };
    },
    negate: ({ value, slope }) => ({ value: negate(value), slope: negate(slope) }),
    power: dualPower(numbers),
    compare: (u, v) => numbers.compare(u.value, v.value),
    functions: tabulate((name) => ({ value, slope }) => ({
      value: numbers.functions[name](value),
      slope: times(numbers, slope, () => DERIVATIVES[name](numbers, value)),
    })),
    epsilon: numbers.epsilon,
    cost: { operation: 3 * numbers.cost.operation, function: 4 * numbers.cost.function },
  };
}

/** A constant has no slope, even where the factor has no value. */
function times<N>(numbers: Arithmetic<N>, slope: N, factor: () => N): N {
  return numbers.compare(slope, numbers.of(0)) === 0 ? slope : numbers.multiply(slope, factor());
}

/** (uᵛ)' = v uᵛ⁻¹ u' + uᵛ log(u) v' */
function dualPower<N>(numbers: Arithmetic<N>): Arithmetic<Dual<N>>['power'] {
  const { add, subtract, multiply, power } = numbers;
  return (u, v) => {
    const value = power(u.value, v.value);
    const lower = (): N => power(u.value, subtract(v.value, numbers.of(1)));
    const ofBase = times(numbers, multiply(v.value, u.slope), lower);
    const ofExponent = times(numbers, v.slope, () =>
      multiply(value, numbers.functions.log(u.value)),
    );
    return { value, slope: add(ofBase, ofExponent) };
  };
}
