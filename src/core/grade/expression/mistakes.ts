/** Wrong answers that an author has foreseen, and right continuations of earlier mistakes. */

import { type Verdict } from '../verdict.ts';
import { authored } from './authored.ts';
import { type Continued, continues, meaningsAfter } from './followOn.ts';
import { type Given, said } from './given.ts';
import { isEqual } from './rightness.ts';

export function continued({ question, answer, grading }: Given): Verdict | undefined {
  const { from } = continues(answer, question, grading) ?? {};
  if (from === undefined) return undefined;
  return said(question, question.points, [`This is ${consistent(from)}.`], {
    consistentWith: from,
  });
}

function consistent(from: readonly string[]): string {
  return `consistent with your answer to ${from.join(' and ')}`;
}

/** In the question's own meaning, or after earlier mistakes: the kindest counts. */
export function mistaken(given: Given): Verdict | undefined {
  const { question, grading } = given;
  const own = mistakeIn(given, { declarations: question.declarations, from: [] });
  const others = meaningsAfter(question, grading).map((meaning) => mistakeIn(given, meaning));
  return [own, ...others]
    .filter((verdict) => verdict !== undefined)
    .reduce<Verdict | undefined>(
      (best, each) => (best === undefined || each.points > best.points ? each : best),
      undefined,
    );
}

function mistakeIn(
  { question, answer }: Given,
  { declarations, from }: Continued,
): Verdict | undefined {
  const mistake = question.mistakes.find((each) =>
    isEqual(answer, authored(each.answer, declarations), declarations),
  );
  if (mistake === undefined) return undefined;
  const { name, feedback, points } = mistake;
  return from.length === 0
    ? said(question, points, [feedback], { mistake: name })
    : said(question, points, [feedback, `Apart from that it is ${consistent(from)}.`], {
        mistake: name,
        consistentWith: from,
      });
}
