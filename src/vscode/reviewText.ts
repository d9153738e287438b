/** Model answer and rubric, for who has written an answer. */
import { type TextReviewSheet } from '../protocol/messages.ts';
import { type Exam } from './exam.ts';

export function reviewText(exam: Exam, question: string): TextReviewSheet {
  throw new Error(`Question ${exam.question(question).id} cannot be helped with yet.`);
}
