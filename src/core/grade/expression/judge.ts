/** The verdict on one expression whose shapes fit. */

import { type WrittenForm, hasForm } from '../../math/form/requiredForm.ts';
import { type Verdict } from '../verdict.ts';
import { type Given, said } from './given.ts';
import { formsOf } from './loaded.ts';
import { continued, mistaken } from './mistakes.ts';
import { isEqual, rightness } from './rightness.ts';
import { slipped } from './slipped.ts';

export function judge(given: Given): Verdict {
  return inForm(judgeValue(given), given);
}

function judgeValue(given: Given): Verdict {
  const { question, answer, rights } = given;
  const outcome = rightness(answer, rights, question.declarations);
  if (outcome.verdict === 'right') {
    const { exception } = outcome;
    return said(question, question.points, exception === undefined ? [] : [`Equal ${exception}.`]);
  }
  if (outcome.verdict === 'undecided') {
    return said(question, 0, [`It could not be decided whether this is right: ${outcome.reason}`], {
      verdict: 'undecided',
    });
  }
  return continued(given) ?? mistaken(given) ?? slipped(given, outcome.difference);
}

/** What has its value but not its form earns no more than the author grants. */
function inForm(verdict: Verdict, given: Given): Verdict {
  const { question, answer } = given;
  const missed = formsOf(question).find((form) => !hasForm(answer.expression, form));
  if (missed === undefined || verdict.points === 0 || elsewhere(missed, given)) return verdict;
  const points = Math.min(verdict.points, missed.required.points);
  const feedback = [...verdict.feedback, missed.required.feedback];
  return said(question, points, feedback, { mistake: 'form', ...verdict.evidence });
}

/** A form that any part of the chain has is enough. */
function elsewhere(form: WrittenForm, { question, answer, earlier }: Given): boolean {
  return earlier.some(
    (part) => hasForm(part.expression, form) && isEqual(part, answer, question.declarations),
  );
}
