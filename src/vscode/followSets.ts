/** Keeps the open exam in step with what is installed: opens it when its set comes, tells when another has taken its place. */
import { type Disposable, window } from 'vscode';
import { readMarker } from '../runtime/attempt/marker.ts';
import { type CurrentExam } from './currentExam.ts';
import { type Exam } from './exam.ts';
import { type LoadedSet } from './loadedSet.ts';
import { type Log } from './log.ts';
import { NotInstalled, type TaskSets } from './taskSets.ts';

export interface FollowParts {
  readonly sets: Pick<TaskSets, 'onDidChange' | 'forAttempt'>;
  readonly current: Pick<CurrentExam, 'exam' | 'reopen'>;
  /** has the views send what was typed just now */
  readonly flush: () => Promise<void>;
  readonly log: Log;
}

export function followSets(parts: FollowParts): Disposable {
  return parts.sets.onDidChange(() => {
    look(parts).catch((error: unknown) => {
      parts.log.report('open the exam', error);
    });
  });
}

async function look(parts: FollowParts): Promise<void> {
  const { exam } = parts.current;
  if (exam === undefined) {
    await parts.current.reopen();
    return;
  }
  const marker = await readMarker(exam.folder.fsPath);
  if (marker?.taskSet !== exam.set.public.id) return;
  const installed = await parts.sets.forAttempt(marker).catch((error: unknown) => {
    if (error instanceof NotInstalled) return undefined;
    throw error;
  });
  if (installed === undefined) tellGone(exam);
  else if (installed.content !== exam.set.content) await offer(installed, exam, parts);
}

function tellGone({ set }: Exam): void {
  void window.showWarningMessage(
    `“${set.public.title}” is no longer installed. You can still answer and hand in here; once this window is closed, the exam opens only after it was installed again. Your answers are kept.`,
  );
}

/** Never by itself: nobody's questions change while they are being answered. */
async function offer(installed: LoadedSet, exam: Exam, parts: FollowParts): Promise<void> {
  const { title, version: before } = exam.set.public;
  const { version } = installed.public;
  const which =
    version === before
      ? `another version ${version} is installed than the one`
      : `version ${version} is installed, version ${before}`;
  const chosen = await window.showWarningMessage(
    `“${title}” has been replaced: ${which} that is open here. Your answers are kept either way.`,
    `Go On with ${version === before ? 'the Other' : version}`,
  );
  if (chosen === undefined || parts.current.exam !== exam) return;
  await parts.flush();
  await parts.current.reopen();
}
