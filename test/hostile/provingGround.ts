/**
 * Where hostile submissions are graded for real: the bundled exam, a pool of workers, the sandbox, low limits. Without
 * the operating system's sandbox nothing of theirs is run.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Answer } from '../../src/core/answer/answer.ts';
import { type GradeRecord } from '../../src/core/gradebook/gradeRecord.ts';
import { type TaskSet } from '../../src/core/taskset/taskSet.ts';
import { type Limits } from '../../src/runtime/attack/attack.ts';
import { openPool } from '../../src/runtime/grading/beginGrading.ts';
import { gradedFolder } from '../../src/runtime/grading/gradedSet.ts';
import { type SubmissionJob } from '../../src/runtime/grading/job.ts';
import { type WorkerPool } from '../../src/runtime/grading/workerPool.ts';
import { workerUser } from '../../src/runtime/grading/workerUser.ts';
import { submissionOf } from '../support/submissions.ts';

export const EXAM = join(import.meta.dirname, '../../tasks/ml1');

/** Low, so that who tries to harm is through with it soon; honest programs get the usual limits. */
export const LOW_LIMITS: Limits = {
  wallMs: 3000,
  memoryMiB: 256,
  outputBytes: 10_000,
  frameBytes: 2 ** 20,
};

/** Any one on which the author's own programs pass. */
const SEED = '0123456789abcdef'.repeat(2);

export class ProvingGround {
  readonly set: TaskSet;
  readonly #pool: WorkerPool;

  /** `dist`: folder of the built programs; `limits`: of students' programs. Rejects where there is no sandbox. */
  static async open(dist: string, limits: Partial<Limits> = {}): Promise<ProvingGround> {
    const set = await gradedFolder(EXAM);
    const user = await workerUser(undefined);
    const start = { set, dist, user, tool: 'exambench test', provider: 'cpu' } as const;
    const pool = openPool({ ...start, requireSandbox: true, limits }, SEED);
    const { isolation, note = '' } = await pool.probe();
    if (isolation === 'bubblewrap') return new ProvingGround(set.set, pool);
    pool.close();
    throw new Error(`hostile programs are run in a sandbox only: ${note}`);
  }

  private constructor(set: TaskSet, pool: WorkerPool) {
    this.set = set;
    this.#pool = pool;
  }

  close(): void {
    this.#pool.close();
  }

  /** What was handed in, whatever it is. Throws where there is no record. */
  async grade(bytes: Uint8Array, form: SubmissionJob['form'] = 'archive'): Promise<GradeRecord> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const graded = await this.#pool.grade({ submission: 'tried', form, sha256 }, bytes);
    if (!graded.ok) throw new Error(`there is no record: ${graded.cause}, ${graded.reason}`);
    return graded.record;
  }

  async gradeAnswers(answers: Readonly<Record<string, Answer>>): Promise<GradeRecord> {
    return await this.grade(await submissionOf(this.set, answers));
  }
}

/** The answer to the exam's programming question. */
export function programAnswer(source: string): Answer {
  return { files: { 'adversarial.ts': source } };
}

/** Does the work for each entry, `lanes` at a time; results are in the order of the entries. */
export async function inLanes<T, R>(
  entries: readonly T[],
  lanes: number,
  work: (entry: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = entries.entries();
  const lane = async (): Promise<void> => {
    for (const [index, entry] of queue) results[index] = await work(entry);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
