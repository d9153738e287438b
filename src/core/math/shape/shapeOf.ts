/**
 * The shape of every part of checked mathematics, remembered beside the tree: a part that was copied or changed since has
 * none, so it cannot be evaluated with a shape that it no longer has.
 */

import { type Expression } from '../expression.ts';
import { type Shape } from '../size.ts';

const shapes = new WeakMap<Expression, Shape>();

export function rememberShape(expression: Expression, shape: Shape): void {
  shapes.set(expression, shape);
}

/** Of any part of a `Checked` expression. */
export function shapeOf(expression: Expression): Shape {
  const shape = shapes.get(expression);
  if (shape === undefined) throw new Error(`a ${expression.kind} whose shape was never checked`);
  return shape;
}
