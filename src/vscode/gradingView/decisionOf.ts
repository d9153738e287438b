/** What the view sends of a decision, checked against its question, as it is kept on disk. */
import { type Decision } from '../../core/gradebook/gradeRecord.ts';
import { type Question } from '../../core/taskset/taskSet.ts';
import { type AnswerDecision } from '../../protocol/gradingMessages.ts';

/** Throws where points or ticks are none of the question's. */
export function decisionOf(
  { points, ticks, comment }: AnswerDecision,
  question: Question,
  now: Date,
): Decision {
  if (!(points >= 0 && points <= question.points)) {
    throw new Error(
      `Question ${question.id} has from 0 to ${question.points} points; found ${points}.`,
    );
  }
  const criteria = question.kind === 'text' ? question.rubric.length : 0;
  const stranger = ticks.find((tick) => tick >= criteria);
  if (stranger !== undefined) {
    throw new Error(`Question ${question.id} has no criterion ${stranger + 1}.`);
  }
  return {
    points,
    ...(criteria > 0 && { ticks: [...new Set(ticks)].toSorted((a, b) => a - b) }),
    ...(comment.trim() !== '' && { comment }),
    decidedAt: now.toISOString(),
  };
}
