/** What grading found out about one submission, kept in a file of its own: `records/<submission>.json`. Other programs read it. */

import { type Verdict } from '../grade/verdict.ts';

/** How a check came to its end. Only `ok` and `wrong` say something about the answer. */
export const CAUSES = [
  'ok',
  'wrong',
  /** it cannot be read, or is none of this task set */
  'not-gradable',
  'timeout',
  'memory',
  'output',
  'crash',
  /** files are not those that the manifest names, or the program spoke out of turn */
  'tampered',
  /** the fault of the machine or of this program: it never costs points by itself */
  'internal',
] as const;

export type Cause = (typeof CAUSES)[number];

export interface GradedQuestion extends Verdict {
  readonly cause: Cause;
  /** false: `points` are not final, because a person decides or because it could not be checked */
  readonly settled: boolean;
  /** hash of everything that this verdict rests on but the answers; another one means: grade anew */
  readonly basis?: string | undefined;
}

export interface GradeRecord {
  readonly format: 1;
  /** the name of the submitted file without its ending */
  readonly submission: string;
  /** the submitted file as it was found, by its path below the folder of submissions */
  readonly file?: string | undefined;
  /** of the submitted file's bytes, in hexadecimal */
  readonly sha256: string;
  readonly taskSet: string;
  /** of the task set that it was graded with */
  readonly version: string;
  /** SHA-256 over the files of the task set that it was graded with */
  readonly content: string;
  readonly variant: number;
  /** how the student calls themselves, where they say so */
  readonly student?: string | undefined;
  readonly attempt?: string | undefined;
  /** the code that the student was shown when handing in */
  readonly receipt?: string | undefined;
  /** ISO 8601, by the student's clock */
  readonly handedIn?: string | undefined;
  /** of the submission as a whole; questions have their own */
  readonly cause: Cause;
  /** a sentence, where the submission as a whole could not be graded or is in doubt */
  readonly reason?: string | undefined;
  /** for who grades, as sentences: what was left out or could not be verified and cost nothing */
  readonly notes?: readonly string[] | undefined;
  /** over all settled questions */
  readonly points: number;
  readonly maxPoints: number;
  readonly questions: Readonly<Record<string, GradedQuestion>>;
  /** by question, as they were handed in */
  readonly answers: Readonly<Record<string, unknown>>;
  /** what student programs were shut in with */
  readonly isolation: 'bubblewrap' | 'permission' | 'none';
  /** from which the cases of hidden checks were drawn */
  readonly seed: string;
  /** of the program that graded */
  readonly tool: string;
  /** what differs from one grading to the next */
  readonly times: { readonly gradedAt: string; readonly ms: number };
}

/** What a person decided about one question of one submission. */
export interface Decision {
  readonly points: number;
  /** indices of the rubric's criteria that are met */
  readonly ticks?: readonly number[] | undefined;
  /** for the student; Markdown with LaTeX */
  readonly comment?: string | undefined;
  /** ISO 8601 */
  readonly decidedAt: string;
}

/** `decisions/<submission>.json`: kept apart from records, so that grading anew never loses what a person decided. */
export interface Decisions {
  readonly format: 1;
  readonly submission: string;
  readonly questions: Readonly<Record<string, Decision>>;
}
