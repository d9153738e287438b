/** Functions of numbers: built in, declared with a definition, or standing for any smooth one; with their primes. */

import { type UnaryFunction } from '../expression.ts';
import { isUnary } from '../shape/inferCall.ts';
import { type AnyFunction, type Compiling, type FunctionCode } from './code.ts';
import { MOST_FACTORS } from './decimalFunctions.ts';
import { DERIVATIVES } from './derivatives.ts';
import { type Place } from './place.ts';

interface Applied {
  readonly name: string;
  /** how many derivatives are taken */
  readonly primes: number;
}

export function compileFunction<N>(
  { name, primes }: Applied,
  { declaredFunction }: Compiling<N>,
): FunctionCode<N> {
  const declared = declaredFunction(name);
  if (declared !== undefined) return primed(declared, primes);
  if (!isUnary(name)) throw new Error(`no function ${name}`);
  return primes === 0 ? builtIn(name) : primed(derivative(name), primes - 1);
}

function builtIn(name: UnaryFunction): AnyFunction {
  if (name === 'factorial') return factorial;
  return ({ arithmetic, budget }, [value]) => {
    budget.spend(arithmetic.cost.function);
    return arithmetic.functions[name](value ?? arithmetic.of(NaN));
  };
}

/** Its cost is that of its factors. */
const factorial: AnyFunction = ({ arithmetic, budget }, [value]) => {
  const { of, toNumber, functions, cost } = arithmetic;
  const factors = value === undefined ? NaN : toNumber(value);
  budget.spend(cost.operation * (factors > 0 ? Math.min(factors, MOST_FACTORS) : 1));
  return functions.factorial(value ?? of(NaN));
};

function derivative(name: UnaryFunction): AnyFunction {
  return ({ arithmetic, budget }, [value]) => {
    budget.spend(2 * arithmetic.cost.function);
    return DERIVATIVES[name](arithmetic, value ?? arithmetic.of(NaN));
  };
}

/** The derivative is the slope at a number that moves with slope 1. */
function primed(of: AnyFunction, primes: number): AnyFunction {
  if (primes === 0) return of;
  const lower = primed(of, primes - 1);
  return <N>(place: Place<N>, [value]: readonly N[]): N => {
    const { of: number } = place.arithmetic;
    return lower(place.lifted(), [{ value: value ?? number(NaN), slope: number(1) }]).slope;
  };
}
