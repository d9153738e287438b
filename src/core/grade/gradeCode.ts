/** Programs: points for every check that passed. */

import { type CodeAnswer } from '../answer/answer.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { judgeRun } from './judgeRun.ts';
import { type CodeRuns } from './codeRun.ts';
import { type Verdict } from './verdict.ts';

type CodeQuestion = QuestionOf<'code'>;

export async function gradeCode(
  question: CodeQuestion,
  answer: CodeAnswer,
  run: CodeRuns,
): Promise<Verdict> {
  return unreadCode(question, answer) ?? judgeRun(question, await run.code(question, answer));
}

/** The verdict on what is no answer; undefined: it is one. */
export function unreadCode(question: CodeQuestion, answer: CodeAnswer): Verdict | undefined {
  const maxPoints = question.points;
  const names = Object.keys(answer.files);
  if (names.length === 0) return { verdict: 'unanswered', points: 0, maxPoints, feedback: [] };
  const expected = Object.keys(question.files);
  const missing = expected.find((name) => !Object.hasOwn(answer.files, name));
  const unknown = names.find((name) => !expected.includes(name));
  if (missing === undefined && unknown === undefined) return undefined;
  const complaint = `Expected the files ${expected.join(', ')}, found ${names.join(', ')}.`;
  return { verdict: 'invalid', points: 0, maxPoints, feedback: [complaint.slice(0, 500)] };
}
