/** “Validate Task Set”: what the files say, and what the set makes of its own answers, into the Problems panel. */
import { commands, ProgressLocation, type Uri, window, workspace } from 'vscode';
import type { Rehearsed } from '../../core/grade/rehearse.ts';
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
  readonly notRun: number;
  readonly cancelled: boolean;
}

/** Unsaved files of the set are saved first. Programs of the set run: who calls this has asked for trust. */
export async function validateSet(folder: Uri, parts: Validating): Promise<Validated> {
  await saveIn(folder);
  const { read } = await parts.sets.reread(folder);
  if (read === undefined) throw new Error(`there is no task set in ${folder.fsPath}.`);
  if (!read.ok) {
    void tellProblems(read.error.length);
    return { problems: read.error.length, notRun: 0, cancelled: false };
  }
  const { problems, notRun, cancelled } = await rehearsed(read.value, folder, parts);
  parts.problems.show(folder, problems);
  if (problems.length > 0) void tellProblems(problems.length);
  else if (!cancelled) tellOutcome(read.value, notRun);
  return { problems: problems.length, notRun: notRun.length, cancelled };
}

async function saveIn(folder: Uri): Promise<void> {
  const unsaved = workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && uri.toString().startsWith(`${folder.toString()}/`),
  );
  await Promise.all(unsaved.map((document) => document.save()));
}

async function rehearsed(
  set: TaskSet,
  folder: Uri,
  { dist, provider }: Validating,
): Promise<Rehearsed> {
  const { cacheFolder, everyVariant, rehearseSet } = await import('../assessment.ts');
  const every = await everyVariant(folder.fsPath);
  if (!every.ok) return { problems: every.error, notRun: [], cancelled: false, remembered: 0 };
  const title = `Validating ${set.id}`;
  const location = ProgressLocation.Notification;
  return await window.withProgress({ location, title, cancellable: true }, (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => {
      abort.abort();
    });
    return rehearseSet(every.value, {
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

async function tellProblems(count: number): Promise<void> {
  const words = count === 1 ? '1 problem' : `${count} problems`;
  const chosen = await window.showWarningMessage(`The task set has ${words}.`, SHOW);
  if (chosen === SHOW) await commands.executeCommand('workbench.actions.view.problems');
}

function tellOutcome(set: TaskSet, notRun: Rehearsed['notRun']): void {
  const questions = questionsOf(set).length;
  const size = `${set.tasks.length} tasks, ${questions} questions, ${set.points} points`;
  const [first] = notRun;
  if (first === undefined) {
    void window.showInformationMessage(`${set.id}: no problems (${size}).`);
  } else {
    void window.showWarningMessage(
      `${set.id}: no problems found, but ${notRun.length} answers could not be tried: ${first.reason}`,
    );
  }
}
