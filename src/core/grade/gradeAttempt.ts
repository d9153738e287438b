/** Judges all answers of one attempt. */

import { type TaskSet, questionsOf } from '../taskset/taskSet.ts';
import { type CodeRuns } from './codeRun.ts';
import { grade } from './grade.ts';
import { type Grading } from './grading.ts';
import { type Report, type Verdict } from './verdict.ts';

/**
 * Questions are graded one after the other, in the set's order. Answers to questions that the set does not have are
 * not graded: see `strangersIn`. Where only a part of a set is graded, answers may lean on others of the `whole`.
 */
export async function gradeAttempt(
  set: TaskSet,
  answers: ReadonlyMap<string, unknown>,
  { run, whole = set }: { readonly run: CodeRuns; readonly whole?: TaskSet },
): Promise<Report> {
  const verdicts: [string, Verdict][] = [];
  const grading = { run, answerTo: answersIn(whole, answers) };
  for (const question of questionsOf(set)) {
    verdicts.push([question.id, await grade(question, answers.get(question.id), grading)]);
  }
  return {
    taskSet: set.id,
    points: sum(verdicts.map(([, { points }]) => points)),
    maxPoints: set.points,
    questions: Object.fromEntries(verdicts),
  };
}

/** Where one answer finds the others of its attempt. */
export function answersIn(
  set: TaskSet,
  answers: ReadonlyMap<string, unknown>,
): Grading['answerTo'] {
  const questions = new Map(questionsOf(set).map((question) => [question.id, question]));
  return (id) => {
    const question = questions.get(id);
    const answer = answers.get(id);
    return question === undefined || answer === undefined || answer === null
      ? undefined
      : { question, answer };
  };
}

function sum(points: readonly number[]): number {
  return Math.round(points.reduce((total, each) => total + each, 0) * 100) / 100;
}
