/** What judging one answer may ask for beyond the answer: running programs, and what was answered elsewhere. */

import { type Question } from '../taskset/taskSet.ts';
import { type CodeRuns } from './codeRun.ts';

export interface Answered {
  readonly question: Question;
  /** as it came from outside */
  readonly answer: unknown;
}

export interface Grading {
  readonly run: CodeRuns;
  /** undefined: that question was not answered, or nobody knows */
  readonly answerTo: (question: string) => Answered | undefined;
}

/** Of an answer by itself, without the others of its attempt. */
export function gradingAlone(run: CodeRuns): Grading {
  return { run, answerTo: () => undefined };
}
