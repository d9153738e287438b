/** One place at which mathematics is evaluated: a value for everything that is not defined by something else. */

/** Components in row-major order; a scalar has no `dims`. Undefined components are not a number. */
export interface Tensor<N> {
  readonly dims: readonly number[];
  readonly data: readonly N[];
}

export interface Point {
  /** size name → number */
  readonly sizes: ReadonlyMap<string, number>;
  /** free index letter → number, 1-based */
  readonly indices: ReadonlyMap<string, number>;
  /** quantity without definition → its value; doubles, so that every arithmetic starts from the same numbers */
  readonly values: ReadonlyMap<string, Tensor<number>>;
  /** draws the smooth functions that undefined functions stand for */
  readonly functionSeed: number;
}
