/**
 * Writes what persons decide into `decisions/`. Several windows may write at once: each change is merged into what is
 * there at that moment, question by question, under a lock that is held for that moment only.
 */
import { join } from 'node:path';
import { type Decision, type Decisions } from '../../core/gradebook/gradeRecord.ts';
import { errorCode } from '../attempt/durableFile.ts';
import { lockSoon } from '../grading/folderLock.ts';
import { type GradingFolder } from '../grading/gradingFolder.ts';

export interface DecisionChange {
  readonly submission: string;
  readonly question: string;
  /** undefined takes it back */
  readonly decision: Decision | undefined;
  /** leave it alone unless this is what stands there */
  readonly onlyOver?: Decision | undefined;
}

export interface DecisionChanged {
  readonly submission: string;
  /** on disk, until now */
  readonly before: Decision | undefined;
  readonly isDone: boolean;
}

/** What is wrong with the file of one submission; the message does not say which. */
export class DecisionsFailed extends Error {
  override readonly name = 'DecisionsFailed';
  readonly submission: string;

  constructor(submission: string, message: string, cause: unknown) {
    super(message, { cause });
    this.submission = submission;
  }
}

const PATIENCE_MS = 10_000;

/**
 * All of them or none, at most one of each submission. Resolves once it is on disk. Throws DecisionsFailed where a file
 * cannot be read or written: what cannot be read is never overwritten.
 */
export async function changeDecisions(
  folder: GradingFolder,
  changes: readonly DecisionChange[],
): Promise<DecisionChanged[]> {
  const unlock = await lockSoon(join(folder.path, 'decisions'), PATIENCE_MS);
  try {
    const planned: Planned[] = [];
    for (const change of changes) planned.push(await plannedChange(folder, change));
    await writeAll(
      folder,
      planned.filter(({ changed }) => changed.isDone),
    );
    return planned.map(({ changed }) => changed);
  } finally {
    await unlock();
  }
}

interface Planned {
  readonly changed: DecisionChanged;
  readonly before: Decisions | undefined;
  readonly after: Decisions;
}

async function plannedChange(folder: GradingFolder, change: DecisionChange): Promise<Planned> {
  const { submission, question, decision, onlyOver } = change;
  const before = await read(folder, submission);
  const all = new Map(Object.entries(before?.questions ?? {}));
  const old = all.get(question);
  if (decision === undefined) all.delete(question);
  else all.set(question, decision);
  return {
    changed: {
      submission,
      before: old,
      isDone: onlyOver === undefined || isSameDecision(old, onlyOver),
    },
    before,
    after: { format: 1, submission, ...before, questions: Object.fromEntries(all) },
  };
}

export function isSameDecision(one: Decision | undefined, other: Decision | undefined): boolean {
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}

const told = (decision: Decision | undefined): unknown =>
  decision && [decision.points, decision.ticks, decision.comment, decision.decidedAt];

async function read(folder: GradingFolder, submission: string): Promise<Decisions | undefined> {
  try {
    return await folder.decisions(submission);
  } catch (error) {
    throw new DecisionsFailed(submission, 'the file of its decisions cannot be read', error);
  }
}

async function writeAll(folder: GradingFolder, planned: readonly Planned[]): Promise<void> {
  const written: Planned[] = [];
  for (const each of planned) {
    const { submission } = each.changed;
    try {
      await folder.writeDecisions(submission, each.after);
      written.push(each);
    } catch (error) {
      for (const done of written) await putBack(folder, done);
      const why = errorCode(error) ?? 'an unknown fault';
      throw new DecisionsFailed(submission, `its decisions cannot be written (${why})`, error);
    }
  }
}

/** As good as can be: the failure itself is what is told. */
async function putBack(folder: GradingFolder, { changed, before, after }: Planned): Promise<void> {
  const { submission } = changed;
  await folder
    .writeDecisions(submission, before ?? { ...after, questions: {} })
    .catch(() => undefined);
}
