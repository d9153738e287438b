/** From a verdict to what a record says of it: how the check came to its end, and whether its points are final. */
import { type Cause, type GradedQuestion } from '../../core/gradebook/gradeRecord.ts';
import { type Verdict, type VerdictKind } from '../../core/grade/verdict.ts';

const CAUSE_OF_VERDICT: { readonly [V in VerdictKind]: Cause } = {
  correct: 'ok',
  partial: 'wrong',
  wrong: 'wrong',
  undecided: 'ok',
  invalid: 'not-gradable',
  manual: 'ok',
  'not-run': 'internal',
  unanswered: 'ok',
};

/** All others wait for a person. */
const FINAL: ReadonlySet<VerdictKind> = new Set(['correct', 'partial', 'wrong', 'unanswered']);

/** `cause`: how its program ended, where it ended without a result. */
export function gradedQuestion(
  verdict: Verdict,
  {
    cause = CAUSE_OF_VERDICT[verdict.verdict],
    basis,
  }: { readonly cause?: Cause | undefined; readonly basis?: string | undefined },
): GradedQuestion {
  const says = cause === 'ok' || cause === 'wrong';
  const settled = says && FINAL.has(verdict.verdict);
  return { ...verdict, cause, settled, ...(basis !== undefined && { basis }) };
}

/** A question about which nothing could be found out. */
export function ungraded(maxPoints: number, cause: Cause, reason: string): GradedQuestion {
  const verdict = { verdict: 'not-run', points: 0, maxPoints, feedback: [reason] } as const;
  return gradedQuestion(verdict, { cause });
}

/** Of all settled questions. */
export function settledPoints(questions: Readonly<Record<string, GradedQuestion>>): number {
  const settled = Object.values(questions).filter(({ settled }) => settled);
  return Math.round(settled.reduce((sum, { points }) => sum + points, 0) * 100) / 100;
}
