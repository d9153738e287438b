/** A chain `a = b = c` is judged by its end, but what stands before has to be equal to it. */

import { latexOf } from '../../math/show/latexOf.ts';
import { compare } from '../../math/compare/compare.ts';
import { type Checked } from '../../math/shape/checked.ts';
import { type Verdict } from '../verdict.ts';
import { type ExpressionQuestion } from './loaded.ts';
import { SEED } from './rightness.ts';

export interface WholeChain {
  readonly answer: Checked;
  readonly earlier: readonly Checked[];
  readonly question: ExpressionQuestion;
}

/** With an equation that does not hold, no more than half the points. */
export function limitedByChain(
  verdict: Verdict,
  { answer, earlier, question }: WholeChain,
): Verdict {
  if (verdict.points === 0) return verdict;
  const { declarations } = question;
  const broken = earlier.find(
    (part) => compare(part, answer, declarations, { seed: SEED }).verdict === 'different',
  );
  if (broken === undefined) return verdict;
  const latex = latexOf(broken.expression, declarations);
  return {
    ...verdict,
    verdict: 'partial',
    points: Math.min(verdict.points, Math.round(verdict.maxPoints * 50) / 100),
    feedback: [
      ...verdict.feedback,
      `The end of your chain is not equal to what stands before it: $${latex}$.`,
    ],
    evidence: { mistake: 'broken-chain', ...verdict.evidence },
  };
}
