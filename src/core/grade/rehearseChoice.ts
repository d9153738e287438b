/** The selections by which a choice question is tried on itself: the right one, and each option alone. */

import { type QuestionOf } from '../taskset/taskSet.ts';
import { found, fullPoints } from './expected.ts';
import { type Rehearsal } from './rehearsal.ts';
import { type Verdict } from './verdict.ts';

type ChoiceQuestion = QuestionOf<'choice'>;
type Option = ChoiceQuestion['options'][number];

export function choiceRehearsals(question: ChoiceQuestion): Rehearsal[] {
  const { id, at, options } = question;
  const right = options.filter(({ correct }) => correct);
  return [
    {
      name: `the reference answer of ${id}`,
      at,
      question,
      answer: { selected: right.map((option) => option.id) },
      complaint: fullPoints,
    },
    ...options.map((option) => ({
      name: `the option ${option.id} of ${id} alone`,
      at,
      question,
      answer: { selected: [option.id] },
      complaint: (verdict: Verdict) =>
        unsaid(option, verdict) ?? misjudged(verdict, option.correct && right.length === 1),
    })),
  ];
}

/** Who selects an option has to read what its author says of it. */
function unsaid({ feedback }: Option, verdict: Verdict): string | undefined {
  const isSaid = verdict.feedback.some((text) => text.includes(feedback));
  return isSaid ? undefined : `does not show the feedback of its option: ${found(verdict)}`;
}

function misjudged(verdict: Verdict, isRight: boolean): string | undefined {
  if ((verdict.verdict === 'correct') === isRight) return undefined;
  return `must ${isRight ? '' : 'not '}be correct: ${found(verdict)}`;
}
