/**
 * Grades on other machines: puts submissions into a queue and takes results out, in the place of the local workers. All
 * that has to last lies in Redis and in the folder of records, so this process and any worker may end at any moment.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type Job, type JobType, Queue } from 'bullmq';
import { type GradedSet } from '../grading/gradedSet.ts';
import { type SubmissionJob } from '../grading/job.ts';
import { type Graded, PoolClosed, type WorkerPool } from '../grading/workerPool.ts';
import { packParcel, type Parcel, readGraded, type Run } from './parcel.ts';
import { type QueueKey } from './queueKey.ts';
import { misfit } from './returned.ts';
import { type Server } from './server.ts';
import { KEPT_SECONDS, PREFIX, Shelf } from './shelf.ts';

export interface QueueState {
  readonly waiting: number;
  /** submissions that a worker has begun */
  readonly active: number;
  /** names of the workers that are there */
  readonly workers: readonly string[];
}

export interface QueuedPoolHost {
  readonly server: Server;
  readonly key: QueueKey;
  readonly run: Run;
  readonly set: GradedSet;
  /** grades what is too large for the queue */
  readonly local: Pick<WorkerPool, 'grade'>;
  readonly onState: (state: QueueState) => void;
  /** a sentence */
  readonly onNews: (news: string) => void;
}

/** Larger ones do not go through Redis, which keeps everything in memory. */
const LARGEST_QUEUED = 8 * 2 ** 20;
const SWEEP_MS = 200;
/** After so many sweeps everything is looked after, and the state is told. */
const SWEEPS_A_ROUND = 10;
const ATTEMPTS = 3;

interface Pending extends Parcel {
  readonly resolve: (graded: Graded) => void;
  readonly reject: (error: Error) => void;
}

export class QueuedPool {
  readonly #host: QueuedPoolHost;
  readonly #shelf: Shelf;
  readonly #queue: Queue;
  readonly #pending = new Map<string, Pending>();
  readonly #kind: string;
  #end: Error | undefined;

  /** Takes out of the queue what another grading with this key, of other content or seed, has left there. */
  static async open(host: QueuedPoolHost): Promise<QueuedPool> {
    const pool = new QueuedPool(host);
    host.server.watch({
      onNews: host.onNews,
      onGone: (error) => {
        pool.#stop(error);
      },
    });
    await pool.#removeOthers();
    void pool.#sweepOn();
    return pool;
  }

  private constructor(host: QueuedPoolHost) {
    const { server, key, run } = host;
    this.#host = host;
    this.#kind = key.nameOf(JSON.stringify(run));
    this.#shelf = new Shelf(server.redis, key);
    this.#queue = new Queue(key.queue, { connection: server.redis, prefix: PREFIX });
    // the server says itself what becomes of the connection
    this.#queue.on('error', () => undefined);
  }

  /** Rejects when the pool is closed, or the server was away for too long. */
  async grade(job: SubmissionJob, bytes: Uint8Array): Promise<Graded> {
    if (this.#end !== undefined) throw this.#end;
    if (bytes.length > LARGEST_QUEUED) return await this.#host.local.grade(job, bytes);
    const parcel = { run: this.#host.run, job, bytes };
    const id = this.#host.key.nameOf(packParcel(parcel));
    return await new Promise((resolve, reject) => {
      this.#pending.set(id, { ...parcel, resolve, reject });
      this.#add(id, parcel).catch((error: unknown) => {
        this.#stop(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }

  /** After the last submission: nothing of this grading stays in Redis. */
  async finish(): Promise<void> {
    this.#stop(new PoolClosed('the grading has ended'));
    await this.#queue.obliterate({ force: true });
  }

  /** Ends the waiting; what is in the queue stays there for the next start. */
  close(): void {
    this.#stop(new PoolClosed('the grading was ended'));
    this.#host.server.close();
  }

  #stop(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#end);
    this.#pending.clear();
  }

  /** Where it is there already, from before this process was started, it stays. */
  async #add(id: string, parcel: Parcel): Promise<void> {
    const before = await this.#queue.getJobState(id);
    if (before === 'failed') await this.#queue.remove(id);
    await this.#shelf.put('submission', id, packParcel(parcel));
    const age = { age: KEPT_SECONDS };
    await this.#queue.add(this.#kind, undefined, {
      jobId: id,
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: 1000 },
      removeOnComplete: age,
      removeOnFail: age,
    });
  }

  async #removeOthers(): Promise<void> {
    for (const job of await this.#jobs('waiting', 'delayed')) {
      if (job.name !== this.#kind) await job.remove().catch(() => undefined);
    }
    await this.#shelf.takeRefusals();
  }

  async #sweepOn(): Promise<void> {
    for (let sweep = 0; this.#end === undefined; sweep += 1) {
      try {
        await this.#sweep();
        if (sweep % SWEEPS_A_ROUND === 0) await this.#lookAfterAll();
      } catch (error) {
        // without a connection there is nothing to be had; it comes back, or the server says that it is gone
        if (this.#host.server.redis.status === 'ready') {
          this.#stop(error instanceof Error ? error : new Error(String(error)));
        }
      }
      await delay(SWEEP_MS);
    }
  }

  async #sweep(): Promise<void> {
    for (const job of await this.#jobs('completed', 'failed')) {
      const id = job.id ?? '';
      const pending = this.#pending.get(id);
      if (pending === undefined) continue;
      const graded = await this.#outcome(job, pending);
      await this.#queue.remove(id);
      await this.#shelf.clear(id);
      this.#pending.delete(id);
      pending.resolve(graded);
    }
  }

  /** A server that was ended may have forgotten what it was told last. */
  async #lookAfterAll(): Promise<void> {
    for (const refusal of await this.#shelf.takeRefusals()) this.#host.onNews(refusal);
    const { waiting = 0, delayed = 0, active = 0 } = await this.#queue.getJobCounts();
    const workers = (await this.#queue.getWorkers()).map(workerName);
    this.#host.onState({ waiting: waiting + delayed, active, workers: workers.toSorted() });
    for (const [id, pending] of this.#pending) {
      if ((await this.#queue.getJobState(id)) === 'unknown') await this.#add(id, pending);
    }
  }

  async #jobs(...states: JobType[]): Promise<Job[]> {
    const jobs: readonly (Job | undefined)[] = await this.#queue.getJobs(states);
    // those that went away meanwhile are missing
    return jobs.filter((job) => job !== undefined);
  }

  async #outcome(job: Job, pending: Pending): Promise<Graded> {
    if (job.finishedOn !== undefined && job.failedReason) return failed(job.failedReason);
    const packed = await this.#shelf.get('result', job.id ?? '');
    if (packed === undefined) return internal('what a worker sent back is not sealed with the key');
    try {
      const graded = readGraded(packed);
      const set = graded.ok ? this.#host.set.setOf(graded.record.variant) : undefined;
      if (!graded.ok || set === undefined) return graded;
      const wrong = misfit(graded.record, { run: pending.run, job: pending.job, set });
      return wrong === undefined ? graded : internal(`a worker sent back another record: ${wrong}`);
    } catch (error) {
      return internal(`what a worker sent back cannot be read: ${String(error)}`);
    }
  }
}

/** BullMQ's words for a job whose worker was gone more often than it may be. */
const STALLED = 'job stalled more than allowable limit';

function failed(reason: string): Graded {
  return reason === STALLED
    ? { ok: false, cause: 'crash', reason: 'The workers that checked it were gone, several times.' }
    : internal(`the workers could not check it: ${reason}`);
}

function internal(reason: string): Graded {
  return { ok: false, cause: 'internal', reason: `${reason.slice(0, 500)}.` };
}

/** Of a connection that is named as BullMQ does. */
function workerName({ rawname, name }: Readonly<Record<string, string>>): string {
  return (rawname ?? name ?? '').replace(/^.*:w:/, '');
}
