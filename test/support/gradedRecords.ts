/** A class as grading leaves it, without running programs: what is known of those is made up, in the shape of the real thing. */

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { type GradeRecord } from '../../src/core/gradebook/gradeRecord.ts';
import { type Graded } from '../../src/core/gradebook/finalGrade.ts';
import { type CheckResult, type CodeRun, type CodeRuns } from '../../src/core/grade/codeRun.ts';
import { gradeAttempt } from '../../src/core/grade/gradeAttempt.ts';
import { type TaskSet } from '../../src/core/taskset/taskSet.ts';
import { type ReportMaterial } from '../../src/report/results.ts';
import { gradedQuestion, settledPoints } from '../../src/runtime/grading/gradedQuestion.ts';
import { classOf } from './submissions.ts';

/** As the build lays it out beside the programs. */
export const MATERIAL: ReportMaterial = {
  katexCss: readFileSync('node_modules/katex/dist/katex.min.css', 'utf8'),
  fonts: new Map(
    readdirSync('node_modules/katex/dist/fonts')
      .filter((name) => name.endsWith('.woff2'))
      .map((name) => [name, readFileSync(`node_modules/katex/dist/fonts/${name}`, 'base64')]),
  ),
};

const SHOWN = {
  x: [0.8, 0.3],
  t: 1,
  z: [0.45, 0.12],
  output: 0.61,
  objective: 0.77,
  best: { z: [0.31, 0.02], objective: 0.42 },
  iterations: 1000,
};

/** Long programs pass, short ones fail at a line, so that one class has both. */
function ranAs(checks: readonly { readonly check: string }[], isRight: boolean): CodeRun {
  const results = checks.map(({ check }, index): CheckResult => {
    const passed = isRight || index % 2 === 0;
    return passed
      ? { check, passed, message: `$z$ is as it should be (${check}).` }
      : {
          check,
          passed,
          message: `It ends too early (adversarial.ts:9:5): ${check}.`,
          evidence: SHOWN,
        };
  });
  return { ran: true, checks: results, ...(isRight ? {} : { mistake: 'no-zero-grad' }) };
}

const MADE_UP_RUNS: CodeRuns = {
  code: (question, { files }) =>
    Promise.resolve(ranAs(question.checks, Object.values(files).join('').length % 3 !== 0)),
  lines: (question, { before, after }) =>
    Promise.resolve(ranAs(question.checks, JSON.stringify(before) !== JSON.stringify(after))),
};

export const EMPTY_RECORD: GradeRecord = {
  format: 1,
  submission: 'student-000',
  sha256: '0'.repeat(64),
  taskSet: 'small',
  version: '1.0.0',
  content: 'c0ffee'.padEnd(64, '0'),
  variant: 0,
  cause: 'ok',
  points: 0,
  maxPoints: 0,
  questions: {},
  answers: {},
  isolation: 'bubblewrap',
  seed: 'f00d',
  tool: 'exambench 0.1.0',
  times: { gradedAt: '2026-01-01T00:00:00.000Z', ms: 1 },
};

/** As grading does it, with programs that are not run. */
export async function graded(
  set: TaskSet,
  answers: Readonly<Record<string, unknown>>,
  about: Partial<GradeRecord> = {},
): Promise<Graded> {
  const report = await gradeAttempt(set, new Map(Object.entries(answers)), { run: MADE_UP_RUNS });
  const questions = Object.fromEntries(
    Object.entries(report.questions).map(([id, verdict]) => [id, gradedQuestion(verdict, {})]),
  );
  const own = { taskSet: set.id, version: set.version, variant: set.variant, answers, questions };
  const points = { points: settledPoints(questions), maxPoints: set.points };
  return { record: { ...EMPTY_RECORD, ...own, ...points, ...about } };
}

/** Some submissions cannot be read, as in every class; every second text is decided by a person. */
export async function gradedClass(set: TaskSet, count: number, seed = 1): Promise<Graded[]> {
  const weights = { right: 3, mixed: 8, wrong: 2, broken: 1 };
  const handed = await classOf(set, count, { seed, weights });
  return await Promise.all(
    handed.map(async ({ file, bytes, answers, cause }, index) => {
      const submission = file.replace(/\..*$/, '');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const about = {
        submission,
        sha256,
        student: `Student ${index + 1}`,
        receipt: 'H3QK-7ZRT-09PM-XW4E',
      };
      if (cause === 'ok') return decidedEverySecond(await graded(set, answers, about), set, index);
      const reason = 'manifest.json: expected JSON, found the end of the file';
      return {
        record: { ...EMPTY_RECORD, submission, sha256, cause, reason, maxPoints: set.points },
      };
    }),
  );
}

function decidedEverySecond({ record }: Graded, set: TaskSet, index: number): Graded {
  if (index % 3 === 0) return { record };
  const open = set.tasks
    .flatMap(({ questions }) => questions)
    .filter(({ id }) => record.questions[id]?.settled === false);
  const comment = 'Say *why* the bound limits the slope: $\\|\\nabla y\\| \\leq d\\|w\\|_1$.';
  const decision = { points: index % 2, ticks: [0], comment, decidedAt: '2026-01-02T10:00:00Z' };
  const questions = Object.fromEntries(open.map(({ id }) => [id, decision]));
  return { record, decisions: { format: 1, submission: record.submission, questions } };
}
