/** Tables over all functions of one number. */

import { UNARY_FUNCTIONS, type UnaryFunction } from '../expression.ts';

export type FunctionTable<F> = Readonly<Record<UnaryFunction, F>>;

/** A table over the same functions, each entry made from the name. */
export function tabulate<F>(make: (name: UnaryFunction) => F): FunctionTable<F> {
  // the list of names is what the type is made of, so every name gets its entry
  return Object.fromEntries(UNARY_FUNCTIONS.map((name) => [name, make(name)])) as Record<
    UnaryFunction,
    F
  >;
}
