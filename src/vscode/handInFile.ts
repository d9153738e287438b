/** The file that is handed in: where the student wants it, and another place if it cannot be put there. */
import { join } from 'node:path';
import { Uri, window } from 'vscode';
import { type Result, failure, success } from '../core/result.ts';
import { type HandInRules } from '../core/submission/handInRules.ts';
import { type AttemptMarker } from '../runtime/attempt/marker.ts';
import { type HandedIn } from '../runtime/submission/handedIn.ts';
import { type Exam } from './exam.ts';
import { submissionName } from './handInText.ts';
import { type Log } from './log.ts';

/** What is written, by whom. */
export interface HandInFile {
  readonly exam: Exam;
  readonly marker: AttemptMarker;
  readonly rules: HandInRules;
  readonly student?: string | undefined;
  /** where attempts are kept for good */
  readonly storage: Uri;
  /** how this program calls itself in submissions */
  readonly tool: string;
  readonly log: Log;
  /** has the views send what was typed just now */
  readonly flush: () => Promise<void>;
}

/** Undefined when the student thinks better of it. */
export async function putWhereAsked(file: HandInFile): Promise<HandedIn | undefined> {
  for (;;) {
    const target = await askForTarget(file);
    if (target === undefined) return undefined;
    const put = await putAt(target, file);
    if (put.ok) return put.value;
    file.log.error(`Not handed in: ${put.error}.`);
    if (!(await wantsAnotherPlace(put.error))) return undefined;
  }
}

/** Fails, in words, when the file cannot be put there; then there is none. */
export async function putAt(target: Uri, file: HandInFile): Promise<Result<HandedIn, string>> {
  await file.flush();
  const { packSubmission, saveSubmission, seal } = await import('./submitting.ts');
  const time = new Date().toISOString();
  const { bytes, receipt, journalLeftOut } = await packSubmission(await gathered(file, time));
  const { rules, log } = file;
  if (journalLeftOut) log.info('The journal is too large to be handed in; the answers are there.');
  const isSealed = rules.recipients.length > 0;
  const saved = await saveSubmission(
    target.fsPath,
    isSealed ? await seal(bytes, rules.recipients) : bytes,
  );
  if (!saved.ok) return failure(saved.error);
  log.info(`Handed in: ${saved.value}, receipt ${receipt}.`);
  return success({ receipt, path: saved.value, time });
}

async function gathered({ exam, marker, student, storage, tool }: HandInFile, handedIn: string) {
  const { gatherAttempt } = await import('./submitting.ts');
  const journalFolder = join(storage.fsPath, 'attempts', marker.attempt);
  const { variant } = exam.set.public;
  return await gatherAttempt({ marker, journalFolder, variant, student, handedIn, tool });
}

async function askForTarget(file: HandInFile): Promise<Uri | undefined> {
  const { exam, marker, student, rules } = file;
  const { freePath } = await import('./submitting.ts');
  const name = submissionName(marker.attempt, student, rules.recipients.length > 0);
  return await window.showSaveDialog({
    title: 'Hand in: where should the file be put?',
    saveLabel: 'Hand In',
    defaultUri: Uri.file(await freePath(join(exam.folder.fsPath, name))),
    filters: { Submission: [name.endsWith('.age') ? 'age' : 'zip'] },
  });
}

const ANOTHER_PLACE = 'Choose Another Place…';

async function wantsAnotherPlace(reason: string): Promise<boolean> {
  const detail = `${reason}. Your answers are kept. Choose another folder, such as your home folder or a stick.`;
  const sentence = 'Not handed in: the file could not be put there.';
  const options = { modal: true, detail: detail.charAt(0).toUpperCase() + detail.slice(1) };
  return (await window.showErrorMessage(sentence, options, ANOTHER_PLACE)) === ANOTHER_PLACE;
}
