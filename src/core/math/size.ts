/** How many components a value has, in the names of the question. */

/**
 * A number of components: a sum of named sizes and a number, as in `n + k - 1`. Two sizes are equal when they are
 * written the same, never by chance.
 */
export interface Size {
  /** name → how often; never 0 */
  readonly names: Readonly<Record<string, number>>;
  readonly plus: number;
}

/** `[]` a scalar, `[d]` a column vector, `[1, d]` a row, `[d, h]` a matrix; more sizes can only be used with all indices. */
export type Shape = readonly Size[];
