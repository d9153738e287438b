/** What edits by line number make of a program: at once, for the diff beside them. */
import { applyEdits } from '../core/program/applyEdits.ts';
import { type QuestionOf } from '../core/taskset/taskSet.ts';
import { type AnswerOf, type EditsPreview } from '../protocol/messages.ts';
import { type Exam } from './exam.ts';
import { ownProgram, standingOf } from './ownProgram.ts';

interface Edited {
  readonly question: string;
  readonly answer: AnswerOf['lines'];
}

/** The given program answers the code question, so it is shown only to who has asked for it, and never in an exam. */
export async function previewEdits(
  exam: Exam,
  { question, answer }: Edited,
): Promise<EditsPreview> {
  const { program, entry, given } = linesSource(exam, question);
  const code = exam.codeQuestion(program);
  const text = await ownProgram(exam, code, entry.file);
  const own = standingOf(exam, code, { file: entry.file, text });
  const takesGiven = answer.base === 'given' && exam.set.public.modelAnswers;
  const changed = takesGiven ? given : text;
  if (changed === undefined) return { base: 'none', own, rows: [], complaints: [] };
  const { rows, complaints } = applyEdits(changed, answer.edits);
  return { base: takesGiven ? 'given' : 'own', own, rows, complaints };
}

function linesSource(exam: Exam, id: string): QuestionOf<'lines'> {
  const question = exam.set.question(id);
  if (question.kind === 'lines') return question;
  throw new Error(`Question ${id} is not answered by changing a program.`);
}
