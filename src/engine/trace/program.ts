/**
 * Step graphs: what a student's recorded program is sent as. A program is one iteration; running it for `trips`
 * iterations is one ONNX `Loop` (or a plain graph when nothing is carried and `trips` is 1). Plain data: it crosses
 * process borders as JSON, its tensors beside it, and is validated there.
 */
import { type Shape, type TensorData } from '../tensor.ts';

/** Where a node takes a value from. */
export type Operand =
  /** an earlier node of this iteration */
  | { readonly from: 'node'; readonly index: number }
  /** the value that `carried[index]` has at the start of this iteration */
  | { readonly from: 'carried'; readonly index: number }
  /** a tensor that is the same in all iterations */
  | { readonly from: 'external'; readonly index: number }
  /** a number known while recording, the same in all iterations; a float32 scalar */
  | { readonly from: 'constant'; readonly value: number }
  /** axes, a shape or indices: an int64 list, the same in all iterations */
  | { readonly from: 'integers'; readonly values: readonly number[] }
  /** a number that differs from iteration to iteration (a learning-rate schedule): row `index` of the run's tables */
  | { readonly from: 'schedule'; readonly index: number };

export type Attribute = number | string | readonly number[];

/** An ordinary ONNX operator of the default domain; `op` is checked against the rule table. */
export interface OperatorNode {
  readonly kind: 'operator';
  readonly op: string;
  readonly inputs: readonly Operand[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly shape: Shape;
  /** no gradient flows through this node, as after `detach()` */
  readonly stopsGradient?: true;
  /** where the student wrote it, for messages: `adversarial.ts:9` */
  readonly at?: string;
}

/** A call of a loaded model; expanded into the model's own nodes when the program is compiled. */
export interface ModelNode {
  readonly kind: 'model';
  readonly model: string;
  readonly input: Operand;
  readonly shape: Shape;
  readonly stopsGradient?: true;
  readonly at?: string;
}

/** d(sum of `of`)/d(`wrt`), where `wrt` is a value that `of` depends on; expanded by the derivative rules. */
export interface GradientNode {
  readonly kind: 'gradient';
  readonly of: Operand;
  readonly wrt: Operand;
  readonly shape: Shape;
  readonly at?: string;
}

export type StepNode = OperatorNode | ModelNode | GradientNode;

export interface Carried {
  readonly shape: Shape;
  /** the value that it has at the start of the next iteration */
  readonly next: Operand;
}

/** A value that a run returns: of the last iteration, or of `each` iteration, stacked on a new first axis. */
export interface Output {
  readonly value: Operand;
  readonly each: boolean;
}

export interface StepProgram {
  readonly nodes: readonly StepNode[];
  readonly carried: readonly Carried[];
  readonly externals: readonly Shape[];
  /** how many schedules the run brings */
  readonly schedules: number;
  readonly outputs: readonly Output[];
  /** index into `outputs` of the loss curve (an `each` output), if a loss was differentiated; shown live */
  readonly loss?: number;
  /** index into `carried` of the tensor that the optimizer moves, if there is one; its path is shown live */
  readonly moved?: number;
  /** how many optimizer steps one iteration makes; what "1000 iterations" is counted by */
  readonly stepsPerIteration: number;
}

export interface RunRequest {
  /** names the program; a program is sent along once and run many times */
  readonly programId: number;
  readonly program?: StepProgram;
  /** at least 1 */
  readonly trips: number;
  /** values of `program.carried` at the start, in order */
  readonly carried: readonly TensorData[];
  readonly externals: readonly TensorData[];
  /** one row of `trips` numbers per schedule */
  readonly schedules: readonly Float32Array[];
}

export interface RunResult {
  /** values of `program.carried` after the last iteration */
  readonly carried: readonly TensorData[];
  /** values of `program.outputs` */
  readonly outputs: readonly TensorData[];
}

/** A size that only shows when the model runs (a batch size) is a name. */
export type Dimension = number | string;

/** What is known of a model without running it. */
export interface ModelSignature {
  readonly id: string;
  readonly input: { readonly name: string; readonly shape: readonly Dimension[] };
  readonly output: { readonly name: string; readonly shape: readonly Dimension[] };
}

/**
 * Whoever runs programs for the tracer. Synchronous in the student runner (a pipe read), so that
 * `loss.item()` simply returns a number.
 */
export interface Backend {
  /** The model's output shape for an input shape. Throws with the sizes named when the model refuses it. */
  modelShape(model: string, input: Shape): Shape;
  run(request: RunRequest): RunResult;
}
