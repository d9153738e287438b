/**
 * What was read, as a tree. Names are the declared ones, so `h_2`, `h2` and `h_{2}` are the same symbol; whether the
 * shapes fit is for `shape/` to say, what it is worth for `value/`.
 */

import { type Size } from './size.ts';

/** Offsets into the source text (UTF-16): from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Node {
  /** absent in trees that were not read but made */
  readonly span?: Span | undefined;
}

/** Digits as written, with a point, as in `0.50`. */
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly digits: string;
}

export interface Constant extends Node {
  readonly kind: 'constant';
  /** `ones`: the vector of ones of the size that its place asks for */
  readonly name: 'pi' | 'e' | 'infinity' | 'ones';
  /** of `ones`, once shapes are checked */
  readonly size?: Size | undefined;
}

/** A declared quantity with some or all of its indices: `x`, `x_i`, `c_{ij}`; a matrix with one index is a row. */
export interface SymbolUse extends Node {
  readonly kind: 'symbol';
  readonly name: string;
  readonly indices: readonly Expression[];
}

/** An index letter, bound by a fold around it or free. */
export interface IndexUse extends Node {
  readonly kind: 'index';
  readonly name: string;
}

/** The name of a size, used as a number: the `d` of `d‖w‖₁`. */
export interface SizeUse extends Node {
  readonly kind: 'size';
  readonly name: string;
}

/** Components of what is not a symbol: `(Wx)_i`. */
export interface Component extends Node {
  readonly kind: 'component';
  readonly of: Expression;
  readonly indices: readonly Expression[];
}

export interface Negation extends Node {
  readonly kind: 'negate';
  readonly of: Expression;
}

/** Two terms or more; a subtracted term is a negation. */
export interface Sum extends Node {
  readonly kind: 'sum';
  readonly terms: readonly Expression[];
}

/**
 * How a factor is joined to what stands before it. It matters for vectors only: side by side is the matrix product, a
 * dot between two vectors the inner product; `*` and `×` between vectors say nothing certain.
 */
export type Joint = 'beside' | 'dot' | 'star' | 'cross' | 'componentwise';

/** Two factors or more, folded from the left; `joints` has one entry less than `factors`. */
export interface Product extends Node {
  readonly kind: 'product';
  readonly factors: readonly Expression[];
  readonly joints: readonly Joint[];
}

export interface Quotient extends Node {
  readonly kind: 'quotient';
  readonly numerator: Expression;
  readonly denominator: Expression;
}

/** Of a square matrix −1 is the inverse and a natural number the repeated product. */
export interface Power extends Node {
  readonly kind: 'power';
  readonly base: Expression;
  readonly exponent: Expression;
  /** `x^{\odot 2}`: component by component */
  readonly componentwise?: boolean | undefined;
}

export interface Transpose extends Node {
  readonly kind: 'transpose';
  readonly of: Expression;
}

/** `‖v‖_order`; without an order the declarations say which norm is meant. */
export interface Norm extends Node {
  readonly kind: 'norm';
  readonly of: Expression;
  /** 'frobenius' for matrices */
  readonly order?: Expression | 'frobenius' | undefined;
}

/** `⟨u, v⟩` */
export interface Inner extends Node {
  readonly kind: 'inner';
  readonly left: Expression;
  readonly right: Expression;
}

/** One argument, applied to each component of a vector or matrix. */
export const UNARY_FUNCTIONS = [
  'abs',
  'sign',
  'exp',
  'log',
  'log2',
  'log10',
  'sqrt',
  'sin',
  'cos',
  'tan',
  'arcsin',
  'arccos',
  'arctan',
  'sinh',
  'cosh',
  'tanh',
  'artanh',
  'sigmoid',
  'relu',
  'softplus',
  'floor',
  'ceil',
  'factorial',
] as const;
export type UnaryFunction = (typeof UNARY_FUNCTIONS)[number];

/** `max` and `min` take any number of scalars, or one vector; the others one vector or matrix. */
export const WHOLE_FUNCTIONS = [
  'max',
  'min',
  'softmax',
  'logsumexp',
  'trace',
  'det',
  'diag',
  'mean',
] as const;
export type WholeFunction = (typeof WHOLE_FUNCTIONS)[number];

export type BuiltIn = UnaryFunction | WholeFunction;

/** `name` is a built-in or a declared function; a declared one comes first. */
export interface Call extends Node {
  readonly kind: 'call';
  readonly name: string;
  /** number of primes: 1 for `\tanh'(x)` */
  readonly primes: number;
  readonly arguments: readonly Expression[];
}

/** An index letter that runs. Without limits over the whole size that its uses ask for. */
export interface Range extends Node {
  readonly index: string;
  readonly from?: Expression | undefined;
  readonly to?: Expression | undefined;
}

/** `\sum`, `\prod`, `\max_j`, `\min_j`, `\frac1n\sum` being a product. */
export interface Fold extends Node {
  readonly kind: 'fold';
  readonly operation: 'sum' | 'product' | 'max' | 'min';
  readonly ranges: readonly [Range, ...Range[]];
  /** as in `j \neq i` below the sign */
  readonly where?: Condition | undefined;
  readonly body: Expression;
}

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** `0 < x <= 1` is a chain; `all` and `any` join conditions. */
export type Condition =
  | (Node & {
      readonly kind: 'compare';
      readonly left: Expression;
      readonly comparator: Comparator;
      readonly right: Expression;
    })
  | (Node & { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] });

/** `1_{x>0}`: 1 where it holds, else 0. */
export interface Indicator extends Node {
  readonly kind: 'indicator';
  readonly condition: Condition;
}

/** The first branch whose condition holds. Where none does, there is no value. */
export interface Cases extends Node {
  readonly kind: 'cases';
  readonly branches: readonly { readonly value: Expression; readonly when: Condition }[];
  readonly otherwise?: Expression | undefined;
}

/** `\begin{pmatrix}…`: rows of entries; one column is a vector. */
export interface Matrix extends Node {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly Expression[])[];
}

/** The closed list: everything that differs by kind is a table over its kinds. */
export type Expression =
  | NumberLiteral
  | Constant
  | SymbolUse
  | IndexUse
  | SizeUse
  | Component
  | Negation
  | Sum
  | Product
  | Quotient
  | Power
  | Transpose
  | Norm
  | Inner
  | Call
  | Fold
  | Indicator
  | Cases
  | Matrix;

export type ExpressionKind = Expression['kind'];
export type ExpressionOf<K extends ExpressionKind> = Extract<Expression, { kind: K }>;

export type RelationSign = '=' | '<=' | '<' | '>=' | '>';

/** What a line of mathematics says: one expression, or a chain of them: `a = b <= c`. */
export interface Statement {
  readonly first: Expression;
  readonly links: readonly { readonly relation: RelationSign; readonly to: Expression }[];
}
