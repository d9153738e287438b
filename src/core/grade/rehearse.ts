/**
 * Tries a task set on itself: reference answers must get full points, bare skeletons must not, the listed wrong answers
 * must get what their author says, and in another order all of them must get the same again.
 */

import { type Problem } from '../taskset/problem.ts';
import { type TaskSet } from '../taskset/taskSet.ts';
import { type CodeRuns } from './codeRun.ts';
import { grade } from './grade.ts';
import { answersIn } from './gradeAttempt.ts';
import { keepVerdicts } from './keepVerdicts.ts';
import { type Rehearsal } from './rehearsal.ts';
import { changeOf, repeatsOf } from './rehearseAgain.ts';
import { rehearsalsOfQuestion } from './rehearsalsOf.ts';
import { type Rehearsing, type Round } from './rehearsing.ts';
import { type Judging, sideBySide } from './sideBySide.ts';
import { type Verdict } from './verdict.ts';

export interface NotRun {
  readonly name: string;
  readonly reason: string;
}

export interface Rehearsed {
  readonly problems: readonly Problem[];
  /** what could not be tried */
  readonly notRun: readonly NotRun[];
  /** it was cancelled before everything was tried */
  readonly cancelled: boolean;
  /** how many verdicts are those of earlier calls */
  readonly remembered: number;
}

/** The variants of one set, or the one that it is. A question that several variants share is tried once. */
export async function rehearse(
  variants: readonly TaskSet[],
  run: CodeRuns,
  options: Rehearsing = {},
): Promise<Rehearsed> {
  const first = variants.flatMap(trialsOf(new Set()));
  const again = options.repeat === undefined ? [] : repeatsOf(first, options.repeat);
  const second = options.repeat?.run ?? run;
  const judging =
    (round: Round, runs: CodeRuns) =>
    (trial: Trial): Judging => {
      const known = options.known?.find(trial, round);
      return { trial, known, judge: () => gradeRehearsal(trial.set, trial, runs) };
    };
  const tried = [...first.map(judging('first', run)), ...again.map(judging('again', second))];
  const verdicts = await sideBySide(tried, options);
  const judged = first.map((trial, index) => ({ trial, verdict: verdicts[index] }));
  const repeated = again.map((trial, index) => ({
    trial,
    verdict: verdicts[first.length + index],
  }));
  if (options.known !== undefined) keepVerdicts(options.known, { judged, repeated });
  const changes = repeated.flatMap(({ trial, verdict }) =>
    changeOf(trial, verdicts[first.indexOf(trial)], verdict),
  );
  const { problems, notRun } = outcomeOf(first, verdicts);
  const cancelled = verdicts.some((verdict) => verdict === undefined);
  const remembered = tried.filter(({ known }) => known !== undefined).length;
  return { problems: [...problems, ...changes], notRun, cancelled, remembered };
}

/** A rehearsal and the variant that it belongs to. */
export interface Trial extends Rehearsal {
  readonly set: TaskSet;
}

/** Those of questions that were not seen yet. */
const trialsOf =
  (seen: Set<unknown>) =>
  (set: TaskSet): Trial[] =>
    set.tasks
      .flatMap(({ questions }) => questions)
      .filter((question) => !seen.has(question) && seen.add(question))
      .flatMap((question) => rehearsalsOfQuestion(question))
      .map((rehearsal) => ({ ...rehearsal, name: nameIn(set, rehearsal), set }));

function nameIn({ variant }: TaskSet, { name }: Rehearsal): string {
  return variant === 0 ? name : `${name} (variant ${variant})`;
}

function outcomeOf(
  trials: readonly Trial[],
  verdicts: readonly (Verdict | undefined)[],
): Pick<Rehearsed, 'problems' | 'notRun'> {
  const problems: Problem[] = [];
  const notRun: NotRun[] = [];
  trials.forEach((trial, index) => {
    const verdict = verdicts[index];
    if (verdict === undefined) return;
    if (verdict.verdict === 'not-run') {
      notRun.push({ name: trial.name, reason: verdict.feedback.join(' ') });
      return;
    }
    const complaint = trial.complaint(verdict);
    if (complaint !== undefined) {
      problems.push({ ...trial.at, message: `${trial.name} ${complaint}` });
    }
  });
  return { problems, notRun };
}

export function gradeRehearsal(
  set: TaskSet,
  { question, answer, given = new Map() }: Rehearsal,
  run: CodeRuns,
): Promise<Verdict> {
  return grade(question, answer, { run, answerTo: answersIn(set, given) });
}
