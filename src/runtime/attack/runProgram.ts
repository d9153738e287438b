/**
 * Runs a student's program on a model, for one input or several. The model server and the student runner start side by
 * side; what the program asks of the model is checked here and relayed, never spoken directly.
 */
import { sizeOf, type TensorData } from '../../engine/tensor.ts';
import { ProgramBook } from '../wire/checkRun.ts';
import {
  type AttackOutcome,
  type AttackResult,
  type Limits,
  type ModelFile,
  type Progress,
  type ProviderChoice,
  type StudentProgram,
} from './attack.ts';
import { failureOf, RunError } from './failure.ts';
import { defaultLimits } from './limits.ts';
import { openModelServer, type ModelServer, type OpenModel } from './modelServer.ts';
import { Relay } from './relay.ts';
import { RunHistory } from './runHistory.ts';
import { type RunnerStart, startRunner, type StartedRunner } from './startRunner.ts';
import { warmUp } from './warmUp.ts';

export interface ProgramInput {
  /** n rows of the model's input */
  readonly x: TensorData;
  /** n×1, labels ±1 */
  readonly t: TensorData;
}

export interface ProgramOptions {
  readonly program: StudentProgram;
  readonly model: ModelFile;
  readonly inputs: readonly ProgramInput[];
  readonly provider: ProviderChoice;
  /** folder of the built programs */
  readonly dist: string;
  readonly limits?: Partial<Limits> | undefined;
  /** a warm one; otherwise one is started and ended here */
  readonly server?: ModelServer | undefined;
  /** where processes for programs come from and go to; otherwise one is started and ended here */
  readonly runners?: Runners | undefined;
  /** refuse to run without the operating system's own sandbox */
  readonly requireSandbox?: boolean | undefined;
  readonly onProgress?: ((progress: Progress, input: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Runners {
  take(start: RunnerStart): Promise<StartedRunner>;
  /** Whatever happened to it. Never rejects. */
  giveBack(started: StartedRunner): Promise<void>;
}

export type AttackOptions = Omit<ProgramOptions, 'inputs' | 'onProgress'> &
  ProgramInput & { readonly onProgress?: ((progress: Progress) => void) | undefined };

/** One call of the program's function. Never rejects: whatever happens is an outcome. */
export async function runAttack(options: AttackOptions): Promise<AttackOutcome> {
  const { x, t, onProgress, ...rest } = options;
  const [outcome] = await runProgram({ ...rest, inputs: [{ x, t }], onProgress });
  return outcome ?? { ok: false, failure: nothingToDo, output: '' };
}

const nothingToDo = { cause: 'internal', message: 'there is no input to run on' } as const;

/** One outcome per input, in order; the first failure ends the program, so the list may be shorter. Never rejects. */
export async function runProgram(options: ProgramOptions): Promise<AttackOutcome[]> {
  const server = options.server ?? openModelServer(options.dist);
  const outcomes: AttackOutcome[] = [];
  const opened = new Opened(options);
  try {
    await opened.start(server);
    for (const input of options.inputs) outcomes.push(await opened.call(input, outcomes.length));
  } catch (error) {
    outcomes.push({ ok: false, failure: failureOf(error), output: opened.output });
  } finally {
    await opened.close();
    if (options.server === undefined) server.close();
  }
  return outcomes;
}

const over = { cause: 'cancelled', message: 'the run was cancelled' } as const;

/** A loaded model and a loaded program. */
class Opened {
  readonly #options: ProgramOptions;
  readonly #limits: Limits;
  readonly #book = new ProgramBook();
  readonly #end = new AbortController();
  #model: OpenModel | undefined;
  #started: StartedRunner | undefined;

  constructor(options: ProgramOptions) {
    this.#options = options;
    this.#limits = { ...defaultLimits, ...options.limits };
  }

  get output(): string {
    return this.#started?.runner.output ?? '';
  }

  async start(server: ModelServer): Promise<void> {
    const {
      dist,
      requireSandbox = false,
      model,
      provider,
      program,
      runners,
      signal,
    } = this.#options;
    throwIfAborted(signal);
    signal?.addEventListener('abort', this.#cancel);
    const opening = server.open(model, provider).then((open) => (this.#model = open));
    const start = { dist, limits: this.#limits, requireSandbox };
    const starting = runners?.take(start) ?? startRunner(start);
    warmUp();
    const settled = await Promise.allSettled([
      opening,
      starting.then((started) => (this.#started = started)),
    ]);
    for (const result of settled) if (result.status === 'rejected') throw result.reason;
    throwIfAborted(signal);
    const { runner } = this.#loaded().started;
    const { outputBytes, wallMs } = this.#limits;
    const mayFollow = this.#options.runners !== undefined;
    const { signature } = this.#loaded().model;
    await runner.load({ program, model: signature, outputBytes, wallMs, mayFollow });
  }

  async call({ x, t }: ProgramInput, index: number): Promise<AttackOutcome> {
    const { model, started } = this.#loaded();
    const { onProgress } = this.#options;
    const history = new RunHistory(
      onProgress &&
        ((progress) => {
          onProgress(progress, index);
        }),
    );
    await checkInput(model, x);
    const begun = performance.now();
    const relay = new Relay(model, this.#book, { history, signal: this.#end.signal });
    const answer = await started.runner.call(x, t, relay);
    const ms = performance.now() - begun;
    const z = checkedResult(answer.tensors, x);
    const result: AttackResult = {
      z,
      iterations: history.iterations,
      loss: history.loss,
      path: history.path,
      ms,
      provider: model.provider,
      isolation: started.isolation,
      facts: answer.body.facts,
      output: started.runner.output,
    };
    return { ok: true, result };
  }

  async close(): Promise<void> {
    const { runners, signal } = this.#options;
    if (this.#started !== undefined) await runners?.giveBack(this.#started);
    signal?.removeEventListener('abort', this.#cancel);
    this.#end.abort();
    if (runners === undefined) this.#started?.runner.kill(over);
    this.#model?.close();
  }

  readonly #cancel = (): void => {
    this.#end.abort();
    this.#started?.runner.kill(over);
  };

  #loaded(): { readonly model: OpenModel; readonly started: StartedRunner } {
    if (this.#model === undefined || this.#started === undefined) {
      throw new RunError({ cause: 'internal', message: 'the run has not started' });
    }
    return { model: this.#model, started: this.#started };
  }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new RunError(over);
}

/** An input that the model does not take is the caller's mistake, not the program's. */
async function checkInput(model: OpenModel, x: TensorData): Promise<void> {
  try {
    await model.modelShape(x.shape);
  } catch (error) {
    const { message, cause } = failureOf(error);
    throw new RunError({
      cause: cause === 'exception' ? 'model' : cause,
      message: `x: ${message}`,
    });
  }
}

/** What the runner calls z is only what it sent: one tensor of x's shape, all numbers finite. */
function checkedResult([z, ...others]: readonly TensorData[], x: TensorData): TensorData {
  if (z === undefined || others.length > 0 || String(z.shape) !== String(x.shape)) {
    throw new RunError({ cause: 'protocol', message: 'the result is not one tensor like x' });
  }
  const bad = z.data.findIndex((number) => !Number.isFinite(number));
  if (bad < 0) return z;
  const row = Math.floor((bad * (x.shape[0] ?? 1)) / sizeOf(x.shape));
  const message = `z contains ${z.data[bad] ?? 'no number'} (row ${row}): every number must be finite; a smaller learning rate may help`;
  throw new RunError({ cause: 'not-finite', message });
}
