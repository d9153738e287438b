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
  readonly onProgress?: ((done: GradedSubmission) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface GradedSubmission {
  readonly record: GradeRecord;
  /** its record was there already */
  readonly kept: boolean;
}

/** True when all are graded, false when it was ended before. */
export async function gradeClass(grading: ClassGrading): Promise<boolean> {
  const queue = grading.submissions.values();
  const lane = async (): Promise<void> => {
    for (const file of queue) {
      if (grading.signal?.aborted === true) return;
      const done = await gradeFile(grading, file);
      grading.onProgress?.(done);
    }
  };
  const stop = (): void => {
    grading.pool.close();
  };
  grading.signal?.addEventListener('abort', stop);
  const lanes = await Promise.allSettled(Array.from({ length: grading.jobs }, lane));
  grading.signal?.removeEventListener('abort', stop);
  for (const ended of lanes) {
    if (ended.status === 'rejected' && !(ended.reason instanceof PoolClosed)) throw ended.reason;
  }
  return grading.signal?.aborted !== true;
}

/** No honest submission comes near. */
const LARGEST = 64 * 2 ** 20;

async function gradeFile(grading: ClassGrading, file: SubmissionFile): Promise<GradedSubmission> {
  const { folder, head, again } = grading;
  const { size } = await stat(file.path);
  // a file that is too large is told apart by its size: reading it is what must not happen
  const bytes = size > LARGEST ? undefined : await readFile(file.path);
  const sha256 = digest(bytes ?? `${size} bytes`);
  const before = await folder.record(file.submission);
  const why = whyGraded(before, { sha256, head, again });
  if (before !== undefined && why === undefined) return { record: before, kept: true };
  const earlier = why && keepable(before, why, again);
  const job = jobOf(file, { sha256, earlier, again });
  const plain = await plainBytes(grading, file, bytes);
  const found = plain.ok
    ? await graded(grading, job, plain.value)
    : blank(grading, job, { cause: 'not-gradable', reason: plain.error });
  const record = { ...found, file: file.file };
  await folder.keep(record, why !== undefined && TELLS_CHANGES[why] ? before : undefined);
  return { record, kept: false };
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
  bytes: Uint8Array | undefined,
): Promise<Result<Uint8Array, string>> {
  if (bytes === undefined) {
    return failure(`The file is larger than ${LARGEST / 2 ** 20} MiB and was not read.`);
  }
  return encrypted ? await decrypt(bytes) : success(bytes);
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
