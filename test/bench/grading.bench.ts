/** How many submissions a core grades in a second; programs aside, whose time is the students' own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type QuestionKind } from '../../src/core/answer/answer.ts';
import { failure } from '../../src/core/result.ts';
import { beginGrading } from '../../src/runtime/grading/beginGrading.ts';
import { gradeClass } from '../../src/runtime/grading/gradeClass.ts';
import { gradedFolder } from '../../src/runtime/grading/gradedSet.ts';
import { GradingFolder } from '../../src/runtime/grading/gradingFolder.ts';
import { findSubmissions } from '../../src/runtime/grading/submissionFiles.ts';
import { workerUser } from '../../src/runtime/grading/workerUser.ts';
import { type Figure } from '../support/figure.ts';
import { classOf, writeClass } from '../support/submissions.ts';
import { timed } from './work.ts';

export const name = 'grading';

const SET = fileURLToPath(new URL('../../tasks/ml1/', import.meta.url));
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const PROGRAMS: ReadonlySet<QuestionKind> = new Set(['code', 'lines']);

interface Measured {
  readonly count: number;
  readonly programs: boolean;
}

/** Submissions per second and core, once the workers are warm. */
async function pace({ count, programs }: Measured): Promise<number> {
  const root = await mkdtemp(join(tmpdir(), 'bench-grading-'));
  const set = await gradedFolder(SET);
  const students = await classOf(set.set, count, {
    weights: { right: 1, mixed: 2 },
    ...(!programs && { leaveOut: ({ kind }) => PROGRAMS.has(kind) }),
  });
  await writeClass(join(root, 'in'), students);
  const submissions = await findSubmissions(join(root, 'in'));
  const folder = new GradingFolder(join(root, 'out'));
  const { pool, head } = await beginGrading({
    set,
    folder,
    dist: DIST,
    tool: 'bench',
    provider: 'cpu',
    requireSandbox: false,
    user: await workerUser(undefined),
    seed: undefined,
  });
  const jobs = availableParallelism();
  const decrypt = () => Promise.resolve(failure('nothing is encrypted'));
  const grading = { set: set.set, head, folder, pool, jobs, again: {}, decrypt };
  await gradeClass({ ...grading, submissions: submissions.slice(0, 2 * jobs) });
  const rest = submissions.slice(2 * jobs);
  const ms = await timed(() => gradeClass({ ...grading, submissions: rest }));
  pool.close();
  await rm(root, { recursive: true });
  return (rest.length * 1000) / ms / jobs;
}

export async function run(): Promise<Figure[]> {
  const answers = await pace({ count: 24, programs: false });
  const whole = await pace({ count: 10, programs: true });
  const unit = '/s';
  return [
    { name: 'submissions a second and core', value: answers, unit, bound: { atLeast: 2 } },
    { name: 'with programs, their own time included', value: whole, unit },
  ];
}
