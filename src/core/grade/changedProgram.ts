/** Which program the edits of an answer refer to: the student's own, as it stands in the other answer, or the given one. */

import { type LinesAnswer } from '../answer/answer.ts';
import { readAnswer } from '../answer/readAnswer.ts';
import { type Result, failure, success } from '../result.ts';
import { type FileTexts, type QuestionOf } from '../taskset/taskSet.ts';
import { type Grading } from './grading.ts';

export interface BaseProgram {
  readonly base: 'own' | 'given';
  readonly files: FileTexts;
}

type LinesQuestion = QuestionOf<'lines'>;

/** Or a sentence on why there is none. Own unless stated, where there is one. */
export function baseOf(
  question: LinesQuestion,
  { base }: LinesAnswer,
  answerTo: Grading['answerTo'],
): Result<BaseProgram, string> {
  const { program, entry, given } = question;
  const isGivenHere = given !== '';
  const own = base === 'given' && isGivenHere ? undefined : answerTo(program);
  if (own !== undefined) return ownProgram(question, own.answer);
  return base === 'own' || !isGivenHere
    ? failure(`The lines are those of the answer to ${program}, but there is none.`)
    : success({ base: 'given', files: { [entry.file]: given } });
}

function ownProgram(
  { program, entry }: LinesQuestion,
  given: unknown,
): Result<BaseProgram, string> {
  const answer = readAnswer('code', given);
  return answer.ok && Object.hasOwn(answer.value.files, entry.file)
    ? success({ base: 'own', files: answer.value.files })
    : failure(`The lines are those of the answer to ${program}, but that cannot be read.`);
}
