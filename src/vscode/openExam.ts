/** Opens the attempt that lies in a folder, and tells what was found damaged or was restored. */
import { Uri, window } from 'vscode';
import { type AttemptOpened, openAttempt } from '../runtime/attempt/attempt.ts';
import { readMarker } from '../runtime/attempt/marker.ts';
import { refreshFiles } from '../runtime/attempt/studentFolder.ts';
import { type BundledSets } from './bundledSets.ts';
import { Exam } from './exam.ts';
import { type Log } from './log.ts';

export interface OpenExamParts {
  readonly sets: BundledSets;
  /** where attempts are kept for good */
  readonly storage: Uri;
  readonly log: Log;
}

export async function openExam(folder: Uri, { sets, storage, log }: OpenExamParts): Promise<Exam> {
  const marker = await readMarker(folder.fsPath);
  if (marker === undefined) throw new Error(`${folder.fsPath} holds no exam.`);
  const set = await sets.load(marker.taskSet);
  const opened = await openAttempt({
    journalFolder: Uri.joinPath(storage, 'attempts', marker.attempt).fsPath,
    studentFolder: folder.fsPath,
    taskSet: marker.taskSet,
    readAnswer: (question, value) => set.readAnswer(question, value),
    onCopyFailed: (error) => {
      log.report('write the second copy of your answers (they are saved all the same)', error);
    },
  });
  if (marker.version !== set.public.version) {
    log.info(
      `The attempt was started on version ${marker.version} of the exam; this is ${set.public.version}.`,
    );
  }
  tellRecovery(log, opened);
  await refreshFiles(folder.fsPath, set.types);
  return new Exam(folder, set, opened.attempt);
}

function tellRecovery(log: Log, { damage, restored, unreadable }: AttemptOpened): void {
  for (const { file, bytes } of damage) log.info(`${bytes} damaged bytes were kept in ${file}.`);
  for (const question of unreadable)
    log.info(`The copy of answer ${question} does not read as one.`);
  if (damage.length + unreadable.length > 0) {
    void window.showWarningMessage(
      'A part of the saved answers was damaged; what could be read is back. Please look through your answers.',
    );
  }
  if (restored > 0) {
    void window.showInformationMessage(
      `${restored} ${restored === 1 ? 'answer was' : 'answers were'} restored from the copy in your folder.`,
    );
  }
}
