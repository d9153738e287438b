/** onnxruntime-node behind a synchronous call, as the student's program sees it: for tests of the student's module. */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type Backend, type RunRequest, type RunResult } from '../../src/engine/trace/program.ts';
import { type Shape } from '../../src/engine/tensor.ts';
import { OrtBackend } from './ortBackend.ts';

interface Reply {
  readonly result?: RunResult;
  readonly failure?: string;
  readonly steps: number;
  readonly programs: number;
  readonly runs: number;
}

export class SyncBackend implements Backend, Disposable {
  steps = 0;
  programs = 0;
  runs = 0;
  readonly #shapes: OrtBackend;
  readonly #worker: Worker;
  readonly #channel = new MessageChannel();
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));

  constructor(models: Readonly<Record<string, Uint8Array>> = {}) {
    this.#shapes = new OrtBackend(models);
    const { port2: port } = this.#channel;
    this.#worker = new Worker(new URL('ortWorker.ts', import.meta.url), {
      workerData: { models, port, signal: this.#signal },
      transferList: [port],
    });
  }

  modelShape(model: string, input: Shape): Shape {
    return this.#shapes.modelShape(model, input);
  }

  run(request: RunRequest): RunResult {
    const before = Atomics.load(this.#signal, 0);
    this.#channel.port1.postMessage(request);
    const { result, failure, ...counts } = this.#receive(before);
    if (result === undefined) throw new Error(failure);
    this.steps = counts.steps;
    this.programs = counts.programs;
    this.runs = counts.runs;
    return result;
  }

  /** The message may arrive a little later than the signal. */
  #receive(before: number): Reply {
    for (;;) {
      const received = receiveMessageOnPort(this.#channel.port1) as { message: Reply } | undefined;
      if (received !== undefined) return received.message;
      Atomics.wait(this.#signal, 0, before, 20);
    }
  }

  [Symbol.dispose](): void {
    this.#channel.port1.close();
    void this.#worker.terminate();
  }
}
