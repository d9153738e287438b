/** Choice questions: single choice is right or wrong, multiple choice may be partly right. */

import { type ChoiceAnswer } from '../answer/answer.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { type Verdict, type VerdictKind } from './verdict.ts';

type ChoiceQuestion = QuestionOf<'choice'>;

export function gradeChoice(question: ChoiceQuestion, answer: ChoiceAnswer): Verdict {
  const unread = unreadChoice(question, answer);
  if (unread !== undefined) return unread;
  const maxPoints = question.points;
  const chosen = new Set(answer.selected);
  const share = creditOf(question, chosen);
  return {
    verdict: verdictOf(share),
    points: Math.round(share * maxPoints * 100) / 100,
    maxPoints,
    ...remarks(question, chosen, share),
  };
}

/** The verdict on what is no answer; undefined: it is one. */
export function unreadChoice(
  question: ChoiceQuestion,
  { selected }: ChoiceAnswer,
): Verdict | undefined {
  const maxPoints = question.points;
  const chosen = new Set(selected);
  if (chosen.size === 0) return { verdict: 'unanswered', points: 0, maxPoints, feedback: [] };
  const complaint = complaintAbout(question, chosen);
  return complaint === undefined
    ? undefined
    : { verdict: 'invalid', points: 0, maxPoints, feedback: [complaint] };
}

function complaintAbout({ multiple, options }: ChoiceQuestion, chosen: ReadonlySet<string>) {
  const ids = options.map(({ id }) => id);
  const unknown = [...chosen].find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    return `There is no option ${JSON.stringify(unknown.slice(0, 40))}: expected ${ids.join(', ')}.`;
  }
  return !multiple && chosen.size > 1
    ? `Only one option may be selected, found ${chosen.size}.`
    : undefined;
}

/** From 0 to 1. */
function creditOf({ credit, options }: ChoiceQuestion, chosen: ReadonlySet<string>): number {
  const right = options.filter(({ correct }) => correct).length;
  const hits = options.filter(({ id, correct }) => correct && chosen.has(id)).length;
  const slips = chosen.size - hits;
  if (credit === 'all-or-nothing') return hits === right && slips === 0 ? 1 : 0;
  return Math.max(0, (hits - slips) / right);
}

function verdictOf(share: number): VerdictKind {
  if (share === 1) return 'correct';
  return share === 0 ? 'wrong' : 'partial';
}

/** Speaks of what was selected; which other options are right stays unsaid. */
function remarks(
  { multiple, options }: ChoiceQuestion,
  chosen: ReadonlySet<string>,
  share: number,
): Pick<Verdict, 'feedback' | 'evidence'> {
  const judged = options.filter(({ id }) => chosen.has(id));
  const missing = share < 1 && judged.every(({ correct }) => correct);
  return {
    feedback: [
      ...judged.map(({ id, feedback }) => (multiple ? `**${id}**: ${feedback}` : feedback)),
      ...(missing ? ['What is selected is right, but it is not all.'] : []),
    ],
    evidence: {
      options: Object.fromEntries(judged.map(({ id, feedback }) => [id, feedback])),
    },
  };
}
