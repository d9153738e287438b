/** One answer to be judged, and the verdict that is said of it. */

import { type Checked } from '../../math/shape/checked.ts';
import { type Grading } from '../grading.ts';
import { type Verdict } from '../verdict.ts';
import { type ExpressionQuestion } from './loaded.ts';

export interface Given {
  readonly question: ExpressionQuestion;
  readonly answer: Checked;
  /** what stands before the answer in a chain */
  readonly earlier: readonly Checked[];
  /** one or more */
  readonly rights: readonly Checked[];
  readonly grading: Grading;
}

/** The verdict follows from the points unless it is said. */
export function said(
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
