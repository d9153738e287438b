/** A grading worker whose fate is in the name of the submission: for tests of what holds workers. */
import { Socket } from 'node:net';
import { type GradeRecord } from '../../src/core/gradebook/gradeRecord.ts';
import { FrameDecoder } from '../../src/runtime/frame/frame.ts';
import { decodeMessage, encodeMessage } from '../../src/runtime/frame/message.ts';
import { type SubmissionJob } from '../../src/runtime/grading/job.ts';
import {
  type FromWorker,
  fromWorkerKinds,
  toWorkerKinds,
  type WorkerSettings,
} from '../../src/runtime/grading/worker/messages.ts';

const output = new Socket({ fd: 4, readable: false, writable: true });

function say(kind: keyof FromWorker, body: unknown, bytes = new Uint8Array()): void {
  output.write(encodeMessage(fromWorkerKinds, { kind, seq: 0, body, bytes }));
}

/** What happens to a submission whose name begins like this; `job.skip` spares it. */
const FATES: Readonly<Record<string, () => void>> = {
  crash: () => process.abort(),
  exit: () => process.exit(3),
  hang: () => {
    for (;;);
  },
  // more than the heap may have
  memory: () => {
    for (const all: number[][] = []; ;) all.push(Array<number>(1e6).fill(1.5));
  },
};

function begin({ tool }: Pick<WorkerSettings, 'tool'>): void {
  if (tool === 'stillborn') process.exit(3);
  say('begun', {});
}

function grade(job: SubmissionJob): void {
  const [fate = '', question] = job.submission.split('.');
  if (question !== undefined) say('question', { id: question });
  if (job.skip?.[question ?? ''] === undefined) setTimeout(FATES[fate] ?? nothing, 10);
  setTimeout(() => {
    const { submission, skip } = job;
    const record = { ...RECORD, submission, questions: {}, skip, pid: process.pid };
    say('graded', { learned: [] }, new TextEncoder().encode(JSON.stringify(record)));
  }, 30);
}

function nothing(): void {
  // it lives
}

const RECORD: Omit<GradeRecord, 'submission' | 'questions'> = {
  format: 1,
  sha256: '',
  taskSet: 'small',
  version: '1.0.0',
  content: '',
  variant: 0,
  cause: 'ok',
  points: 0,
  maxPoints: 0,
  answers: {},
  isolation: 'none',
  seed: '',
  tool: '',
  times: { gradedAt: '', ms: 0 },
};

const decoder = new FrameDecoder(2 ** 30);
new Socket({ fd: 3, readable: true, writable: false })
  .on('data', (chunk: Uint8Array) => {
    for (const frame of decoder.push(chunk)) {
      const { kind, body } = decodeMessage(toWorkerKinds, frame);
      if (kind === 'begin') begin(body as WorkerSettings);
      if (kind === 'grade') grade(body as SubmissionJob);
    }
  })
  .on('close', () => process.exit());
say('ready', { isolation: 'none', note: 'a fake' });
