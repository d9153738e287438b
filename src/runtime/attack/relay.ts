/** Between the student's program and the model: checks every request, and notes what was computed. */
import { type TensorData } from '../../engine/tensor.ts';
import { type ProgramBook, RunRefused, RunTooLarge } from '../wire/checkRun.ts';
import { type FromRunner, type ToRunner } from '../wire/runner.ts';
import { RunError } from './failure.ts';
import { type OpenModel } from './modelServer.ts';
import { type RunHistory } from './runHistory.ts';
import { type RunnerService } from './runnerProcess.ts';

export class Relay implements RunnerService {
  readonly #model: OpenModel;
  readonly #history: RunHistory;
  readonly #signal: AbortSignal;
  readonly #book: ProgramBook;

  constructor(
    model: OpenModel,
    book: ProgramBook,
    { history, signal }: { readonly history: RunHistory; readonly signal: AbortSignal },
  ) {
    this.#model = model;
    this.#book = book;
    this.#history = history;
    this.#signal = signal;
  }

  async shape({ model, input }: FromRunner['shape']): Promise<ToRunner['shaped']> {
    if (model !== this.#model.signature.id) throw forged(`there is no model ${model}`);
    return { shape: await this.#model.modelShape(input) };
  }

  async run(
    body: FromRunner['run'],
    tensors: readonly TensorData[],
  ): Promise<{ readonly body: ToRunner['ran']; readonly tensors: readonly TensorData[] }> {
    const request = this.#checked(body, tensors);
    const program = this.#book.programOf(request.programId);
    const { carried, outputs } = await this.#model.run(request, {
      signal: this.#signal,
      wantsPath: this.#history.isWatched,
      onProgress: (trips, loss, path) => {
        if (program !== undefined) this.#history.add({ program, trips, loss, path });
      },
    });
    return { body: { carried: carried.length }, tensors: [...carried, ...outputs] };
  }

  #checked(body: FromRunner['run'], tensors: readonly TensorData[]) {
    try {
      return this.#book.check(body, tensors);
    } catch (error) {
      if (error instanceof RunRefused) throw forged(error.message);
      if (error instanceof RunTooLarge) {
        throw new RunError({ cause: 'exception', message: error.message });
      }
      throw error;
    }
  }
}

/** No program that the tracer recorded asks for this. */
function forged(message: string): RunError {
  return new RunError({ cause: 'protocol', message });
}
