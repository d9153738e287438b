/** One run of a student's program: where its operations are recorded, and how their values are found. */
import { type Shape } from '../engine/tensor.ts';
import { type Evaluation, Evaluator } from '../engine/trace/evaluate.ts';
import { Data, type Input, type Operation, type Source } from '../engine/trace/source.ts';
import { Tracer } from '../engine/trace/tracer.ts';
import { cut, identity } from './operation.ts';

export interface SessionOptions {
  /** Waits for the runs that an evaluation asks for. */
  readonly evaluate: <T>(evaluation: Evaluation<T>) => T;
  /** The model's output shape; throws when it refuses the input's. */
  readonly modelShape: (model: string, input: Shape) => Shape;
  /** which of the student's lines is running, as in `adversarial.ts:9` */
  readonly where?: (() => string | undefined) | undefined;
}

/** More backward passes than this without a step: the optimizer that was made is not used. */
const ACCUMULATED = 8;

/** What was seen of the program; only good for wording a message. */
export interface SessionFacts {
  backwardCalls: number;
  zeroGradCalls: number;
  stepCalls: number;
  inputRequiresGrad: boolean;
}

export class Session {
  readonly facts: SessionFacts = {
    backwardCalls: 0,
    zeroGradCalls: 0,
    stepCalls: 0,
    inputRequiresGrad: false,
  };
  readonly evaluator = new Evaluator();
  /** inside `noGrad` */
  recordsGradients = true;
  /** there is one that may make steps */
  hasOptimizer = false;
  readonly #options: SessionOptions;
  readonly #tracer: Tracer;
  readonly #cuts = new WeakMap<Source, Source>();
  #backwardsSinceStep = 0;
  #moved: Source | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#tracer = new Tracer(options.where);
  }

  apply(operation: Operation, inputs: readonly Input[], shapeOf: () => Shape): Source {
    return this.#tracer.apply(operation, inputs, shapeOf);
  }

  /** Backward passes end iterations only while no optimizer makes steps. */
  afterBackward(): void {
    this.facts.backwardCalls++;
    this.#backwardsSinceStep++;
    if (!this.hasOptimizer || this.#backwardsSinceStep > ACCUMULATED) this.#tracer.endIteration();
  }

  afterStep(moved: Source | undefined): void {
    this.facts.stepCalls++;
    this.#backwardsSinceStep = 0;
    this.#moved = moved;
    this.#tracer.endIteration(moved);
  }

  /** A source of its own for the same numbers; gradients flow through where they did. */
  ownCopy(source: Source): Source {
    return source instanceof Data
      ? new Data(source.shape, source.values)
      : this.apply(identity, [source], () => source.shape);
  }

  /** A source for the same numbers through which no gradient flows; one and the same for one source. */
  cutOff(source: Source): Source {
    const known = this.#cuts.get(source);
    if (known !== undefined) return known;
    const copy =
      source instanceof Data
        ? new Data(source.shape, source.values)
        : this.apply(cut, [source], () => source.shape);
    this.#cuts.set(source, copy);
    return copy;
  }

  withoutGradients<T>(work: () => T): T {
    const before = this.recordsGradients;
    this.recordsGradients = false;
    try {
      return work();
    } finally {
      this.recordsGradients = before;
    }
  }

  /** Makes the steps that were recorded, whether or not anything reads them. */
  finishSteps(): void {
    if (this.#moved !== undefined) this.value(this.#moved);
    this.#moved = undefined;
  }

  value(source: Source): Data {
    return this.#options.evaluate(this.evaluator.value(source));
  }

  modelShape(model: string, input: Shape): Shape {
    return this.#options.modelShape(model, input);
  }

  /** An error at the student's line: "mul: shapes [1, 2] and [3, 5] do not broadcast (adversarial.ts:9)". */
  error(operation: string, problem: string): Error {
    const where = this.#options.where?.();
    return new Error(`${operation}: ${problem}${where === undefined ? '' : ` (${where})`}`);
  }

  /** Runs a shape computation; what it throws gets the operation's name and the student's line. */
  shape(operation: string, shapeOf: () => Shape): Shape {
    try {
      return shapeOf();
    } catch (error) {
      throw this.error(operation, error instanceof Error ? error.message : String(error));
    }
  }
}
