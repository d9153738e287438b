/** What `exambench grade` does: opens the set, starts the workers, grades, writes the results, and says what came out. */

import { availableParallelism } from 'node:os';
import { finalGrade } from '../core/gradebook/finalGrade.ts';
import { type Decisions, type GradeRecord } from '../core/gradebook/gradeRecord.ts';
import { type ProviderChoice } from '../runtime/attack/attack.ts';
import { writeResults } from '../runtime/gradebook/writeResults.ts';
import { beginGrading, type Begun, type GradingStart } from '../runtime/grading/beginGrading.ts';
import { lockFolder } from '../runtime/grading/folderLock.ts';
import { gradeClass } from '../runtime/grading/gradeClass.ts';
import { type GradedSet } from '../runtime/grading/gradedSet.ts';
import { GradingFolder, setPlace } from '../runtime/grading/gradingFolder.ts';
import { findSubmissions, type SubmissionFile } from '../runtime/grading/submissionFiles.ts';
import { type Again } from '../runtime/grading/pending.ts';
import { workerUser } from '../runtime/grading/workerUser.ts';
import { type UserIds } from '../runtime/process/child.ts';
import { toolName } from '../runtime/toolName.ts';
import { againOf } from './againOf.ts';
import { type CommandIo, type ExitCode, UsageError } from './command.ts';
import { distFolder } from './distFolder.ts';
import { GradeProgress } from './gradeProgress.ts';
import type { GradingQueue } from './gradeQueue.ts';
import { summaryJson, summaryOf, summaryText } from './gradeSummary.ts';
import { type Keys, openKeys } from './gradeKeys.ts';
import { isolationText } from './isolationText.ts';
import { askPassphrase } from './passphrase.ts';
import { untilInterrupted } from './untilInterrupted.ts';

export interface GradeOptions {
  readonly set: string;
  readonly submissions: string;
  readonly out: string;
  readonly key: string | undefined;
  readonly jobs: number | undefined;
  readonly seed: string | undefined;
  readonly provider: ProviderChoice;
  readonly user: string | undefined;
  /** address of the server through which other machines grade */
  readonly queue: string | undefined;
  readonly only: readonly string[] | undefined;
  readonly questions: readonly string[] | undefined;
  readonly json: boolean;
  readonly requireSandbox: boolean;
}

export async function gradeFolder(options: GradeOptions, io: CommandIo): Promise<ExitCode> {
  const keys = await openKeys(options.key, askPassphrase);
  const set = await keys.openSet(options.set);
  const submissions = await findSubmissions(options.submissions);
  const again = againOf(options, set.set, submissions);
  if (!keys.canDecrypt && submissions.some(({ encrypted }) => encrypted)) {
    throw new UsageError('some submissions are encrypted (*.zip.age): --key FILE is missing');
  }
  const folder = new GradingFolder(options.out);
  const unlock = await lockFolder(options.out);
  try {
    const queue = await queueOf(options);
    return await gradeInto(folder, { options, io, keys, set, submissions, again, queue });
  } finally {
    await unlock();
  }
}

/** Loaded only where it is asked for. */
async function queueOf({ queue, out }: GradeOptions): Promise<GradingQueue | undefined> {
  if (queue === undefined) return undefined;
  const { GradingQueue } = await import('./gradeQueue.ts');
  return await GradingQueue.open(queue, out);
}

interface Work {
  readonly options: GradeOptions;
  readonly io: CommandIo;
  readonly keys: Keys;
  readonly set: GradedSet;
  readonly submissions: readonly SubmissionFile[];
  readonly again: Again;
  readonly queue: GradingQueue | undefined;
}

async function gradeInto(folder: GradingFolder, work: Work): Promise<ExitCode> {
  const { options, io, set, queue } = work;
  let begun: Begun | undefined;
  try {
    const user = await workerUser(options.user);
    const submissions = (await folder.head())?.submissions;
    begun = await beginGrading(startOf(folder, work, user));
    const head = { ...begun.head, set: setPlace(folder.path, options.set), submissions };
    await folder.writeHead(head);
    io.stderr(isolationText(head.isolation, user));
    const records = await graded(folder, work, begun);
    if (records === undefined) return ended(folder, io);
    await folder.writeHead({ ...head, submissions: records.map((each) => each.submission) });
    const results = await writeResults({ folder, set, records, dist: distFolder });
    const summary = summaryOf(results, folder.path);
    io.stdout(options.json ? summaryJson(summary) : summaryText(summary));
    return summary.waiting === 0 ? 0 : 1;
  } finally {
    begun?.pool.close();
    queue?.close();
  }
}

function startOf(
  folder: GradingFolder,
  { options, set }: Work,
  user: UserIds | undefined,
): GradingStart {
  const { seed, provider, requireSandbox } = options;
  const tool = toolName(distFolder);
  return { set, folder, dist: distFolder, tool, provider, requireSandbox, user, seed };
}

/** undefined: ended before all were graded. */
async function graded(
  folder: GradingFolder,
  { options, io, keys, set, submissions, again, queue }: Work,
  { pool: local, head }: Begun,
): Promise<readonly GradeRecord[] | undefined> {
  const progress = new GradeProgress(io, submissions.length);
  const records = new Map<string, GradeRecord>();
  const pool = (await queue?.poolFor({ set, head, options, local, progress })) ?? local;
  const jobs = options.jobs ?? queue?.jobs ?? availableParallelism();
  const isDone = await untilInterrupted((signal) =>
    gradeClass({
      set: set.set,
      head,
      folder,
      submissions,
      pool,
      jobs: Math.min(jobs, submissions.length),
      again,
      decrypt: keys.decrypt,
      signal,
      onProgress: async ({ record, kept }) => {
        records.set(record.submission, record);
        const decisions = kept ? undefined : await decisionsOn(folder, record);
        progress.add(finalGrade({ record, decisions }, set.setOf(record.variant)), kept);
      },
    }),
  );
  if (isDone) await queue?.empty();
  progress.end();
  return isDone
    ? submissions.flatMap(({ submission }) => records.get(submission) ?? [])
    : undefined;
}

/** Those that cannot be read are told when the results are written. */
function decisionsOn(
  folder: GradingFolder,
  { submission }: GradeRecord,
): Promise<Decisions | undefined> {
  return folder.decisions(submission).catch(() => undefined);
}

function ended(folder: GradingFolder, io: CommandIo): ExitCode {
  io.stderr(
    `Ended. What was graded is kept in ${folder.path}; the same command goes on from there.\n`,
  );
  return 2;
}
