/** Whole numbers inside mathematics: indices, limits, exponents of matrices. */

import { type Expression } from '../expression.ts';
import { type Compiling, type PositionCode } from './code.ts';

export function compilePosition<N>(
  expression: Expression,
  compiling: Compiling<N>,
): PositionCode<N> {
  if (expression.kind === 'number') {
    const value = Number(expression.digits);
    return () => value;
  }
  if (expression.kind === 'index' && !compiling.scope.parameters.includes(expression.name)) {
    return compileLetter(expression.name, compiling);
  }
  const code = compiling.number(expression);
  const { toNumber } = compiling.arithmetic;
  return (frame) => toNumber(code(frame));
}

/** The innermost letter of this name; one that nothing binds is free, so the point says it. */
export function compileLetter<N>(name: string, { scope }: Compiling<N>): PositionCode<N> {
  const slot = scope.letters.lastIndexOf(name);
  if (slot >= 0) return ({ letters }) => letters[slot] ?? NaN;
  return ({ place }) => {
    const value = place.point.indices.get(name);
    if (value === undefined) throw new Error(`no number for the index ${name}`);
    return value;
  };
}
