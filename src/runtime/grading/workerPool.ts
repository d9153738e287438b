/**
 * The grading workers of this machine, side by side. A worker that dies or hangs costs its submission one attempt; a
 * question that ends two workers is left to a person, and the others of its submission are graded all the same.
 */
import { type Cause, type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { type BookEntry } from '../check/referenceBook.ts';
import { type Isolation } from '../sandbox/isolation.ts';
import { GradingWorker, type WorkerHost } from './gradingWorker.ts';
import { type SubmissionJob } from './job.ts';
import { type WorkerSettings } from './worker/messages.ts';

export type PoolHost = Omit<WorkerHost, 'settings'> & {
  readonly settings: Omit<WorkerSettings, 'references'>;
};

/** What became of a submission: its record, or why there is none. */
export type Graded =
  | { readonly ok: true; readonly record: GradeRecord }
  | { readonly ok: false; readonly cause: Cause; readonly reason: string };

/** A worker is replaced after so many submissions, so that nothing can pile up in it. */
const SUBMISSIONS_EACH = 200;
/** More failures than this and the submission is given up. */
const MOST_FAILURES = 6;

/** So often in a row a worker is started before there is none to be had. */
const MOST_STARTS = 3;

export class WorkerPool {
  readonly #host: WorkerHost;
  readonly #references: BookEntry[] = [];
  readonly #running = new Set<GradingWorker>();
  readonly #idle: { readonly worker: GradingWorker; readonly left: number }[] = [];
  #isClosed = false;

  constructor(host: PoolHost) {
    const settings = (): WorkerSettings => ({ ...host.settings, references: this.#references });
    this.#host = { ...host, settings };
  }

  /** Starts the first worker. Rejects with the reason when none can be started. */
  async probe(): Promise<{ readonly isolation: Isolation; readonly note: string | undefined }> {
    const { worker, left } = await this.#take();
    this.#idle.push({ worker, left });
    return { isolation: worker.isolation, note: worker.note };
  }

  /** Rejects only when no worker can be started, or the pool is closed. */
  async grade(job: SubmissionJob, bytes: Uint8Array): Promise<Graded> {
    const skip: Record<string, Cause> = {};
    for (let failures = 1; ; failures += 1) {
      const { worker, left } = await this.#take();
      const attempted = await worker.grade({ ...job, skip }, bytes);
      if (attempted.ok) {
        this.#references.push(...attempted.learned);
        this.#giveBack(worker, left - 1);
        return attempted;
      }
      this.#running.delete(worker);
      this.#mustBeOpen();
      const { cause, detail, question } = attempted;
      if (failures === 1) continue;
      if (question === undefined || failures > MOST_FAILURES) {
        return { ok: false, cause, reason: `The process that checks was ended, twice: ${detail}.` };
      }
      skip[question] = cause;
    }
  }

  /** Ends everything at once. */
  close(): void {
    this.#isClosed = true;
    this.#running.forEach((worker) => {
      worker.close();
    });
    this.#running.clear();
  }

  async #take(): Promise<{ readonly worker: GradingWorker; readonly left: number }> {
    this.#mustBeOpen();
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    const worker = await this.#started();
    this.#running.add(worker);
    if (this.#isClosed) worker.close();
    this.#mustBeOpen();
    return { worker, left: SUBMISSIONS_EACH };
  }

  /** What ends one while it starts, such as a machine short of memory, need not end the next one. */
  async #started(): Promise<GradingWorker> {
    for (let starts = 1; ; starts += 1) {
      try {
        return await GradingWorker.start(this.#host);
      } catch (error) {
        this.#mustBeOpen();
        if (starts === MOST_STARTS) throw error;
      }
    }
  }

  #giveBack(worker: GradingWorker, left: number): void {
    if (left > 0) this.#idle.push({ worker, left });
    else {
      this.#running.delete(worker);
      worker.close();
    }
  }

  #mustBeOpen(): void {
    if (this.#isClosed) throw new PoolClosed('the grading was ended');
  }
}

export class PoolClosed extends Error {
  override readonly name = 'PoolClosed';
}
