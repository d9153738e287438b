/** What mathematics is worth at a point. */

import { type Declarations } from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { type Arithmetic } from './arithmetic.ts';
import { type Budget } from './budget.ts';
import { compilerFor } from './compiler.ts';
import { Place } from './place.ts';
import { type Point, type Tensor } from './point.ts';

export interface Evaluation<N> {
  /** checked: of a `Checked`, or a part of one */
  readonly expression: Expression;
  readonly declarations: Declarations;
  readonly point: Point;
  readonly arithmetic: Arithmetic<N>;
  readonly budget: Budget;
}

/**
 * NaN components have no value there; infinite ones are beyond this arithmetic. Throws `BudgetSpent`. The expression is
 * compiled once for the same declarations and the same arithmetic.
 */
export function evaluate<N>(evaluation: Evaluation<N>): Tensor<N> {
  const { expression, declarations, point, arithmetic, budget } = evaluation;
  const program = compilerFor(declarations, arithmetic).program(expression);
  return program({ place: new Place(arithmetic, point, budget), letters: [], arguments: [] });
}
