/** Mathematics whose shapes fit. Only this can be evaluated. */

import { type Expression, type RelationSign } from '../expression.ts';
import { type Shape, type Size } from '../size.ts';

/** Every fold's range has both limits, and every `ones` its size. */
export interface Checked {
  readonly expression: Expression;
  readonly shape: Shape;
  /** index letters that stand free, declared or not, with the size that they run over */
  readonly freeIndices: ReadonlyMap<string, Size>;
}

/** A chain with at least one expression; all have the same shape. */
export interface CheckedStatement {
  readonly first: Checked;
  readonly links: readonly { readonly relation: RelationSign; readonly to: Checked }[];
}
