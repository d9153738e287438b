/** A machine that grades for a queue: takes submissions out, has the local workers grade them, and puts results in. */
import { DelayedError, type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { referenceAnswers } from '../grading/fairSeed.ts';
import { type GradedSet } from '../grading/gradedSet.ts';
import { PoolClosed, type WorkerPool } from '../grading/workerPool.ts';
import { type Isolation } from '../sandbox/isolation.ts';
import { packGraded, type Parcel, readParcel, type Run } from './parcel.ts';
import { type QueueKey } from './queueKey.ts';
import { type Server } from './server.ts';
import { PREFIX, Shelf } from './shelf.ts';

export interface QueueWorkerHost {
  readonly server: Server;
  readonly key: QueueKey;
  readonly set: GradedSet;
  readonly tool: string;
  readonly isolation: Isolation;
  readonly name: string;
  /** how many submissions side by side */
  readonly jobs: number;
  /** after so long without a sign of life a worker counts as gone */
  readonly lostAfterMs: number;
  readonly openPool: (run: Run) => WorkerPool;
  readonly onGraded: (submission: string, ms: number) => void;
  /** this machine cannot grade for the queue, and why; it should be closed */
  readonly onRefused: (reason: string) => void;
}

/** So often a submission may lose its worker before it counts as what ends them. */
const MOST_LOST = 2;
/** What was refused is offered to others after this. */
const REST_MS = 1000;

export class QueueWorker {
  readonly #host: QueueWorkerHost;
  readonly #shelf: Shelf;
  readonly #worker: Worker;
  #pool: { readonly kind: string; readonly pool: WorkerPool } | undefined;
  #isClosed = false;

  constructor(host: QueueWorkerHost) {
    this.#host = host;
    this.#shelf = new Shelf(host.server.redis, host.key);
    this.#worker = new Worker(host.key.queue, (job, token) => this.#take(job, token), {
      connection: host.server.redis,
      prefix: PREFIX,
      name: host.name,
      concurrency: host.jobs,
      lockDuration: host.lostAfterMs,
      stalledInterval: host.lostAfterMs,
      maxStalledCount: MOST_LOST,
    });
    // the server says itself what becomes of the connection, and a job that fails is told to who asked for it
    this.#worker.on('error', () => undefined);
  }

  /** Ends what is being graded, and puts it back for others; while the server is away, they find out by themselves. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#pool?.pool.close();
    await this.#worker.close(this.#host.server.redis.status !== 'ready');
  }

  async #take(job: Job, token: string | undefined): Promise<void> {
    const id = job.id ?? '';
    const parcel = await this.#parcel(id);
    const reason = this.#refusal(parcel.run);
    if (reason !== undefined) {
      await this.#shelf.refuse(this.#host.name, reason);
      await job.moveToDelayed(Date.now() + REST_MS, token);
      this.#host.onRefused(reason);
      throw new DelayedError();
    }
    const begun = performance.now();
    try {
      const graded = await this.#poolFor(parcel.run).grade(parcel.job, parcel.bytes);
      await this.#shelf.put('result', id, packGraded(graded));
    } catch (error) {
      if (!(error instanceof PoolClosed)) throw error;
      await job.moveToWait(token);
      throw new WaitingError();
    }
    this.#host.onGraded(parcel.job.submission, performance.now() - begun);
  }

  async #parcel(id: string): Promise<Parcel> {
    const packed = await this.#shelf.get('submission', id);
    if (packed === undefined) {
      throw new UnrecoverableError('it is not in Redis, or was not sealed with this key');
    }
    return readParcel(packed);
  }

  /** Why this machine would come to other verdicts. */
  #refusal({ taskSet, content, tool, requireSandbox }: Run): string | undefined {
    const { set, isolation, tool: mine } = this.#host;
    if (tool !== mine) return `the grading is done with ${tool}, this is ${mine}`;
    if (content !== set.content) {
      const theirs = `'${taskSet}' with content ${content.slice(0, 12)}…`;
      return `the grading needs the task set ${theirs}, here is '${set.set.id}' with ${set.content.slice(0, 12)}…`;
    }
    const isOpen = isolation !== 'bubblewrap' && referenceAnswers(set.set) !== undefined;
    return requireSandbox && isOpen
      ? 'the grading demands a sandbox, which is not here'
      : undefined;
  }

  /** One grading at a time: with another seed everything is another. */
  #poolFor(run: Run): WorkerPool {
    const kind = JSON.stringify(run);
    if (this.#isClosed) throw new PoolClosed('the worker was ended');
    if (this.#pool?.kind === kind) return this.#pool.pool;
    this.#pool?.pool.close();
    const pool = this.#host.openPool(run);
    this.#pool = { kind, pool };
    return pool;
  }
}
