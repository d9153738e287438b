/** One answer and what is expected of its verdict. */

import { type Answer } from '../answer/answer.ts';
import { type Question } from '../taskset/taskSet.ts';
import { type Place } from '../taskset/place.ts';
import { type Verdict } from './verdict.ts';

export interface Rehearsal {
  /** as in “the reference answer of 5a” */
  readonly name: string;
  readonly at: Place;
  readonly question: Question;
  readonly answer: Answer;
  /** question id → what is taken as the answer to it */
  readonly given?: ReadonlyMap<string, Answer> | undefined;
  /** a sentence when the verdict is not what it must be */
  complaint(verdict: Verdict): string | undefined;
}
