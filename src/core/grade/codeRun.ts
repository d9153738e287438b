/** What running a student's program tells the grader: plain data, whoever ran it. */

import { type CodeAnswer } from '../answer/answer.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';

export interface CheckResult {
  /** which of the question's checks */
  readonly check: string;
  readonly passed: boolean | 'not-run';
  /** Markdown with LaTeX */
  readonly message: string;
  readonly evidence?: Readonly<Record<string, unknown>> | undefined;
}

export type CodeRun =
  | {
      readonly ran: true;
      readonly checks: readonly CheckResult[];
      /** the recognised mistake's name */
      readonly mistake?: string | undefined;
    }
  /** nothing can be said of the program: no sandbox, no model, a crash that is not the program's */
  | { readonly ran: false; readonly reason: string };

/** The port through which grading has programs run. A program that fails is a run with failed checks. */
export type RunStudentCode = (question: QuestionOf<'code'>, answer: CodeAnswer) => Promise<CodeRun>;

/** For a place where nothing can be run. */
export function cannotRun(reason: string): RunStudentCode {
  return () => Promise.resolve({ ran: false, reason });
}
