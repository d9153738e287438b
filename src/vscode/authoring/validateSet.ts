/** “Validate Task Set”: what the files say, and what the set makes of its own answers, into the Problems panel. */
import { commands, ProgressLocation, type Uri, window, workspace } from 'vscode';
import type { Rehearsed } from '../../core/grade/rehearse.ts';
import { inReadingOrder } from '../../core/taskset/problem.ts';
import { type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { type ProviderChoice } from '../../runtime/attack/attack.ts';
import { type AuthoredSets } from './authoredSets.ts';
import { type SetProblems } from './setProblems.ts';

export interface Validating {
  readonly sets: AuthoredSets;
  readonly problems: SetProblems;
  /** where the build lies */
  readonly dist: string;
  readonly provider: () => ProviderChoice;
}

/** What a validation came to. */
export interface Validated {
  readonly problems: number;
  readonly warnings: number;
  readonly notRun: number;
  readonly cancelled: boolean;
}

/** Unsaved files of the set are saved first. Programs of the set run: who calls this has asked for trust. */
export async function validateSet(folder: Uri, parts: Validating): Promise<Validated> {
  await saveIn(folder);
  const { isGone } = await parts.sets.reread(folder);
  if (isGone) throw new Error(`there is no task set in ${folder.fsPath}.`);
  const { examineSet } = await import('../assessment.ts');
  const { inspector } = await import('./inspector.ts');
  const { variants, problems: read, warnings } = await examineSet(folder.fsPath, inspector);
  const [set] = variants;
  const isTried = set !== undefined && set.copy !== 'student';
  const {
    problems: tried,
    notRun,
    cancelled,
  } = isTried ? await rehearsed(variants, set.id, { ...parts, folder }) : NOTHING;
  const problems = inReadingOrder([...read, ...tried]);
  parts.problems.show(folder, { problems, warnings });
  if (problems.length > 0) void tellProblems(problems.length, isTried);
  else if (set !== undefined && !cancelled) tellOutcome(set, { warnings: warnings.length, notRun });
  return { problems: problems.length, warnings: warnings.length, notRun: notRun.length, cancelled };
}

const NOTHING: Rehearsed = { problems: [], notRun: [], cancelled: false, remembered: 0 };

async function saveIn(folder: Uri): Promise<void> {
  const unsaved = workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && uri.toString().startsWith(`${folder.toString()}/`),
  );
  await Promise.all(unsaved.map((document) => document.save()));
}

async function rehearsed(
  variants: readonly TaskSet[],
  id: string,
  { folder, dist, provider }: Pick<Validating, 'dist' | 'provider'> & { readonly folder: Uri },
): Promise<Rehearsed> {
  const { cacheFolder, rehearseSet } = await import('../assessment.ts');
  const title = `Validating ${id}`;
  const location = ProgressLocation.Notification;
  return await window.withProgress({ location, title, cancellable: true }, (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => {
      abort.abort();
    });
    return rehearseSet(variants, {
      folder: folder.fsPath,
      dist,
      provider: provider(),
      requireSandbox: false,
      cache: cacheFolder(),
      signal: abort.signal,
      onProgress: (done, of) => {
        progress.report({ message: `answer ${done} of ${of}`, increment: 100 / of });
      },
    });
  });
}

const SHOW = 'Show Problems';

async function tellProblems(count: number, isTried: boolean): Promise<void> {
  const words = count === 1 ? '1 problem' : `${count} problems`;
  const more = isTried ? '' : ' Its answers are tried once the files are right.';
  const chosen = await window.showWarningMessage(`The task set has ${words}.${more}`, SHOW);
  if (chosen === SHOW) await commands.executeCommand('workbench.actions.view.problems');
}

interface Outcome {
  readonly warnings: number;
  readonly notRun: Rehearsed['notRun'];
}

function tellOutcome(set: TaskSet, { warnings, notRun }: Outcome): void {
  const questions = questionsOf(set).length;
  const variants = set.variants > 0 ? `, in each of ${set.variants} variants` : '';
  const size = `${set.tasks.length} tasks, ${questions} questions, ${set.points} points${variants}`;
  const doubts = warnings === 0 ? '' : `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  const [first] = notRun;
  if (set.copy === 'student') {
    void window.showInformationMessage(
      `${set.id} is a copy for students: it can be read (${size}). Validate your own folder to try the answers.`,
    );
  } else if (first === undefined) {
    void window.showInformationMessage(`${set.id}: no problems${doubts} (${size}).`);
  } else {
    void window.showWarningMessage(
      `${set.id}: no problems found${doubts}, but ${notRun.length} answers could not be tried: ${first.reason}`,
    );
  }
}
