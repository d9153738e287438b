/** A grading of its own process, as an instructor starts it: how far it is, what it says, and what it takes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { processorMs, treeBelow } from './processes.ts';

/** Those of ours, which are not there on a student's account. */
const OURS = /cli\.mjs|gradingWorker\.mjs/;

export class GraderProcess {
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;
  readonly #spent = new Map<number, number>();
  #said = '';
  #hasEnded = false;

  /** @param args of `exambench` */
  constructor(cli: string, args: readonly string[]) {
    this.#process = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (text: Buffer) => (this.#said += text.toString()));
    }
    this.ended = once(this.#process, 'close').then(([code]) => {
      this.#hasEnded = true;
      return code as number | null;
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get said(): string {
    return this.#said;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** How many submissions are graded, by the last line that says so. */
  get done(): number {
    return Number(/\[(\d+)\/\d+\](?![\s\S]*\[\d+\/\d+\])/.exec(this.#said.slice(-2000))?.[1] ?? 0);
  }

  /** Processor time of the grader and its workers, without the programs and the models that they run; as of `look`. */
  get spentMs(): number {
    return [...this.#spent.values()].reduce((sum, ms) => sum + ms, 0);
  }

  async look(): Promise<void> {
    for (const { pid, line } of await treeBelow(this.pid)) {
      if (OURS.test(line))
        this.#spent.set(pid, (await processorMs(pid)) || (this.#spent.get(pid) ?? 0));
    }
  }
}
