/** How operations make new tensors, without knowing what else a tensor is. */
import { type Shape } from '../engine/tensor.ts';
import { type Operation } from '../engine/trace/source.ts';

export interface Derivation {
  readonly operation: Operation;
  /** Shape of the result; throws when the inputs do not fit. */
  readonly shape: () => Shape;
  /** the result shows a part or another arrangement of the first input */
  readonly view?: boolean;
}

/** A list is one of integers: axes, a shape. */
export type Operand<T> = T | number | readonly number[];

export interface Derivable<T> {
  readonly shape: Shape;
  derive(name: string, inputs: readonly Operand<T>[], made: Derivation): T;
  /** An error at the student's line. */
  error(name: string, problem: string): Error;
}
