/** Opens the attempt that lies in a folder, and tells what was found damaged or was restored. */
import { Uri, window } from 'vscode';
import { type Answer } from '../core/answer/answer.ts';
import { type AttemptOpened, openAttempt } from '../runtime/attempt/attempt.ts';
import { type AttemptMarker, readMarker } from '../runtime/attempt/marker.ts';
import { refreshFiles } from '../runtime/attempt/studentFolder.ts';
import { readHandedIn } from '../runtime/submission/handedIn.ts';
import { Exam } from './exam.ts';
import { type LoadedSet } from './loadedSet.ts';
import { type Log } from './log.ts';
import { type TaskSets } from './taskSets.ts';

export interface OpenExamParts {
  readonly sets: Pick<TaskSets, 'forAttempt'>;
  /** where attempts are kept for good */
  readonly storage: Uri;
  readonly log: Log;
}

export async function openExam(folder: Uri, { sets, storage, log }: OpenExamParts): Promise<Exam> {
  const marker = await readMarker(folder.fsPath);
  if (marker === undefined) throw new Error(`${folder.fsPath} holds no exam.`);
  const set = await sets.forAttempt(marker);
  const opened = await openAttempt({
    journalFolder: Uri.joinPath(storage, 'attempts', marker.attempt).fsPath,
    studentFolder: folder.fsPath,
    taskSet: marker.taskSet,
    readAnswer: (question, value) => set.readAnswer(question, value),
    ...(hasChanged(marker, set) && {
      fits: (question: string, answer: Answer) => set.readAnswer(question, answer) !== undefined,
    }),
    onCopyFailed: (error) => {
      log.report('write the second copy of your answers (they are saved all the same)', error);
    },
  });
  if (hasChanged(marker, set)) tellOtherContent(log, { marker, set, setAside: opened.setAside });
  tellRecovery(log, opened);
  await refreshFiles(folder.fsPath, set.types);
  const exam = new Exam(folder, set, opened.attempt);
  exam.noteHandedIn(await readHandedIn(folder.fsPath));
  return exam;
}

function hasChanged({ content }: AttemptMarker, set: LoadedSet): boolean {
  return content !== undefined && content !== set.content;
}

interface Changed {
  readonly marker: AttemptMarker;
  readonly set: LoadedSet;
  readonly setAside: readonly string[];
}

/** Answers stay; but who sits an exam has to know when its questions are others than before. */
function tellOtherContent(log: Log, { marker, set, setAside }: Changed): void {
  const { version, tasks } = set.public;
  const versions = marker.version === version ? version : `${marker.version}, now ${version}`;
  const ids = new Set(tasks.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const open = setAside.filter((id) => ids.has(id));
  const anew = open.length === 0 ? '' : ` To be answered anew: ${open.join(', ')}.`;
  const sentence = `This exam has changed since you began it (version ${versions}). Your answers are kept; please look through them.${anew}`;
  log.info(`${sentence} It was ${marker.content ?? 'unknown'}, it is ${set.content}.`);
  void window.showWarningMessage(sentence);
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
