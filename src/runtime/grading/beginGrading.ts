/** Before the first submission: a pool of workers, its sandbox, and a seed with which the author's own programs pass. */
import { type Limits, type ProviderChoice } from '../attack/attack.ts';
import { type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { type UserIds } from '../process/child.ts';
import { type Isolation } from '../sandbox/isolation.ts';
import { fairness, REFERENCE_JOB, referenceAnswers } from './fairSeed.ts';
import { type GradedSet } from './gradedSet.ts';
import { type GradingFolder, type GradingHead, newSeed } from './gradingFolder.ts';
import { WorkerPool } from './workerPool.ts';

export interface GradingStart {
  readonly set: GradedSet;
  readonly folder: GradingFolder;
  /** folder of the built programs */
  readonly dist: string;
  readonly tool: string;
  readonly provider: ProviderChoice;
  readonly requireSandbox: boolean;
  /** of students' programs; the usual ones where they are missing */
  readonly limits?: Partial<Limits> | undefined;
  readonly user: UserIds | undefined;
  /** undefined: the one of before, or a new one */
  readonly seed: string | undefined;
}

export interface Begun {
  readonly pool: WorkerPool;
  readonly head: GradingHead;
  /** the folder holds records that were made with another task set or seed */
  readonly isRegrading: boolean;
}

/** So many seeds in a row cannot all be unlucky. */
const MOST_SEEDS = 5;

/** Throws an Error that says what is missing. */
export async function beginGrading(start: GradingStart): Promise<Begun> {
  const before = await start.folder.head();
  const { set, content } = start.set;
  if (before !== undefined && before.taskSet !== set.id) {
    throw new Error(
      `${start.folder.path} holds a grading of the task set '${before.taskSet}', not of '${set.id}'`,
    );
  }
  const { pool, seed, isolation } = await fairPool(start, start.seed ?? before?.seed);
  const head: GradingHead = {
    format: 1,
    taskSet: set.id,
    version: set.version,
    content,
    seed,
    tool: start.tool,
    isolation,
    started: before?.started ?? new Date().toISOString(),
  };
  const isSame = before?.content === content && before.seed === seed;
  await (isSame ? start.folder.writeHead(head) : start.folder.begin(head));
  return { pool, head, isRegrading: before !== undefined && !isSame };
}

interface FairPool {
  readonly pool: WorkerPool;
  readonly seed: string;
  readonly isolation: Isolation;
}

async function fairPool(start: GradingStart, wanted: string | undefined): Promise<FairPool> {
  let reason = '';
  for (let tries = 0; tries < MOST_SEEDS; tries += 1) {
    const seed = (tries === 0 ? wanted : undefined) ?? newSeed();
    const pool = openPool(start, seed);
    const tried = await triedOut(start, pool).catch((error: unknown) => {
      pool.close();
      throw error;
    });
    if (tried.unfair === undefined) return { pool, seed, isolation: tried.isolation };
    pool.close();
    reason = tried.unfair;
    if (start.seed !== undefined) break;
  }
  throw new Error(`${reason}; 'exambench validate' tells more`);
}

interface TriedOut {
  readonly isolation: Isolation;
  /** why the seed is no good, if it is not */
  readonly unfair: string | undefined;
}

async function triedOut(
  { set: { set }, requireSandbox }: GradingStart,
  pool: WorkerPool,
): Promise<TriedOut> {
  const { isolation, note } = await pool.probe();
  const answers = referenceAnswers(set);
  if (answers === undefined) return { isolation, unfair: undefined };
  if (requireSandbox && isolation !== 'bubblewrap') throw new Error(noSandbox(note));
  const graded = await pool.grade(REFERENCE_JOB, answers);
  if (!graded.ok) throw new Error(`the reference programs could not be run: ${graded.reason}`);
  const verdict = fairness(set, graded.record);
  if (verdict.fair === undefined) throw new Error(`programs cannot be run here: ${verdict.reason}`);
  return { isolation, unfair: verdict.fair ? undefined : verdict.reason };
}

/** A sentence without its full stop. */
export function noSandbox(note = 'bubblewrap is not there'): string {
  return `the operating system offers no sandbox for the students' programs: ${note}. Use a machine that has one, or --unsafe-no-sandbox if you trust all of them`;
}

/** Longest time for one question, by kind; a program may use its limit several times over. */
const PATIENCE_MS = { pure: 60_000, code: 150_000, lines: 300_000 };

/** No honest submission takes a tenth of it. */
const HEAP_MIB = 2048;

/** With what a pool's verdicts are found, but for the seed. */
export type PoolStart = Omit<GradingStart, 'folder' | 'seed'>;

export function openPool({ set, dist, user, ...start }: PoolStart, seed: string): WorkerPool {
  const { files, content, bytesOf } = set;
  return new WorkerPool({
    dist,
    user,
    heapMiB: HEAP_MIB,
    fileBytes: bytesOf,
    patience: patienceFor(set.set),
    settings: {
      texts: [...files.texts],
      binaries: [...files.binaries],
      content,
      seed,
      tool: start.tool,
      provider: start.provider,
      requireSandbox: start.requireSandbox,
      limits: start.limits,
    },
  });
}

function patienceFor(set: TaskSet): (question: string | undefined) => number {
  const kinds = new Map(questionsOf(set).map(({ id, kind }) => [id, kind]));
  return (question) => {
    const kind = question === undefined ? undefined : kinds.get(question);
    return kind === 'code' || kind === 'lines' ? PATIENCE_MS[kind] : PATIENCE_MS.pure;
  };
}
