/** What looking through a task set finds. */

import { type Problem } from '../taskset/problem.ts';

export interface Inspected {
  /** what is wrong */
  readonly problems: readonly Problem[];
  /** what may be meant so */
  readonly warnings: readonly Problem[];
}
