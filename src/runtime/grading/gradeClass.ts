/**
 * Grades a folder of submissions into a folder of records. Each record is there as soon as it is made, so a grading that
 * was ended goes on where it stopped; what was graded with the same files, set and seed is not graded again.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Cause, type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { type Result, failure, success } from '../../core/result.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { blankRecord, type GradingMark } from './gradeSubmission.ts';
import { type GradingFolder, type GradingHead } from './gradingFolder.ts';
import { type SubmissionJob } from './job.ts';
import { type Again, keepable, TELLS_CHANGES, whyGraded } from './pending.ts';
import { type SubmissionFile } from './submissionFiles.ts';
import { PoolClosed, type WorkerPool } from './workerPool.ts';

export interface ClassGrading {
  readonly set: TaskSet;
  readonly head: GradingHead;
  readonly folder: GradingFolder;
  readonly submissions: readonly SubmissionFile[];
  /** of this machine, or a queue's */
  readonly pool: Pick<WorkerPool, 'grade' | 'close'>;
  /** how many submissions side by side */
  readonly jobs: number;
  readonly again: Again;
  /** plain bytes of an encrypted file, or a sentence on why it cannot be opened */
  readonly decrypt: (bytes: Uint8Array) => Promise<Result<Uint8Array, string>>;
  readonly onProgress?: ((done: GradedSubmission) => Promise<void> | void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface GradedSubmission {
  readonly record: GradeRecord;
  /** its record was there already */
  readonly kept: boolean;
}

/**
 * True when all are graded, false when it was ended before. Rejects as soon as a record cannot be written, for then nothing
 * of what follows could be kept either.
 */
export async function gradeClass(grading: ClassGrading): Promise<boolean> {
  const queue = grading.submissions.values();
  const stop = (): void => {
    grading.pool.close();
  };
  const lane = async (): Promise<void> => {
    for (const file of queue) {
      if (grading.signal?.aborted === true) return;
      const done = await gradeFile(grading, file);
      await grading.onProgress?.(done);
    }
  };
  const stopping = (error: unknown): never => {
    stop();
    throw error;
  };
  grading.signal?.addEventListener('abort', stop);
  const running = Array.from({ length: grading.jobs }, () => lane().catch(stopping));
  const lanes = await Promise.allSettled(running);
  grading.signal?.removeEventListener('abort', stop);
  for (const ended of lanes) {
    if (ended.status === 'rejected' && !(ended.reason instanceof PoolClosed)) throw ended.reason;
  }
  return grading.signal?.aborted !== true;
}

async function gradeFile(grading: ClassGrading, file: SubmissionFile): Promise<GradedSubmission> {
  const { folder, head, again } = grading;
  const read = await bytesOf(file);
  const sha256 = digest(read.ok ? read.value : read.error.reason);
  const before = await folder.record(file.submission);
  const why = whyGraded(before, { sha256, head, again });
  // what was graded of a file stands, though the file cannot be read any more
  const stands = why === undefined || (!read.ok && read.error.cause === 'internal');
  if (before !== undefined && stands) return { record: before, kept: true };
  const earlier = why && keepable(before, why, again);
  const job = jobOf(file, { sha256, earlier, again });
  const plain = read.ok ? await plainBytes(grading, file, read.value) : read;
  const found = plain.ok
    ? await graded(grading, job, plain.value)
    : blank(grading, job, plain.error);
  const record = { ...found, file: file.file };
  await folder.keep(record, why !== undefined && TELLS_CHANGES[why] ? before : undefined);
  return { record, kept: false };
}

type WithReason = Parameters<typeof blank>[2];

/** No honest submission comes near. */
const LARGEST = 64 * 2 ** 20;

/** Of the file as it was handed in, or why there are none. */
async function bytesOf({ path }: SubmissionFile): Promise<Result<Uint8Array, WithReason>> {
  try {
    const { size } = await stat(path);
    if (size <= LARGEST) return success(await readFile(path));
    // told apart by its size: reading it is what must not happen
    const reason = `The file has ${size} bytes; more than ${LARGEST / 2 ** 20} MiB are not read.`;
    return failure({ cause: 'not-gradable', reason });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failure({ cause: 'internal', reason: `The file could not be read: ${why}.` });
  }
}

interface Standing {
  readonly sha256: string;
  readonly earlier: GradeRecord | undefined;
  readonly again: Again;
}

function jobOf(
  { submission, form }: SubmissionFile,
  { sha256, earlier, again }: Standing,
): SubmissionJob {
  return {
    submission,
    form,
    sha256,
    ...(earlier !== undefined && { earlier }),
    ...(again.questions !== undefined && { again: again.questions }),
  };
}

async function plainBytes(
  { decrypt }: ClassGrading,
  { encrypted }: SubmissionFile,
  bytes: Uint8Array,
): Promise<Result<Uint8Array, WithReason>> {
  const plain = encrypted ? await decrypt(bytes) : success(bytes);
  return plain.ok ? plain : failure({ cause: 'not-gradable', reason: plain.error });
}

async function graded(
  grading: ClassGrading,
  job: SubmissionJob,
  bytes: Uint8Array,
): Promise<GradeRecord> {
  const outcome = await grading.pool.grade(job, bytes);
  return outcome.ok ? outcome.record : blank(grading, job, outcome);
}

function blank(
  { set, head }: ClassGrading,
  job: SubmissionJob,
  why: { readonly cause: Cause; readonly reason: string },
): GradeRecord {
  return blankRecord({ job, mark: markOf(head), begun: performance.now() }, set, why);
}

function markOf({ content, isolation, seed, tool }: GradingHead): GradingMark {
  return { content, isolation, seed, tool };
}

function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
