/** The runner's conversation with the controller: one message at a time, in both directions, waiting for each. */
import process from 'node:process';
import { type TensorData } from '../../engine/tensor.ts';
import { decodeMessage, encodeMessage } from '../frame/message.ts';
import { SyncPipe } from '../frame/syncPipe.ts';
import { type FromRunner, fromRunnerKinds, type ToRunner, toRunnerKinds } from '../wire/runner.ts';

export interface Received<K extends keyof ToRunner> {
  readonly kind: K;
  readonly body: ToRunner[K];
  readonly tensors: readonly TensorData[];
}

const maxFrameBytes = 2 ** 30;

export class RunnerLink {
  readonly #pipe = new SyncPipe(3, 4, maxFrameBytes);
  #seq = 0;

  send<K extends keyof FromRunner>(
    kind: K,
    body: FromRunner[K],
    tensors: readonly TensorData[] = [],
  ): void {
    this.#seq += 1;
    this.#pipe.write(encodeMessage(fromRunnerKinds, { kind, seq: this.#seq, body, tensors }));
  }

  /** Waits for a message of one of these kinds; a refusal is thrown, so that it shows at the student's line. */
  receive<K extends keyof ToRunner>(...kinds: readonly K[]): Received<K> {
    const frame = this.#pipe.read();
    if (frame === undefined) process.exit();
    const message = decodeMessage(toRunnerKinds, frame);
    // the controller is trusted: what it says has the form that it is declared with
    if (message.kind === 'refused') throw new Error((message.body as ToRunner['refused']).message);
    const kind = kinds.find((expected) => expected === message.kind);
    if (kind === undefined) throw new Error(`expected ${kinds.join()}, found ${message.kind}`);
    return { kind, body: message.body as ToRunner[K], tensors: message.tensors };
  }

  /** Waits for the end: the controller has heard what it needs and ends this process. */
  halt(): never {
    while (this.#pipe.read() !== undefined);
    process.exit();
  }
}
