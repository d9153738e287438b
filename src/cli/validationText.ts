/** The outcome of `validate` as text. */

import { type NotRun } from '../core/grade/rehearse.ts';
import { type Problem, problemText } from '../core/taskset/problem.ts';
import { type TaskSet, questionsOf } from '../core/taskset/taskSet.ts';
import { counted, printable } from './plainText.ts';

/** Whether the set's answers were tried, or why not. */
type AnswersTried = 'tried' | 'unwanted' | 'unreadable' | 'copy';

export interface Validation {
  /** absent when it could not be read */
  readonly set?: TaskSet | undefined;
  readonly answers: AnswersTried;
  readonly problems: readonly Problem[];
  /** what may be meant so; the set is right with them */
  readonly warnings: readonly Problem[];
  readonly notRun: readonly NotRun[];
  /** how many verdicts are those of earlier calls */
  readonly remembered: number;
  /** not everything was tried */
  readonly cancelled?: boolean;
}

export function validationText(validation: Validation): string {
  const { set, problems, warnings, notRun, cancelled = false } = validation;
  const isFine = set !== undefined && problems.length === 0 && !cancelled;
  const lines = [
    ...problems.map(problemText),
    ...warnings.map((warning) =>
      problemText({ ...warning, message: `warning: ${warning.message}` }),
    ),
    ...reasonsOf(notRun),
    ...(problems.length > 0 ? [counted(problems.length, 'problem')] : []),
    ...(isFine
      ? [...models(set), summary(set, validation), ...memoryNote(validation), ...copyNote(set)]
      : []),
    ...(validation.answers === 'unreadable' ? [MORE] : []),
    ...(cancelled ? ['cancelled before everything was tried'] : []),
  ];
  return `${printable(lines.join('\n'))}\n`;
}

const MORE =
  'The answers have not been tried: they are once the files are right, and may show more problems.';

/** Each model once, with where it is from: an author looks over it before the set leaves the house. */
function models(set: TaskSet): string[] {
  const found = questionsOf(set).flatMap((question) =>
    'model' in question ? [question.model] : [],
  );
  const sources = found.flatMap(({ file, source }) =>
    source === undefined ? [] : [`model ${file}: ${source.replaceAll(/\s+/g, ' ').trim()}`],
  );
  return [...new Set(sources)];
}

/** Of a copy for students, what it is and what was not looked for. */
function copyNote({ copy, mode }: TaskSet): string[] {
  if (copy !== 'student') return [];
  const lacks = mode === 'exam' ? 'which holds no answers' : 'which holds what grading takes';
  return [
    `This is a copy for students, ${lacks}: it can be read. Validate your own folder to try the answers.`,
  ];
}

function memoryNote({ remembered }: Validation): string[] {
  if (remembered === 0) return [];
  const verdicts = counted(remembered, 'verdict');
  return [
    `${verdicts} as before, since nothing they depend on has changed; --fresh finds all anew`,
  ];
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

function summary(set: TaskSet, { notRun, warnings }: Validation): string {
  const size = [
    counted(set.tasks.length, 'task'),
    counted(questionsOf(set).length, 'question'),
    counted(set.points, 'point'),
    ...(set.variants > 0 ? [`in each of ${counted(set.variants, 'variant')}`] : []),
  ].join(', ');
  const state =
    notRun.length === 0 ? 'no problems' : `no problems found, ${notRun.length} not tried`;
  const doubts = warnings.length === 0 ? '' : `, ${counted(warnings.length, 'warning')}`;
  return `${set.id}: ${state}${doubts} (${size})`;
}
