/**
 * How many submissions a core grades in a second, and of how many it writes the pages; programs aside, whose time is the
 * students' own. By the clock, which others on the machine slow down, and by the processor time of the grader and its workers.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type QuestionKind } from '../../src/core/answer/answer.ts';
import { type GradeRecord } from '../../src/core/gradebook/gradeRecord.ts';
import { failure } from '../../src/core/result.ts';
import { writeResults } from '../../src/runtime/gradebook/writeResults.ts';
import { beginGrading } from '../../src/runtime/grading/beginGrading.ts';
import { type GradedSubmission, gradeClass } from '../../src/runtime/grading/gradeClass.ts';
import { gradedFolder } from '../../src/runtime/grading/gradedSet.ts';
import { GradingFolder } from '../../src/runtime/grading/gradingFolder.ts';
import { findSubmissions } from '../../src/runtime/grading/submissionFiles.ts';
import { workerUser } from '../../src/runtime/grading/workerUser.ts';
import { processorMs, treeBelow } from '../hostile/class/processes.ts';
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

interface Pace {
  /** submissions per second and core, by the clock */
  readonly graded: number;
  /** likewise for each second of processor time; undefined where the system does not tell it */
  readonly computed: number | undefined;
  /** pages of students written in a second */
  readonly written: number;
}

/** Once the workers are warm. */
async function pace({ count, programs }: Measured): Promise<Pace> {
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
    ...START,
    set,
    folder,
    user: await workerUser(undefined),
  });
  const jobs = availableParallelism();
  const records: GradeRecord[] = [];
  const onProgress = ({ record }: GradedSubmission): void => void records.push(record);
  const grading = { set: set.set, head, folder, pool, jobs, again: {}, decrypt, onProgress };
  await gradeClass({ ...grading, submissions: submissions.slice(0, 2 * jobs) });
  const rest = submissions.slice(2 * jobs);
  const before = await spentMs();
  const ms = await timed(() => gradeClass({ ...grading, submissions: rest }));
  const spent = (await spentMs()) - before;
  pool.close();
  const writing = await timed(() => writeResults({ folder, set, records, dist: DIST }));
  await rm(root, { recursive: true });
  return {
    graded: (rest.length * 1000) / ms / jobs,
    computed: process.platform === 'linux' ? (rest.length * 1000) / spent : undefined,
    written: (records.length * 1000) / writing,
  };
}

const START = {
  dist: DIST,
  tool: 'bench',
  provider: 'cpu',
  requireSandbox: false,
  seed: undefined,
} as const;

const decrypt = () => Promise.resolve(failure('nothing is encrypted'));

/** Of this process and its workers, without what they have run for students. */
async function spentMs(): Promise<number> {
  const { user, system } = process.cpuUsage();
  const below = await treeBelow(process.pid);
  const workers = below.filter(({ line }) => line.includes('gradingWorker.mjs'));
  const spent = await Promise.all(workers.map(({ pid }) => processorMs(pid)));
  return spent.reduce((sum, ms) => sum + ms, (user + system) / 1000);
}

export async function run(): Promise<Figure[]> {
  const { graded, computed, written } = await pace({ count: 24, programs: false });
  const whole = await pace({ count: 10, programs: true });
  const unit = '/s';
  const bound = { atLeast: 2 };
  return [
    { name: 'submissions a second and core', value: graded, unit, bound },
    ...(computed === undefined
      ? []
      : [{ name: 'the same by processor time', value: computed, unit, bound } as const]),
    { name: 'pages of students', value: written, unit },
    { name: 'with programs, their own time included', value: whole.graded, unit },
  ];
}
