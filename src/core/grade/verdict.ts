/** What comes out of grading one question, and a whole attempt. These shapes are stable: other programs read them. */

export const VERDICT_KINDS = [
  'correct',
  'partial',
  'wrong',
  /** the checker could not tell: a person decides */
  'undecided',
  /** the answer could not be read: no points lost, the reason is in `feedback` */
  'invalid',
  /** a person grades it */
  'manual',
  /** the check could not run; `feedback` says why */
  'not-run',
  'unanswered',
] as const;

export type VerdictKind = (typeof VERDICT_KINDS)[number];

export interface Verdict {
  readonly verdict: VerdictKind;
  readonly points: number;
  readonly maxPoints: number;
  /** Markdown with LaTeX, one entry a remark */
  readonly feedback: readonly string[];
  /** the counterexample, the missing piece, the recognised mistake's name: plain data, by kind of question */
  readonly evidence?: Readonly<Record<string, unknown>> | undefined;
}

export interface Report {
  readonly taskSet: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly questions: Readonly<Record<string, Verdict>>;
}
