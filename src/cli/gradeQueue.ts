/** `grade --queue`: other machines grade, and this one says who they are and how far they are. */

import { join } from 'node:path';
import { type GradedSet } from '../runtime/grading/gradedSet.ts';
import { type GradingHead } from '../runtime/grading/gradingFolder.ts';
import { type WorkerPool } from '../runtime/grading/workerPool.ts';
import { type Run } from '../runtime/gradingQueue/parcel.ts';
import { QueuedPool, type QueueState } from '../runtime/gradingQueue/queuedPool.ts';
import { keptQueueKey, type QueueKey } from '../runtime/gradingQueue/queueKey.ts';
import { connect, type Server } from '../runtime/gradingQueue/server.ts';
import { type GradeProgress } from './gradeProgress.ts';
import { counted } from './plainText.ts';

/** Of a password that is not to stand in the list of processes. */
const PASSWORD = 'EXAMBENCH_QUEUE_PASSWORD';

export async function connected(url: string): Promise<Server> {
  const password = process.env[PASSWORD];
  return await connect(url, password === '' ? undefined : password);
}

interface QueueWork {
  readonly set: GradedSet;
  readonly head: GradingHead;
  readonly options: Pick<Run, 'provider' | 'requireSandbox'>;
  /** grades what is too large for the queue */
  readonly local: WorkerPool;
  readonly progress: GradeProgress;
}

export class GradingQueue {
  /** so many submissions are in the queue at once */
  readonly jobs = 64;
  readonly #server: Server;
  readonly #key: QueueKey;
  readonly #howTo: string;
  #pool: QueuedPool | undefined;

  /** @param out where the results and the queue's key are kept */
  static async open(url: string, out: string): Promise<GradingQueue> {
    const server = await connected(url);
    const file = join(out, 'queue.key');
    try {
      const howTo = `exambench worker --queue ${server.address} --queue-key ${file} --set SET`;
      return new GradingQueue(server, await keptQueueKey(file), howTo);
    } catch (error) {
      server.close();
      throw error;
    }
  }

  private constructor(server: Server, key: QueueKey, howTo: string) {
    this.#server = server;
    this.#key = key;
    this.#howTo = howTo;
  }

  async poolFor({ set, head, options, local, progress }: QueueWork): Promise<QueuedPool> {
    const { taskSet, content, seed, tool } = head;
    const { provider, requireSandbox } = options;
    this.#pool = await QueuedPool.open({
      server: this.#server,
      key: this.#key,
      run: { taskSet, content, seed, tool, provider, requireSandbox },
      set,
      local,
      onState: stateTeller(this.#howTo, progress),
      onNews: (news) => {
        progress.say(news);
      },
    });
    return this.#pool;
  }

  /** After the last submission: nothing of it stays in Redis. */
  async empty(): Promise<void> {
    await this.#pool?.finish();
  }

  /** What is in the queue stays there for the next start. */
  close(): void {
    this.#pool?.close();
    this.#server.close();
  }
}

/** Says it when workers come or go; how much waits stands beside the bar. */
function stateTeller(howTo: string, progress: GradeProgress) {
  let told: string | undefined;
  return ({ waiting, active, workers }: QueueState): void => {
    progress.aside = `${active} at work, ${waiting} waiting; ${counted(workers.length, 'worker')}`;
    const now = workers.join(', ');
    if (now === told) return;
    told = now;
    progress.say(now === '' ? `No worker is there yet: ${howTo}` : `Workers: ${now}`);
  };
}
