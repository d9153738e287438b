/** Mathematics made into functions: what the pieces of a compiled expression are and what they are made with. */

import { type Declarations } from '../declarations.ts';
import { type Expression, type ExpressionKind, type ExpressionOf } from '../expression.ts';
import { type Arithmetic } from './arithmetic.ts';
import { type Place } from './place.ts';
import { type Tensor } from './point.ts';

/** Where a piece is run. */
export interface Frame<N> {
  readonly place: Place<N>;
  /** what the bound index letters are worth, outermost first; loops write here */
  readonly letters: number[];
  /** of the function whose definition this is */
  readonly arguments: readonly N[];
}

export type NumberCode<N> = (frame: Frame<N>) => N;
export type TensorCode<N> = (frame: Frame<N>) => Tensor<N>;

/** 1 where it holds, 0 where not; else NaN or infinite, as values are. */
export type ConditionCode<N> = (frame: Frame<N>) => number;

/** An index or a limit: a whole number where it makes sense, else NaN or infinite. */
export type PositionCode<N> = (frame: Frame<N>) => number;

export interface Scope {
  /** bound index letters, outermost first */
  readonly letters: readonly string[];
  readonly parameters: readonly string[];
}

/** What the rules for single kinds of expressions work with. */
export interface Compiling<N> {
  readonly arithmetic: Arithmetic<N>;
  readonly declarations: Declarations;
  readonly scope: Scope;
  /** the same with one more letter bound */
  readonly within: (letter: string) => Compiling<N>;
  /** of a number-valued expression */
  readonly number: (expression: Expression) => NumberCode<N>;
  /** of any expression; a number has no dims */
  readonly tensor: (expression: Expression) => TensorCode<N>;
  /** what a symbol stands for, undefined where the point says it */
  readonly definition: (name: string) => CompiledDefinition<N> | undefined;
  /** a declared function, undefined where none of this name is declared */
  readonly declaredFunction: (name: string) => AnyFunction | undefined;
}

export type FunctionCode<N> = (place: Place<N>, values: readonly N[]) => N;

/** A function of numbers in whatever arithmetic the place has. */
export type AnyFunction = <N>(place: Place<N>, values: readonly N[]) => N;

/** The body gives the component, or all components, that the parameters choose. */
export interface CompiledDefinition<N> {
  readonly parameters: readonly string[];
  readonly body: TensorCode<N>;
}

export type NumberRule<K extends ExpressionKind> = <N>(
  node: ExpressionOf<K>,
  compiling: Compiling<N>,
) => NumberCode<N>;

/** Only kinds that can be more than a number have one. */
export type TensorRule<K extends ExpressionKind> = <N>(
  node: ExpressionOf<K>,
  compiling: Compiling<N>,
) => TensorCode<N>;
