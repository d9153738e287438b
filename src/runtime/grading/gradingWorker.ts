/** The controller's handle on one grading worker: submissions out, records in; what does not answer in time is ended. */
import path from 'node:path';
import { type Cause, type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { type Content, decodeMessage, encodeMessage, type Message } from '../frame/message.ts';
import { type BookEntry } from '../check/referenceBook.ts';
import { Child, type ChildEnd, type UserIds } from '../process/child.ts';
import { inheritedEnv } from '../sandbox/node.ts';
import { endingWithParent, withoutWriting } from '../sandbox/resourceLimits.ts';
import { type Isolation } from '../sandbox/isolation.ts';
import { readRecord } from './gradeRecordFile.ts';
import { type SubmissionJob } from './job.ts';
import {
  type FromWorker,
  fromWorkerKinds,
  type ToWorker,
  toWorkerKinds,
  type WorkerSettings,
} from './worker/messages.ts';

export interface WorkerHost {
  /** folder of the built programs */
  readonly dist: string;
  /** as whom, where the controller is root */
  readonly user: UserIds | undefined;
  readonly settings: () => WorkerSettings;
  /** a binary file of the task set */
  readonly fileBytes: (wanted: FromWorker['want']) => Promise<Uint8Array>;
  /** how long one question may take, in milliseconds; undefined: reading the submission */
  readonly patience: (question: string | undefined) => number;
  /** for the worker's own objects */
  readonly heapMiB: number;
}

export type Attempted =
  | { readonly ok: true; readonly record: GradeRecord; readonly learned: readonly BookEntry[] }
  | {
      readonly ok: false;
      readonly cause: Cause;
      /** a sentence without its full stop */
      readonly detail: string;
      /** where it happened, when it was at a question */
      readonly question: string | undefined;
    };

const startMs = 60_000;
/** Of the worker, its model server and the programs that it runs. */
const memoryMiB = 6144;
const frameBytes = 2 ** 30;
const textBytes = 2 ** 20;

interface Wait {
  readonly kind: keyof FromWorker;
  readonly resolve: (message: Message<keyof FromWorker>) => void;
  readonly reject: (error: Error) => void;
}

export class GradingWorker {
  readonly #child: Child;
  readonly #host: WorkerHost;
  #wait: Wait | undefined;
  #question: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isLate = false;
  #end: ChildEnd | undefined;
  #ready: FromWorker['ready'] = { isolation: 'none' };

  /** Rejects with the reason when it does not get ready. */
  static async start(host: WorkerHost): Promise<GradingWorker> {
    const worker = new GradingWorker(host);
    try {
      worker.#ready = (await worker.#next('ready', startMs)).body as FromWorker['ready'];
      worker.#send('begin', { body: host.settings() });
      await worker.#next('begun', startMs);
      return worker;
    } catch (error) {
      worker.close();
      throw new Error(notStarted(host, error), { cause: error });
    }
  }

  private constructor(host: WorkerHost) {
    this.#host = host;
    const limits = { frameBytes, textBytes, memoryMiB };
    this.#child = new Child(workerLaunch(host), limits, {
      onFrame: (frame) => {
        this.#receive(decodeMessage(fromWorkerKinds, frame));
      },
    });
    void this.#child.ended.then((end) => {
      this.#end = end;
      this.#wait?.reject(new Error(endText(end)));
    });
  }

  get isolation(): Isolation {
    return this.#ready.isolation;
  }

  /** why it is not bubblewrap */
  get note(): string | undefined {
    return this.#ready.note;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Never rejects. After a failure the worker is gone. */
  async grade(job: SubmissionJob, bytes: Uint8Array): Promise<Attempted> {
    this.#question = undefined;
    this.#isLate = false;
    try {
      this.#send('grade', { body: job, bytes });
      const message = await this.#next('graded', this.#host.patience(undefined));
      const record = readRecord(new TextDecoder().decode(message.bytes));
      return { ok: true, record, learned: (message.body as FromWorker['graded']).learned };
    } catch (error) {
      this.close();
      await this.#child.ended;
      return this.#failed(error);
    }
  }

  /** Ends it at once, with everything that it runs. */
  close(): void {
    this.#child.kill();
  }

  #failed(error: unknown): Attempted {
    const detail = error instanceof Error ? error.message : String(error);
    const cause = this.#isLate ? 'timeout' : causeOf(this.#end);
    return { ok: false, cause, detail, question: this.#question };
  }

  #send<K extends keyof ToWorker>(
    kind: K,
    content: Content & { readonly body: ToWorker[K] },
  ): void {
    this.#child.send(encodeMessage(toWorkerKinds, { kind, seq: 0, ...content }));
  }

  async #next(kind: keyof FromWorker, ms: number): Promise<Message<keyof FromWorker>> {
    const answer = new Promise<Message<keyof FromWorker>>((resolve, reject) => {
      if (this.#end === undefined) this.#wait = { kind, resolve, reject };
      else reject(new Error(endText(this.#end)));
    });
    this.#setTimer(ms);
    return await answer.finally(() => {
      clearTimeout(this.#timer);
      this.#wait = undefined;
    });
  }

  #setTimer(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isLate = true;
      this.#wait?.reject(new Error(`it was still at work after ${Math.round(ms / 1000)} s`));
      this.close();
    }, ms);
  }

  #receive(message: Message<keyof FromWorker>): void {
    if (message.kind === 'want') void this.#handOver(message.body as FromWorker['want']);
    else if (message.kind === 'question') {
      this.#question = (message.body as FromWorker['question']).id;
      this.#setTimer(this.#host.patience(this.#question));
    } else if (this.#wait?.kind === message.kind) this.#wait.resolve(message);
  }

  async #handOver(wanted: FromWorker['want']): Promise<void> {
    try {
      this.#send('file', { body: {}, bytes: await this.#host.fileBytes(wanted) });
    } catch (error) {
      this.#send('file', {
        body: { problem: error instanceof Error ? error.message : String(error) },
      });
    }
  }
}

function workerLaunch({ dist, user, heapMiB }: WorkerHost) {
  const launch = {
    command: process.execPath,
    args: [`--max-old-space-size=${heapMiB}`, path.join(dist, 'gradingWorker.mjs')],
    env: inheritedEnv(),
    user,
  };
  return endingWithParent(withoutWriting(launch));
}

function notStarted({ dist, user }: WorkerHost, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  const as =
    user === undefined
      ? ''
      : `; it runs as user ${user.uid}, who must be able to read ${dist} and ${process.execPath}`;
  return `a grading worker could not be started: ${why}${as}`;
}

function causeOf(end: ChildEnd | undefined): Cause {
  if (end?.reason === 'memory' || end?.text.includes('out of memory') === true) return 'memory';
  return end?.reason === 'exit' ? 'crash' : 'internal';
}

function endText({ reason, detail, text }: ChildEnd): string {
  if (reason === 'memory') return `it needed more than ${memoryMiB} MiB of memory`;
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.find((line) => /\bE(rror|RR_|ACCES)/.test(line)) ?? lines[0] ?? '';
  return [detail === '' ? reason : detail, said].filter((part) => part !== '').join('; ');
}
