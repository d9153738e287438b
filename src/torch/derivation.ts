/**
 * How operations make new tensors, without knowing what else a tensor is. What an operation is called, records and gives
 * is made once and shared by all of its calls: a student's loop makes very many.
 */
import { type Shape } from '../engine/tensor.ts';
import { type Operation } from '../engine/trace/source.ts';

/** A list is one of integers: axes, a shape. */
export type Operand<T> = T | number | readonly number[];

export type Shaped = Operand<{ readonly shape: Shape }>;

export interface Derivation {
  /** as students call it */
  readonly name: string;
  readonly operation: Operation;
  /** the same, through which no gradient flows */
  readonly stopped: Operation;
  /** Shape of the result; throws when the inputs do not fit. */
  readonly shape: (inputs: readonly Shaped[]) => Shape;
  /** the result shows a part or another arrangement of the first input */
  readonly isView: boolean;
}

export function derivation(
  name: string,
  operation: Operation,
  shape: Derivation['shape'],
  isView = false,
): Derivation {
  return { name, operation, stopped: { ...operation, stopsGradient: true }, shape, isView };
}

/** The shape of a tensor; a number has none. */
export function shapeOf(input: Shaped | undefined): Shape {
  return typeof input === 'object' && 'shape' in input ? input.shape : NUMBER;
}

const NUMBER: Shape = [];

export interface Derivable<T> {
  readonly shape: Shape;
  derive(inputs: readonly Operand<T>[], made: Derivation): T;
  /** An error at the student's line. */
  error(name: string, problem: string): Error;
}
