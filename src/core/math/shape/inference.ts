/** What the rules for single kinds of expressions work with. */

import { type Declarations } from '../declarations.ts';
import {
  type Constant,
  type Expression,
  type ExpressionKind,
  type ExpressionOf,
} from '../expression.ts';
import { type Shape } from '../size.ts';
import { type Letters } from './letters.ts';
import { Misfit } from './misfit.ts';
import { type OpenSizes } from './openSizes.ts';
import { NUMBER } from './sizes.ts';

export interface Inferred {
  readonly expression: Expression;
  readonly shape: Shape;
}

/** What `quote` says of a part that is too long to read. */
export const ELIDED = String.raw`$\ldots$`;

export interface Inference {
  readonly declarations: Declarations;
  readonly sizes: OpenSizes;
  readonly letters: Letters;
  /** letters that stand for numbers: the `u` of `f(u) = u^2` */
  readonly parameters: ReadonlySet<string>;
  infer(expression: Expression): Inferred;
  /** a vector of ones, whose size its place has still to tell */
  ones(node: Constant): Inferred;
  /** Whether the part has this shape, or takes it: sizes may be open, and a written 0 is the zero of any shape. */
  fit(part: Inferred, shape: Shape): boolean;
  /** throws where what defines the name, if anything does, does not fit its declaration */
  readonly requireDefinition: (name: string, at: Expression) => void;
  /** mathematics for a sentence */
  readonly quote: (expression: Expression) => string;
  /** as in “a vector of size d” */
  readonly say: (shape: Shape) => string;
}

/** Makes a fresh node: parts are remembered with their shapes, so none may be shared with another tree. */
export type Rule<K extends ExpressionKind> = (
  node: ExpressionOf<K>,
  inference: Inference,
) => Inferred;

export function number(expression: Expression): Inferred {
  return { expression, shape: NUMBER };
}

export function isZero(expression: Expression): boolean {
  return expression.kind === 'number' && Number(expression.digits) === 0;
}

/** What parts that have to be of one shape should be: a written 0 follows the others. */
export function leadingShape(parts: readonly Inferred[]): Shape {
  const leading = parts.find(({ expression }) => !isZero(expression)) ?? parts[0];
  return leading?.shape ?? NUMBER;
}

/** `role` as in “The exponent” or “A limit of a sum”. */
export function inferNumber(
  expression: Expression,
  inference: Inference,
  role: string,
): Expression {
  const inferred = inference.infer(expression);
  if (inferred.shape.length === 0) return inferred.expression;
  const found = inference.say(inferred.shape);
  throw new Misfit(
    `${role} has to be a number, but ${inference.quote(expression)} is ${found}.`,
    expression,
  );
}
