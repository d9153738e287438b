/** The eager PyTorch program that the engine is measured against, as a process that answers one question a line. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
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

  constructor() {
    this.#process = spawn(python, [at('test/bench/torch_attack.py')], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
    });
    this.#lines = createInterface(this.#process.stdout);
  }

  async ask(question: PeerQuestion): Promise<PeerAnswer> {
    const answer = new Promise<string>((resolve, reject) => {
      this.#lines.once('line', resolve);
      this.#process.once('exit', () => {
        reject(
          new Error(
            'the PyTorch peer does not run: apt-get install python3-torch python3-onnx libopenblas0-pthread',
          ),
        );
      });
    });
    this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    return JSON.parse(await answer) as PeerAnswer;
  }

  [Symbol.dispose](): void {
    this.#process.removeAllListeners('exit');
    this.#process.kill();
  }
}
