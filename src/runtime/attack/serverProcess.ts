/** One process of the model server: requests out, answers and progress in. It ends once and is not started again. */
import path from 'node:path';
import os from 'node:os';
import { type TensorData } from '../../engine/tensor.ts';
import { type Content, decodeMessage, encodeMessage, type Message } from '../frame/message.ts';
import { Child, type ChildEnd } from '../process/child.ts';
import { inheritedEnv } from '../sandbox/node.ts';
import { endingWithParent } from '../sandbox/resourceLimits.ts';
import { type FromServer, fromServerKinds, type ToServer, toServerKinds } from '../wire/server.ts';
import { RunError } from './failure.ts';

const heapMiB = 2048;
const frameBytes = 2 ** 30;
const textBytes = 2 ** 24;
/** How long a cancelled run may take to notice. */
const cancelMs = 250;

/** A model may take much, but never so much that the machine stops answering. */
const mostMiB = Math.max(2048, Math.min(8192, os.totalmem() / 2 ** 21));

export interface Answer<K extends keyof FromServer> {
  readonly body: FromServer[K];
  readonly tensors: readonly TensorData[];
}

type OnProgress = (trips: number, tensors: readonly TensorData[]) => void;

interface Waiting {
  readonly kind: keyof FromServer;
  readonly onProgress: OnProgress | undefined;
  readonly resolve: (message: Message<keyof FromServer>) => void;
  readonly reject: (error: Error) => void;
}

export interface Question<K extends keyof ToServer> extends Content {
  readonly kind: K;
  readonly body: ToServer[K];
  readonly onProgress?: OnProgress | undefined;
}

export class ServerProcess {
  readonly ended: Promise<ChildEnd>;
  readonly #child: Child;
  readonly #waiting = new Map<number, Waiting>();
  readonly #memoryMiB: number;
  #seq = 0;
  #gone: RunError | undefined;
  #outgrown: RunError | undefined;
  #calm: Promise<void> = Promise.resolve();

  constructor(dist: string, memoryMiB = mostMiB) {
    this.#memoryMiB = memoryMiB;
    const launch = {
      command: process.execPath,
      args: [`--max-old-space-size=${heapMiB}`, path.join(dist, 'modelServer.mjs')],
      env: inheritedEnv(),
    };
    const limits = { frameBytes, textBytes, memoryMiB };
    this.#child = new Child(endingWithParent(launch), limits, {
      onFrame: (frame) => {
        this.#receive(decodeMessage(fromServerKinds, frame));
      },
    });
    this.ended = this.#child.ended;
    void this.ended.then((end) => {
      if (end.reason === 'memory') this.#outgrown = outgrown(this.#memoryMiB);
      this.#failAll(new RunError({ cause: 'model', message: this.#endMessage(end) }));
    });
  }

  /** The process id, for those who watch it. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The number that `cancel` takes, and the answer. Rejects with a RunError. */
  ask<K extends keyof ToServer, A extends keyof FromServer>(
    question: Question<K>,
    kind: A,
  ): { readonly seq: number; readonly answer: Promise<Answer<A>> } {
    this.#seq += 1;
    const seq = this.#seq;
    const answer = new Promise<Message<keyof FromServer>>((resolve, reject) => {
      if (this.#gone !== undefined) {
        reject(this.#gone);
        return;
      }
      const { onProgress } = question;
      this.#waiting.set(seq, { kind, onProgress, resolve, reject });
      this.#child.send(encodeMessage(toServerKinds, { ...question, seq }));
    });
    // the server is ours: an answer of the kind that was waited for has the body it is declared with
    return { seq, answer: answer.then((message) => message as Message<A> & Answer<A>) };
  }

  /** Settles when no cancelled run is at work any more: then the process goes on, or it has ended. */
  get calm(): Promise<void> {
    return this.#calm;
  }

  /** Of a run, where it is the reason why the process ended. */
  get outgrown(): RunError | undefined {
    return this.#outgrown;
  }

  /** A run that does not end in time is ended with its process. */
  cancel(seq: number, answer: Promise<unknown>): void {
    this.#child.send(encodeMessage(toServerKinds, { kind: 'cancel', seq: 0, body: { seq } }));
    const timer = setTimeout(() => {
      this.kill();
    }, cancelMs);
    const settled = (): void => {
      clearTimeout(timer);
    };
    const before = this.#calm;
    this.#calm = answer.then(settled, settled).then(() => before);
  }

  /** Ends the process; everything that waits is rejected. */
  kill(): void {
    this.#child.kill();
  }

  #receive(message: Message<keyof FromServer>): void {
    const waiting = this.#waiting.get(message.seq);
    if (waiting === undefined) return;
    if (message.kind === 'progress') {
      waiting.onProgress?.((message.body as FromServer['progress']).trips, message.tensors);
      return;
    }
    this.#waiting.delete(message.seq);
    if (message.kind === waiting.kind) waiting.resolve(message);
    else waiting.reject(errorOf(message));
  }

  #endMessage({ reason, detail, text }: ChildEnd): string {
    if (reason === 'memory') {
      return `the model needed more than ${Math.round(this.#memoryMiB)} MiB of memory and was stopped`;
    }
    if (reason === 'not-started') return `the model server did not start: ${detail}`;
    const said = text.trim().split('\n').at(-1) ?? '';
    const why = [detail, said].filter(Boolean).join('; ');
    return `the model server ended unexpectedly (${why || reason}); the next run starts it again`;
  }

  #failAll(error: RunError): void {
    this.#gone = error;
    this.#waiting.forEach(({ reject }) => {
      reject(error);
    });
    this.#waiting.clear();
  }
}

/** Models are fixed, so it was what the program asked of one. */
function outgrown(memoryMiB: number): RunError {
  const message = `what the program asks of the model needed more than ${Math.round(memoryMiB)} MiB of memory`;
  return new RunError({ cause: 'memory', message });
}

function errorOf({ kind, body }: Message<keyof FromServer>): RunError {
  if (kind === 'failed') return new RunError(body as FromServer['failed']);
  return new RunError({ cause: 'internal', message: `the model server answered with ${kind}` });
}
