/** A chain `a = b = c` is judged by its end, but what stands before has to be equal to it. */

import { latexOf } from '../../math/show/latexOf.ts';
import { compare } from '../../math/compare/compare.ts';
import { type Declarations } from '../../math/declarations.ts';
import { symbolsIn } from '../../math/form/requiredForm.ts';
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
export function limitedByChain(verdict: Verdict, chain: WholeChain): Verdict {
  const broken = verdict.points === 0 ? undefined : brokenPart(chain);
  if (broken === undefined) return verdict;
  const latex = latexOf(broken.expression, chain.question.declarations);
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

function brokenPart({ answer, earlier, question }: WholeChain): Checked | undefined {
  const { declarations } = question;
  return earlier
    .filter((part) => !usesUnknownDerivative(part, answer, declarations))
    .find((part) => compare(part, answer, declarations, { seed: SEED }).verdict === 'different');
}

/** A derivative that the question gives no meaning, as `∂y/∂w` on the way to its parts, is the writer's own step. */
function usesUnknownDerivative(part: Checked, answer: Checked, { symbols }: Declarations): boolean {
  const ofAnswer = symbolsIn(answer.expression);
  return symbolsIn(part.expression).some((name) => {
    const declared = symbols.get(name);
    const unknown = declared?.kind === 'quantity' && declared.definition === undefined;
    return name.startsWith('∂') && unknown && !ofAnswer.includes(name);
  });
}
