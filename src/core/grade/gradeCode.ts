/** Programs: points for every check that passed, as the author distributed them. */

import { type CodeAnswer } from '../answer/answer.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { type CheckResult, type CodeRun, type RunStudentCode } from './codeRun.ts';
import { type Verdict, type VerdictKind } from './verdict.ts';

type CodeQuestion = QuestionOf<'code'>;

export async function gradeCode(
  question: CodeQuestion,
  answer: CodeAnswer,
  run: RunStudentCode,
): Promise<Verdict> {
  const maxPoints = question.points;
  const names = Object.keys(answer.files);
  if (names.length === 0) return { verdict: 'unanswered', points: 0, maxPoints, feedback: [] };
  const expected = Object.keys(question.files);
  const missing = expected.find((name) => !Object.hasOwn(answer.files, name));
  const unknown = names.find((name) => !expected.includes(name));
  if (missing !== undefined || unknown !== undefined) {
    const complaint = `Expected the files ${expected.join(', ')}, found ${names.join(', ')}.`;
    return { verdict: 'invalid', points: 0, maxPoints, feedback: [complaint.slice(0, 500)] };
  }
  return judgeRun(question, await run(question, answer));
}

function judgeRun(question: CodeQuestion, run: CodeRun): Verdict {
  const maxPoints = question.points;
  if (!run.ran) return { verdict: 'not-run', points: 0, maxPoints, feedback: [run.reason] };
  const results = question.checks.map(({ check }) => resultOf(run.checks, check));
  const notRun = results.filter(({ passed }) => passed === 'not-run');
  const failed = results.filter(({ passed }) => passed === false);
  const points = notRun.length > 0 && failed.length === 0 ? 0 : pointsOf(question, results);
  return {
    verdict: verdictOf({ points, failed: failed.length, notRun: notRun.length }),
    points,
    maxPoints,
    // what failed says why the rest was not reached
    feedback: (failed.length > 0 ? failed : notRun).map(({ message }) => message),
    evidence: {
      checks: results,
      ...(run.mistake === undefined ? {} : { mistake: run.mistake }),
    },
  };
}

function resultOf(results: readonly CheckResult[], check: string): CheckResult {
  const found = results.find((result) => result.check === check);
  return found ?? { check, passed: 'not-run', message: `The check ${check} did not run.` };
}

function pointsOf({ checks }: CodeQuestion, results: readonly CheckResult[]): number {
  const passed = checks.filter((_, index) => results[index]?.passed === true);
  const voided = checks.some((check) => check.required === true && !passed.includes(check));
  return voided ? 0 : passed.reduce((sum, { points }) => sum + points, 0);
}

interface Outcome {
  readonly points: number;
  readonly failed: number;
  readonly notRun: number;
}

/** A program is right only when every check ran and passed. */
function verdictOf({ points, failed, notRun }: Outcome): VerdictKind {
  if (failed === 0) return notRun === 0 ? 'correct' : 'not-run';
  return points > 0 ? 'partial' : 'wrong';
}
