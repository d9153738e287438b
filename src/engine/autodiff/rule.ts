/** What the engine knows of an operator: the shape of its result and its derivative, both as ordinary ONNX nodes. */
import { type Attributes } from '../onnx/model.ts';
import { type DType, type Shape } from '../tensor.ts';
import { type Call, type Value } from '../graph/value.ts';

/** Where rules put their nodes. */
export interface Emitter {
  /** A node of ONNX's own operator set with one output; its shape follows from the operator's rule. */
  op(op: string, inputs: readonly (Value | undefined)[], attributes?: Attributes): Value;
  /** a float32 number, shape [] */
  scalar(value: number): Value;
  /** an int64 list, shape [n] */
  ints(values: readonly number[]): Value;
  /** int64 numbers of any shape */
  integers(shape: Shape, values: readonly number[]): Value;
  floats(shape: Shape, data: Float32Array): Value;
}

/** A call whose required inputs are there, as rules see it. */
export interface Application {
  readonly x: readonly Value[];
  readonly y: Value;
  readonly attributes: Attributes;
  readonly call: Call;
}

/**
 * One function per input, called only where the gradient is wanted; undefined where there is no derivative.
 * `dy` may have any shape that broadcasts to that of `y`, and so may the results: sums over broadcast axes, and
 * full-size copies, are made only where something needs them.
 */
export type Gradient = (
  emit: Emitter,
  application: Application,
  dy: Value,
) => readonly ((() => Value) | undefined)[];

export interface Rule {
  /** Shape of the result; undefined when it is only known at run time. Throws when the inputs do not fit. */
  readonly shape: (
    inputs: readonly (Value | undefined)[],
    attributes: Attributes,
  ) => Shape | undefined;
  /** element type of the result; that of the first input where left out */
  readonly type?: (inputs: readonly (Value | undefined)[], attributes: Attributes) => DType;
  /**
   * inputs broadcast to the result, element by element: the gradient functions then give something that broadcasts
   * to the *result's* shape and the reverse pass sums it back to the input's
   */
  readonly elementwise?: true;
  /** 'zero': the result is constant wherever it has a derivative */
  readonly gradient: Gradient | 'zero';
}

/** The input, which this operator must have. */
export function given(inputs: readonly (Value | undefined)[], index: number): Value {
  const value = inputs[index];
  if (value === undefined) throw new Error(`input ${index} is missing`);
  return value;
}
