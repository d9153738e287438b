/** Points for every check that passed, as the author distributed them. */

import { type CheckResult, type CodeRun } from './codeRun.ts';
import { type Verdict, type VerdictKind } from './verdict.ts';

/** What a check is worth. */
export interface PaidCheck {
  readonly check: string;
  /** what is checked, in a few words of the author's */
  readonly title: string;
  readonly points: number;
  /** who fails it gets nothing at all */
  readonly required?: boolean | undefined;
  /** another check without which this one earns nothing */
  readonly with?: string | undefined;
}

interface Checked {
  readonly points: number;
  readonly checks: readonly PaidCheck[];
}

export function judgeRun(question: Checked, run: CodeRun): Verdict {
  const maxPoints = question.points;
  if (!run.ran) return { verdict: 'not-run', points: 0, maxPoints, feedback: [run.reason] };
  const results = question.checks.map((paid) => resultOf(run.checks, paid));
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

interface TitledResult extends CheckResult {
  readonly title: string;
}

function resultOf(results: readonly CheckResult[], { check, title }: PaidCheck): TitledResult {
  const found = results.find((result) => result.check === check);
  const missing = { check, passed: 'not-run', message: `The check ${check} did not run.` } as const;
  return { title, ...(found ?? missing) };
}

function pointsOf({ checks }: Checked, results: readonly CheckResult[]): number {
  const passed = new Set(results.filter((each) => each.passed === true).map(({ check }) => check));
  if (checks.some(({ check, required }) => required === true && !passed.has(check))) return 0;
  return checks
    .filter(({ check, with: other }) => passed.has(check) && passed.has(other ?? check))
    .reduce((sum, { points }) => sum + points, 0);
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
