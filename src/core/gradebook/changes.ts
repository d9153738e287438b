/** What is different after grading anew: every grade that changed, question by question. */

import { type VerdictKind } from '../grade/verdict.ts';
import { type TaskSet } from '../taskset/taskSet.ts';
import { type FinalQuestion, type Graded, finalGrade } from './finalGrade.ts';

export interface QuestionState {
  readonly verdict: VerdictKind;
  readonly points: number;
  readonly settled: boolean;
}

export interface GradeChange {
  readonly submission: string;
  readonly student?: string | undefined;
  readonly question: string;
  readonly maxPoints: number;
  /** absent where it was not graded before */
  readonly before?: QuestionState | undefined;
  readonly after: QuestionState;
}

/** Of a submission in the variant that the student had. */
export type SetOf = (variant: number) => TaskSet;

/** In the order of `after`; what persons decided counts on both sides. Submissions that are gone are left out. */
export function changesBetween(
  before: readonly Graded[],
  after: readonly Graded[],
  setOf: SetOf,
): GradeChange[] {
  const earlier = new Map(before.map((graded) => [graded.record.submission, graded]));
  return after.flatMap((graded) => {
    const { submission, student, variant } = graded.record;
    const old = earlier.get(submission);
    const was = old === undefined ? undefined : finalGrade(old, setOf(old.record.variant));
    const { questions } = finalGrade(graded, setOf(variant));
    return [...questions].flatMap(([question, is]): GradeChange[] => {
      const then = was?.questions.get(question);
      if (then !== undefined && isSame(then, is)) return [];
      const { maxPoints } = is;
      return [
        { submission, student, question, maxPoints, before: stateOf(then), after: state(is) },
      ];
    });
  });
}

/** Nobody minds what points would be that are not settled. */
function isSame(one: FinalQuestion, other: FinalQuestion): boolean {
  const isPaidSame = !one.settled || one.points === other.points;
  return one.settled === other.settled && one.verdict === other.verdict && isPaidSame;
}

const state = ({ verdict, points, settled }: FinalQuestion): QuestionState => ({
  verdict,
  points,
  settled,
});

const stateOf = (question: FinalQuestion | undefined): QuestionState | undefined =>
  question && state(question);
