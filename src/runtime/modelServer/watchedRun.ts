/** A run in chunks that tells how it goes: the losses, and the path of what the optimizer moves where it is small. */
import { sizeOf, type TensorData } from '../../engine/tensor.ts';
import { type RunRequest, type RunResult, type StepProgram } from '../../engine/trace/program.ts';
import { runInChunks, stacked } from './chunks.ts';
import { type ModelUse } from './modelUse.ts';
import { runOnce } from './servedModel.ts';

const maxPathNumbers = 16;
const reportMs = 40;

/** The run was cancelled from outside. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface Watcher {
  /** trips since the last report, their losses, and the path */
  report(trips: number, tensors: readonly TensorData[]): void;
  readonly isCancelled: () => boolean;
  /** the same for all runs of a program */
  readonly wantsPath: boolean;
}

/** The request's program also returns the path, as its last output, if the moved tensor is small. */
export async function watchedRun(
  model: ModelUse,
  request: RunRequest,
  watcher: Watcher,
): Promise<RunResult> {
  const { wantsPath } = watcher;
  const watched = request.program && wantsPath && withPath(request.program);
  const served = await model.program(watched ? { ...request, program: watched } : request);
  const bringsPath = wantsPath && hasPath(served.program);
  const reports = new Reports(served.program, bringsPath, watcher);
  const result = await runInChunks(request, served.program.outputs, {
    run: (part) => runOnce(served, part),
    onChunk: (trips, outputs) => {
      reports.add(trips, outputs);
    },
    throwIfCancelled: () => {
      if (watcher.isCancelled()) throw new Cancelled('the run was cancelled');
    },
    now: () => performance.now(),
  });
  reports.flush();
  return bringsPath ? { ...result, outputs: result.outputs.slice(0, -1) } : result;
}

function hasPath({ moved, carried, stepsPerIteration }: StepProgram): boolean {
  const shape = moved === undefined ? undefined : carried[moved]?.shape;
  return shape !== undefined && stepsPerIteration > 0 && sizeOf(shape) <= maxPathNumbers;
}

function withPath(program: StepProgram): StepProgram {
  const moved = program.carried[program.moved ?? -1];
  if (moved === undefined || !hasPath(program)) return program;
  return { ...program, outputs: [...program.outputs, { value: moved.next, each: true }] };
}

/** Collects what chunks bring and hands it on a few times a second. */
class Reports {
  readonly #program: StepProgram;
  readonly #bringsPath: boolean;
  readonly #watcher: Watcher;
  #trips = 0;
  #loss: TensorData[] = [];
  #path: TensorData[] = [];
  #last = performance.now();

  constructor(program: StepProgram, bringsPath: boolean, watcher: Watcher) {
    this.#program = program;
    this.#bringsPath = bringsPath;
    this.#watcher = watcher;
  }

  add(trips: number, outputs: readonly TensorData[]): void {
    this.#trips += trips;
    const loss = outputs[this.#program.loss ?? -1];
    if (loss?.data.length === trips) this.#loss.push({ shape: [trips], data: loss.data });
    const path = this.#bringsPath ? outputs.at(-1) : undefined;
    if (path !== undefined) this.#path.push(path);
    if (performance.now() - this.#last > reportMs) this.flush();
  }

  flush(): void {
    if (this.#trips === 0 || this.#program.stepsPerIteration === 0) return;
    const loss = this.#loss.length === 0 ? nothing : stacked(this.#loss);
    this.#watcher.report(
      this.#trips,
      this.#path.length === 0 ? [loss] : [loss, stacked(this.#path)],
    );
    this.#trips = 0;
    this.#loss = [];
    this.#path = [];
    this.#last = performance.now();
  }
}

const nothing: TensorData = { shape: [0], data: new Float32Array() };
