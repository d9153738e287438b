/** The derivative of every function of one number, in forms that keep their digits where the function is flat. */

import { type Arithmetic } from './arithmetic.ts';
import { type FunctionTable } from './functionTable.ts';

type Derivative = <N>(numbers: Arithmetic<N>, x: N) => N;

const square = <N>({ multiply }: Arithmetic<N>, x: N): N => multiply(x, x);

const reciprocal = <N>(numbers: Arithmetic<N>, x: N): N => numbers.divide(numbers.of(1), x);

/** 1/(x log b) */
const logarithm =
  (base: number): Derivative =>
  (numbers, x) =>
    reciprocal(numbers, numbers.multiply(x, numbers.functions.log(numbers.of(base))));

/** Where nothing changes; at the jumps too, as sign'(0) = 0. */
const flat: Derivative = (numbers) => numbers.of(0);

/** 1/√(1 - x²) */
const arcsine: Derivative = (numbers, x) => {
  const rest = numbers.subtract(numbers.of(1), square(numbers, x));
  return reciprocal(numbers, numbers.functions.sqrt(rest));
};

/** σ(x) σ(-x): 1 - σ(x) would cancel */
const logistic: Derivative = (numbers, x) => {
  const { sigmoid } = numbers.functions;
  return numbers.multiply(sigmoid(x), sigmoid(numbers.negate(x)));
};

/** At the kinks of abs and relu the derivative is 0. */
export const DERIVATIVES: FunctionTable<Derivative> = {
  abs: (numbers, x) => numbers.functions.sign(x),
  sign: flat,
  exp: (numbers, x) => numbers.functions.exp(x),
  log: reciprocal,
  log2: logarithm(2),
  log10: logarithm(10),
  // 1/(2√x)
  sqrt: (numbers, x) =>
    reciprocal(numbers, numbers.multiply(numbers.of(2), numbers.functions.sqrt(x))),
  sin: (numbers, x) => numbers.functions.cos(x),
  cos: (numbers, x) => numbers.negate(numbers.functions.sin(x)),
  // 1/cos² x
  tan: (numbers, x) => reciprocal(numbers, square(numbers, numbers.functions.cos(x))),
  arcsin: arcsine,
  arccos: (numbers, x) => numbers.negate(arcsine(numbers, x)),
  // 1/(1 + x²)
  arctan: (numbers, x) => reciprocal(numbers, numbers.add(numbers.of(1), square(numbers, x))),
  sinh: (numbers, x) => numbers.functions.cosh(x),
  cosh: (numbers, x) => numbers.functions.sinh(x),
  // 1 - tanh² x = 4 σ(2x) σ(-2x)
  tanh: (numbers, x) =>
    numbers.multiply(numbers.of(4), logistic(numbers, numbers.multiply(numbers.of(2), x))),
  // 1/(1 - x²)
  artanh: (numbers, x) => reciprocal(numbers, numbers.subtract(numbers.of(1), square(numbers, x))),
  sigmoid: logistic,
  relu: (numbers, x) => {
    const side = numbers.compare(x, numbers.of(0));
    return numbers.of(Number.isFinite(side) ? Number(side > 0) : side);
  },
  softplus: (numbers, x) => numbers.functions.sigmoid(x),
  floor: flat,
  ceil: flat,
  // only whole numbers have one
  factorial: (numbers) => numbers.of(NaN),
};
