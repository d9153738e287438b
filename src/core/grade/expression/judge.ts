/** The verdict on one expression whose shapes fit. */

import { hasForm, symbolsIn } from '../../math/form/requiredForm.ts';
import { type Checked } from '../../math/shape/checked.ts';
import { sameShape, shapeText } from '../../math/shape/sizes.ts';
import { type Slip, findSlip } from '../../math/slip/findSlip.ts';
import { SLIPS } from '../../math/slip/slips.ts';
import { type AnticipatedMistake } from '../../taskset/taskSet.ts';
import { type Grading } from '../grading.ts';
import { type Verdict } from '../verdict.ts';
import { authored } from './authored.ts';
import { aboutSymbols, counterexampleWords } from './counterexampleWords.ts';
import { continues } from './followOn.ts';
import { type ExpressionQuestion, formsOf } from './loaded.ts';
import { type Different, SEED, isEqual, rightness } from './rightness.ts';

export interface Given {
  readonly question: ExpressionQuestion;
  readonly answer: Checked;
  /** what stands before the answer in a chain */
  readonly earlier: readonly Checked[];
  /** one or more */
  readonly rights: readonly Checked[];
  readonly grading: Grading;
}

export function judge(given: Given): Verdict {
  const { question, answer, rights } = given;
  const outcome = rightness(answer, rights, question.declarations);
  if (outcome.verdict === 'right') return judgeForm(given, outcome.exception);
  if (outcome.verdict === 'undecided') {
    return said(question, 0, [`It could not be decided whether this is right: ${outcome.reason}`], {
      verdict: 'undecided',
    });
  }
  return continued(given) ?? mistaken(given) ?? slipped(given, outcome.difference);
}

/** A form that any part of the chain has is enough. */
function judgeForm({ question, answer, earlier }: Given, exception: string | undefined): Verdict {
  const { declarations, points } = question;
  const missed = formsOf(question).find((form) => !hasForm(answer.expression, form));
  if (missed === undefined) {
    return said(question, points, exception === undefined ? [] : [`Equal ${exception}.`]);
  }
  const elsewhere = earlier.some(
    (part) => hasForm(part.expression, missed) && isEqual(part, answer, declarations),
  );
  if (elsewhere) return said(question, points, []);
  const { required } = missed;
  return said(question, required.points, [required.feedback], { mistake: 'form' });
}

function continued({ question, answer, grading }: Given): Verdict | undefined {
  const from = continues(answer, question, grading);
  if (from === undefined) return undefined;
  const names = from.join(' and ');
  return said(question, question.points, [`This is consistent with your answer to ${names}.`], {
    consistentWith: from,
  });
}

function mistaken({ question, answer }: Given): Verdict | undefined {
  const { declarations, mistakes } = question;
  const mistake = mistakes.find((each) =>
    isEqual(answer, authored(each.answer, declarations), declarations),
  );
  return mistake && verdictOnMistake(question, mistake);
}

function verdictOnMistake(
  question: ExpressionQuestion,
  { name, feedback, points }: AnticipatedMistake,
): Verdict {
  return said(question, points, [feedback], { mistake: name });
}

function slipped(given: Given, difference: Different): Verdict {
  const { question } = given;
  const { counterexample } = difference;
  const shape = shapeWords(given);
  const slip = slipIn(given);
  if (slip !== undefined) {
    const single = slip.second === undefined && shape === undefined;
    const feedback = [...(shape ?? []), ...slipWords(slip)];
    const points = single ? question.slipPoints : 0;
    return said(question, points, feedback, { counterexample, mistake: slip.name });
  }
  return shape === undefined
    ? said(question, 0, [differenceWords(difference, given)], { counterexample })
    : said(question, 0, shape, { mistake: 'other-shape' });
}

/** undefined: it has the shape that is asked for */
function shapeWords({ answer, rights }: Given): string[] | undefined {
  const [right] = rights;
  if (right === undefined || sameShape(answer.shape, right.shape)) return undefined;
  return [`This is ${shapeText(answer.shape)}; asked is ${shapeText(right.shape)}.`];
}

function slipIn({ question, answer, rights }: Given): Slip | undefined {
  for (const right of rights) {
    const slip = findSlip(answer, right, question.declarations, { seed: SEED });
    if (slip !== undefined) return slip;
  }
  return undefined;
}

function slipWords({ name, second = name }: Slip): string[] {
  return [...new Set([SLIPS[name].feedback, SLIPS[second].feedback])];
}

function differenceWords({ reason, counterexample }: Different, given: Given): string {
  if (counterexample === undefined) return reason ?? 'This is not equal to what is right.';
  const { answer, rights, question } = given;
  const { declarations } = question;
  const names = [answer, ...rights.slice(0, 1)].flatMap((each) => symbolsIn(each.expression));
  return counterexampleWords(aboutSymbols(counterexample, names, declarations), declarations);
}

/** The verdict follows from the points unless it is said. */
function said(
  { points: maxPoints }: ExpressionQuestion,
  points: number,
  feedback: readonly string[],
  {
    verdict,
    ...evidence
  }: Partial<Pick<Verdict, 'verdict'>> & Readonly<Record<string, unknown>> = {},
): Verdict {
  return {
    verdict: verdict ?? verdictOf(points, maxPoints),
    points,
    maxPoints,
    feedback,
    evidence,
  };
}

function verdictOf(points: number, maxPoints: number): Verdict['verdict'] {
  if (points >= maxPoints) return 'correct';
  return points > 0 ? 'partial' : 'wrong';
}
