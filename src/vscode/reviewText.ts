/** Model answer and rubric, for who has written an answer and does not sit an exam. */
import { overlong, wordingOf } from '../core/answer/wording.ts';
import { type QuestionOf } from '../core/taskset/taskSet.ts';
import { type AnswerOf, type TextReviewSheet } from '../protocol/messages.ts';
import { type Exam } from './exam.ts';

export function reviewText(exam: Exam, id: string): TextReviewSheet {
  const { question } = reviewable(exam, id);
  return { modelAnswer: question.modelAnswer, rubric: question.rubric };
}

/** A text and the question that it answers, once its model answer may be known. */
export interface Reviewable {
  readonly question: QuestionOf<'text'>;
  readonly answer: AnswerOf['text'];
}

/** Throws the reason when the model answer may not be shown. */
export function reviewable(exam: Exam, id: string): Reviewable {
  if (exam.set.public.mode === 'exam') {
    throw new Error('In an exam, model answers are not shown.');
  }
  if (!exam.set.public.modelAnswers) throw new Error('This exercise shows no model answers.');
  const question = exam.set.question(id);
  if (question.kind !== 'text') throw new Error(`Question ${id} is not answered with a text.`);
  const { answer } = exam.record(id);
  if (answer === undefined || !('text' in answer)) throw new Error(WRITE_FIRST);
  // Who has seen it once may see it again, whatever has become of the text.
  if (answer.review === undefined) expectAnswer(question, answer.text);
  return { question, answer };
}

const WRITE_FIRST = 'Write an answer first: then the model answer is shown.';

function expectAnswer(question: QuestionOf<'text'>, text: string): void {
  const wording = wordingOf(text, question.language);
  if (wording.words === 0) throw new Error(WRITE_FIRST);
  const [complaint] = overlong(wording, question);
  if (complaint !== undefined) throw new Error(complaint);
}
