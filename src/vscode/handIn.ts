/** “Hand In”: the answers as they are saved become one file, after one question that says what is missing. */
import { join } from 'node:path';
import { Uri, window } from 'vscode';
import { cannotRun } from '../core/grade/codeRun.ts';
import { type HandInRules, NO_RULES } from '../core/submission/handInRules.ts';
import { type AttemptMarker, readMarker } from '../runtime/attempt/marker.ts';
import { type HandedIn, keepHandedIn } from '../runtime/submission/handedIn.ts';
import { saveCode } from './codeFiles.ts';
import { type CurrentExam } from './currentExam.ts';
import { type Exam } from './exam.ts';
import { handInDetail, submissionName } from './handInText.ts';
import { type Log } from './log.ts';
import { ownProgram } from './ownProgram.ts';
import { tellReceipt } from './receipt.ts';
import { studentName } from './studentName.ts';
import { type TaskPanels } from './taskPanels.ts';

export interface HandInParts {
  readonly current: CurrentExam;
  readonly panels: TaskPanels;
  /** where attempts are kept for good */
  readonly storage: Uri;
  readonly log: Log;
  /** how this program calls itself in submissions */
  readonly tool: string;
}

/** Given by whoever hands in without being asked. */
export interface HandInChoice {
  readonly target?: Uri;
}

/** Undefined when the student thinks better of it. Throws when the file could not be written; then there is none. */
export async function handIn(
  parts: HandInParts,
  choice: HandInChoice = {},
): Promise<HandedIn | undefined> {
  const exam = await parts.current.require();
  await parts.panels.flush();
  await keepPrograms(exam);
  if (choice.target === undefined && !(await isConfirmed(exam))) return undefined;
  const marker = await markerOf(exam);
  const rules = exam.set.public.handIn ?? NO_RULES;
  const named = await studentName(exam.folder.fsPath, marker, rules);
  if (named === undefined) return undefined;
  const name = submissionName(marker.attempt, named.student, rules.recipients.length > 0);
  const target = choice.target ?? (await askForTarget(exam, name));
  if (target === undefined) return undefined;
  await parts.panels.flush();
  const handedIn = await written(parts, { exam, marker, rules, target, ...named });
  await note(exam, handedIn, parts.log);
  void tellReceipt(handedIn);
  return handedIn;
}

/** The student's files are answers, too. What cannot be kept is told before anything is handed in. */
async function keepPrograms(exam: Exam): Promise<void> {
  if (exam.readOnly !== undefined) return;
  for (const question of exam.codeQuestions) {
    const own = await Promise.all(question.files.map((file) => ownProgram(exam, question, file)));
    const isAnswered = exam.record(question.id).answer !== undefined;
    if (!isAnswered && own.every((text) => text === undefined)) continue;
    try {
      await saveCode(exam, question);
    } catch (error) {
      // a file that is gone or unsaved is no matter of the attempt, so the dialog would not tell it
      if (exam.saveFailure === undefined) throw error;
    }
  }
}

const HAND_IN = 'Hand In';

async function isConfirmed(exam: Exam): Promise<boolean> {
  const detail = handInDetail({
    set: exam.set.public,
    record: (id) => exam.record(id),
    unreadable: exam.set.public.canGrade ? new Set() : await unreadableAnswers(exam),
    readOnly: exam.readOnly,
    saveFailure: exam.saveFailure,
  });
  const question = `Hand in “${exam.set.public.title}”?`;
  return (
    (await window.showInformationMessage(question, { modal: true, detail }, HAND_IN)) === HAND_IN
  );
}

/** Where nothing is graded here, an answer may still be none; this is the last moment to see it. */
async function unreadableAnswers(exam: Exam): Promise<ReadonlySet<string>> {
  const { grade } = await import('./assessment.ts');
  const run = cannotRun('Programs run after handing in.');
  const unreadable = new Set<string>();
  for (const { id } of exam.tasks.flatMap(({ questions }) => questions)) {
    const { answer } = exam.record(id);
    if (answer === undefined) continue;
    const { verdict } = await grade(exam.set.question(id), answer, {
      run,
      answerTo: () => undefined,
    });
    if (verdict === 'invalid') unreadable.add(id);
  }
  return unreadable;
}

async function markerOf({ folder }: Exam): Promise<AttemptMarker> {
  const marker = await readMarker(folder.fsPath);
  if (marker === undefined) {
    throw new Error(
      `${folder.fsPath} holds no exam any more: its file .exambench/attempt.json is gone.`,
    );
  }
  return marker;
}

async function askForTarget({ folder }: Exam, name: string): Promise<Uri | undefined> {
  return await window.showSaveDialog({
    title: 'Hand in: where should the file be put?',
    saveLabel: HAND_IN,
    defaultUri: Uri.joinPath(folder, name),
    filters: { Submission: [name.endsWith('.age') ? 'age' : 'zip'] },
  });
}

interface Writing {
  readonly exam: Exam;
  readonly marker: AttemptMarker;
  readonly rules: HandInRules;
  readonly target: Uri;
  readonly student?: string | undefined;
}

async function written({ storage, log, tool }: HandInParts, writing: Writing): Promise<HandedIn> {
  const { exam, marker, rules, target, student } = writing;
  const { gatherAttempt, packSubmission, saveSubmission, seal } = await import('./submitting.ts');
  const time = new Date().toISOString();
  const journalFolder = join(storage.fsPath, 'attempts', marker.attempt);
  const { variant } = exam.set.public;
  const gathered = await gatherAttempt({
    marker,
    journalFolder,
    variant,
    student,
    handedIn: time,
    tool,
  });
  const { bytes, receipt, journalLeftOut } = await packSubmission(gathered);
  if (journalLeftOut)
    log.info('The journal is too large to be handed in; the answers are all there.');
  const isSealed = rules.recipients.length > 0;
  const sealed = isSealed ? await seal(bytes, rules.recipients) : bytes;
  const path = await saveSubmission(target.fsPath, sealed);
  log.info(`Handed in: ${path}, receipt ${receipt}.`);
  return { receipt, path, time };
}

/** The submission is written: that its receipt cannot be kept is worth a line, not a failure. */
async function note(exam: Exam, handedIn: HandedIn, log: Log): Promise<void> {
  try {
    exam.noteHandedIn(await keepHandedIn(exam.folder.fsPath, handedIn));
  } catch (error) {
    exam.noteHandedIn([...exam.handedIn, handedIn]);
    log.error('The receipt could not be kept in the folder.', error);
  }
}
