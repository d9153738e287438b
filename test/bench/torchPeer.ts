/** The eager PyTorch program that the engine is measured against, as a process that answers one question a line. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import { type Readable, type Writable } from 'node:stream';
import { at } from '../../scripts/project.ts';

export interface PeerQuestion {
  readonly model: string;
  readonly x: readonly (readonly number[])[];
  readonly t: readonly (readonly number[])[];
  readonly iterations: number;
}

export interface PeerAnswer {
  readonly ms: number;
  readonly z: readonly (readonly number[])[];
}

/** Debian's Python has Debian's torch; another one may come first on the PATH. */
const python = ['/usr/bin/python3'].find(existsSync) ?? 'python3';

export class TorchPeer implements Disposable {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: Interface;
  readonly #ended: Promise<never>;

  constructor() {
    this.#process = spawn(python, [at('test/bench/torch_attack.py')], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
    });
    this.#lines = createInterface(this.#process.stdout);
    this.#ended = once(this.#process, 'exit').then(() => {
      throw new Error(
        'the PyTorch peer does not run: apt-get install python3-torch python3-onnx libopenblas0-pthread',
      );
    });
    // it ends at last, and then nobody waits
    this.#ended.catch(() => undefined);
  }

  async ask(question: PeerQuestion): Promise<PeerAnswer> {
    const answer = once(this.#lines, 'line');
    this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    const [line] = (await Promise.race([answer, this.#ended])) as [string];
    return JSON.parse(line) as PeerAnswer;
  }

  [Symbol.dispose](): void {
    this.#process.stdin.end();
  }
}
