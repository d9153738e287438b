/** What running students' programs tells the graders: plain data, whoever ran them. */

import { type CodeAnswer } from '../answer/answer.ts';
import { type Cause } from '../gradebook/gradeRecord.ts';
import { type FileTexts, type QuestionOf } from '../taskset/taskSet.ts';

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
      /** how the program came to an end without a result, where it did */
      readonly cause?: Cause | undefined;
    }
  /** nothing can be said of the program: no sandbox, no model, a crash that is not the program's */
  | { readonly ran: false; readonly reason: string };

/** A program before and after it was changed. */
export interface ChangedProgram {
  readonly before: FileTexts;
  readonly after: FileTexts;
}

/** The port through which grading has programs run. A program that fails is a run with failed checks. */
export interface CodeRuns {
  code(question: QuestionOf<'code'>, answer: CodeAnswer): Promise<CodeRun>;
  lines(question: QuestionOf<'lines'>, program: ChangedProgram): Promise<CodeRun>;
}

/** For a place where nothing can be run. */
export function cannotRun(reason: string): CodeRuns {
  const run = (): Promise<CodeRun> => Promise.resolve({ ran: false, reason });
  return { code: run, lines: run };
}
