/** What the letters of a question mean: their shapes, their domains, and what they stand for. */

import { type Expression } from './expression.ts';
import { type Shape, type Size } from './size.ts';

export type Domain =
  | 'real'
  | 'positive'
  | 'nonnegative'
  | 'negative'
  | 'nonpositive'
  | 'nonzero'
  | 'integer'
  /** 1, 2, 3, … */
  | 'natural'
  /** −1 or 1 */
  | 'signs'
  /** 0 or 1 */
  | 'binary'
  | { readonly low: number; readonly high: number; readonly open: boolean };

/** Of the whole of a vector or a matrix. */
export type Trait =
  /** no two components are equal, and none equals a component of another distinct symbol */
  | 'distinct'
  /** components are positive and add up to 1 */
  | 'simplex'
  | 'unit-norm'
  | 'symmetric'
  | 'positive-definite'
  | 'orthogonal'
  | 'diagonal';

export interface DeclaredQuantity {
  readonly kind: 'quantity';
  /** canonical, as in `x`, `h_2`, `W^{(1)}`, `\sigma`, `∂y/∂x` */
  readonly name: string;
  /** how it is typeset */
  readonly latex: string;
  readonly shape: Shape;
  readonly domain: Domain;
  readonly traits: readonly Trait[];
  /** its value follows from other symbols; it is never sampled */
  readonly definition?: Definition | undefined;
}

/** An index letter that may stand free: `i` in `∂y/∂x_i`. */
export interface DeclaredIndex {
  readonly kind: 'index';
  readonly name: string;
  readonly latex: string;
  readonly over: Size;
}

/** A function of scalars. Without a definition it stands for any smooth one. */
export interface DeclaredFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly latex: string;
  readonly arity: number;
  readonly definition?: Definition | undefined;
}

export type Declared = DeclaredQuantity | DeclaredIndex | DeclaredFunction;

/**
 * `a_j = \exp(-\sum_i z_{ij})`: parameters `['j']`. A parameter that occurs twice, as in `∂a_j/∂z_{ij}`, makes the
 * value 0 where the two differ. A definition without parameters is of the whole quantity.
 */
export interface Definition {
  readonly parameters: readonly string[];
  readonly body: Expression;
}

export interface Declarations {
  /** canonical name → meaning */
  readonly symbols: ReadonlyMap<string, Declared>;
  /** names of sizes that occur in shapes; each may also be used as a number */
  readonly sizes: ReadonlySet<string>;
  /** what `‖v‖` without an order means */
  readonly norm: 1 | 2;
  /** `2,5` is a number in lists too, and `;` separates */
  readonly decimalComma: boolean;
  /** letters that were never declared are scalars (a loose use, as on the command line without declarations) */
  readonly undeclaredScalars: boolean;
}

/** Where nothing is declared. */
export const NO_DECLARATIONS: Declarations = {
  symbols: new Map(),
  sizes: new Set(),
  norm: 2,
  decimalComma: false,
  undeclaredScalars: false,
};
