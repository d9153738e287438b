/**
 * Text questions are graded by a person. What cannot be an answer is sorted out here; what students tick against the
 * rubric themselves is told as theirs and earns nothing.
 */

import { type TextAnswer, type TextReview } from '../answer/answer.ts';
import { overlong, wordingOf } from '../answer/wording.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { type Verdict } from './verdict.ts';

type TextQuestion = QuestionOf<'text'>;

/** What every text is told. */
export const BY_PERSON = 'A person grades this answer.';

export function gradeText(question: TextQuestion, { text, review }: TextAnswer): Verdict {
  const none = { points: 0, maxPoints: question.points };
  const wording = wordingOf(text, question.language);
  if (wording.words === 0) return { verdict: 'unanswered', ...none, feedback: [] };
  const complaints = [...overlong(wording, question), ...strayTicks(question, review)];
  if (complaints.length > 0) return { verdict: 'invalid', ...none, feedback: complaints };
  if (review === undefined) {
    return { verdict: 'manual', ...none, feedback: [BY_PERSON] };
  }
  const assessment = selfAssessment(question, text, review);
  return {
    verdict: 'manual',
    ...none,
    feedback: told(assessment, question.points),
    evidence: { selfAssessment: assessment },
  };
}

function strayTicks({ rubric }: TextQuestion, review: TextReview | undefined): string[] {
  const stray = review?.met.find((index) => index >= rubric.length);
  return stray === undefined
    ? []
    : [
        `The self-assessment ticks criterion ${stray}: expected 0 to ${rubric.length - 1}, the places in the rubric.`,
      ];
}

interface SelfAssessment {
  readonly points: number;
  readonly met: readonly number[];
  /** the text is not the one that the model answer was shown for */
  readonly changed: boolean;
}

function selfAssessment(
  { rubric }: TextQuestion,
  text: string,
  review: TextReview,
): SelfAssessment {
  const ticked = rubric.map((_, index) => index).filter((index) => review.met.includes(index));
  const points = ticked.reduce((sum, index) => sum + (rubric[index]?.points ?? 0), 0);
  return { points: Math.round(points * 100) / 100, met: ticked, changed: review.of !== text };
}

function told({ points, changed }: SelfAssessment, most: number): string[] {
  const unit = most === 1 ? 'point' : 'points';
  return [
    `By your own ticks: ${points} of ${most} ${unit}; a person grades this.`,
    ...(changed ? ['The text was changed after the model answer was shown.'] : []),
  ];
}
