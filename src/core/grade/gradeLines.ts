/** Changes of a program by line numbers: the edits are made, and the changed program is run. */

import { type LinesAnswer } from '../answer/answer.ts';
import { applyEdits } from '../program/applyEdits.ts';
import { isSameCode } from '../program/sameCode.ts';
import { type Result, failure, success } from '../result.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { type BaseProgram, baseOf } from './changedProgram.ts';
import { type Grading } from './grading.ts';
import { judgeRun } from './judgeRun.ts';
import { type Verdict } from './verdict.ts';

type LinesQuestion = QuestionOf<'lines'>;

export async function gradeLines(
  question: LinesQuestion,
  answer: LinesAnswer,
  { run, answerTo }: Grading,
): Promise<Verdict> {
  const read = readEdits(question, answer, answerTo);
  if (!read.ok) return read.error;
  const { program, before, after } = read.value;
  const verdict = await judged(question, program, { before, after, run });
  return { ...verdict, evidence: { base: program.base, ...verdict.evidence } };
}

interface Edited {
  readonly program: BaseProgram;
  /** text of the file that is changed, and what becomes of it */
  readonly before: string;
  readonly after: string;
}

/** The changed program, or the verdict on edits that cannot be made. */
export function readEdits(
  question: LinesQuestion,
  answer: LinesAnswer,
  answerTo: Grading['answerTo'],
): Result<Edited, Verdict> {
  const program = baseOf(question, answer, answerTo);
  if (!program.ok) return failure(invalid(question, [program.error]));
  const { base, files } = program.value;
  const text = files[question.entry.file] ?? '';
  const edited = applyEdits(text, answer.edits);
  if (edited.complaints.length > 0) {
    const evidence = { base, complaints: edited.complaints.slice(0, MOST) };
    return failure({ ...invalid(question, fewOf(edited.complaints)), evidence });
  }
  if (edited.text.length > LONGEST) {
    const complaint = `The changed program has ${edited.text.length} characters; at most ${LONGEST} can be run.`;
    return failure(invalid(question, [complaint]));
  }
  return success({ program: program.value, before: text, after: edited.text });
}

/** Of the changed program, in characters; what a code answer may have. */
const LONGEST = 200_000;

interface Changed {
  readonly before: string;
  readonly after: string;
  readonly run: Grading['run'];
}

/** Who changes nothing says that nothing has to change: that is right or wrong, not half right. */
async function judged(
  question: LinesQuestion,
  { files }: BaseProgram,
  { before, after, run }: Changed,
): Promise<Verdict> {
  const changed = { before: files, after: { ...files, [question.entry.file]: after } };
  const verdict = judgeRun(question, await run.lines(question, changed));
  if (verdict.verdict !== 'partial' || !isSameCode(before, after)) return verdict;
  return { ...verdict, verdict: 'wrong', points: 0 };
}

function invalid({ points: maxPoints }: LinesQuestion, feedback: readonly string[]): Verdict {
  return { verdict: 'invalid', points: 0, maxPoints, feedback };
}

const MOST = 100;
const SHOWN = 5;

function fewOf(complaints: readonly { readonly message: string }[]): string[] {
  const shown = complaints.slice(0, SHOWN).map(({ message }) => message);
  const more = complaints.length - shown.length;
  return more === 0 ? shown : [...shown, `${more} more edits cannot be made.`];
}
