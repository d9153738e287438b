/** The outcome of `validate` as text. */

import { type NotRun } from '../core/grade/rehearse.ts';
import { type Problem, problemText } from '../core/taskset/problem.ts';
import { type TaskSet, questionsOf } from '../core/taskset/taskSet.ts';
import { counted, printable } from './plainText.ts';

export interface Validation {
  /** absent when it could not be read */
  readonly set?: TaskSet;
  readonly problems: readonly Problem[];
  readonly notRun: readonly NotRun[];
}

export function validationText({ set, problems, notRun }: Validation): string {
  const lines = [
    ...problems.map(problemText),
    ...reasonsOf(notRun),
    ...(problems.length > 0 ? [counted(problems.length, 'problem')] : []),
    ...(set !== undefined && problems.length === 0 ? [summary(set, notRun.length)] : []),
  ];
  return `${printable(lines.join('\n'))}\n`;
}

/** One line a reason, however many programs it concerns. */
function reasonsOf(notRun: readonly NotRun[]): string[] {
  const reasons = [...new Set(notRun.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const [first = '', ...others] = notRun
      .filter((each) => each.reason === reason)
      .map(({ name }) => name);
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return `not run: ${first}${more}: ${reason}`;
  });
}

function summary(set: TaskSet, notRun: number): string {
  const size = [
    counted(set.tasks.length, 'task'),
    counted(questionsOf(set).length, 'question'),
    counted(set.points, 'point'),
  ].join(', ');
  const state = notRun === 0 ? 'no problems' : `no problems found, ${notRun} not tried`;
  return `${set.id}: ${state} (${size})`;
}
