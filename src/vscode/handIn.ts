/** “Hand In”: the answers as they are saved become one file, after one question that says what is missing. */
import { type Uri, window } from 'vscode';
import { cannotRun } from '../core/grade/codeRun.ts';
import { NO_RULES } from '../core/submission/handInRules.ts';
import { type AttemptMarker, readMarker } from '../runtime/attempt/marker.ts';
import { type HandedIn, keepHandedIn } from '../runtime/submission/handedIn.ts';
import { type CurrentExam } from './currentExam.ts';
import { type Exam } from './exam.ts';
import { type HandInFile, putAt, putWhereAsked } from './handInFile.ts';
import { handInDetail } from './handInText.ts';
import { keepPrograms } from './keptPrograms.ts';
import { type Log } from './log.ts';
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

/** Undefined when the student thinks better of it. Throws when the file could not be put where it was told to. */
export async function handIn(
  parts: HandInParts,
  choice: HandInChoice = {},
): Promise<HandedIn | undefined> {
  const exam = await parts.current.require();
  await parts.panels.flush();
  const programs = await keepPrograms(exam);
  if (choice.target === undefined && !(await isConfirmed(exam, programs))) return undefined;
  const marker = await markerOf(exam);
  const rules = exam.set.public.handIn ?? NO_RULES;
  const named = await studentName(exam.folder.fsPath, marker, rules, parts.log);
  if (named === undefined) return undefined;
  const flush = () => parts.panels.flush();
  const file = { ...parts, exam, marker, rules, ...named, flush };
  const handedIn = await put(file, choice);
  if (handedIn === undefined) return undefined;
  await note(exam, handedIn, parts.log);
  void tellReceipt(handedIn);
  return handedIn;
}

async function put(file: HandInFile, { target }: HandInChoice): Promise<HandedIn | undefined> {
  if (target === undefined) return await putWhereAsked(file);
  const handedIn = await putAt(target, file);
  if (handedIn.ok) return handedIn.value;
  throw new Error(`${handedIn.error}.`);
}

const HAND_IN = 'Hand In';

async function isConfirmed(exam: Exam, programs: readonly string[]): Promise<boolean> {
  const detail = handInDetail({
    set: exam.set.public,
    record: (id) => exam.record(id),
    unreadable: exam.set.public.canGrade ? new Set() : await unreadableAnswers(exam),
    readOnly: exam.readOnly,
    saveFailure: exam.saveFailure,
    programs,
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

/** The submission is written: that its receipt cannot be kept is worth a line, not a failure. */
async function note(exam: Exam, handedIn: HandedIn, log: Log): Promise<void> {
  try {
    exam.noteHandedIn(await keepHandedIn(exam.folder.fsPath, handedIn));
  } catch (error) {
    exam.noteHandedIn([...exam.handedIn, handedIn]);
    log.error('The receipt could not be kept in the folder.', error);
  }
}
