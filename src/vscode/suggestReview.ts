/** What a language model makes of an answer. */
import { type ReviewSuggestions } from '../protocol/messages.ts';
import { type Exam } from './exam.ts';

export function suggestReview(exam: Exam, question: string): ReviewSuggestions {
  throw new Error(`Question ${exam.question(question).id} cannot be helped with yet.`);
}
