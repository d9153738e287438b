/** Text questions are graded by a person; only what cannot be an answer is sorted out here. */

import { type TextAnswer } from '../answer/answer.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { type Verdict } from './verdict.ts';

export function gradeText(question: QuestionOf<'text'>, { text }: TextAnswer): Verdict {
  const { points: maxPoints, maxWords } = question;
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  if (words === 0) return { verdict: 'unanswered', points: 0, maxPoints, feedback: [] };
  if (maxWords !== undefined && words > maxWords) {
    const complaint = `The answer may have at most ${maxWords} words, found ${words}.`;
    return { verdict: 'invalid', points: 0, maxPoints, feedback: [complaint] };
  }
  return { verdict: 'manual', points: 0, maxPoints, feedback: ['A person grades this answer.'] };
}
