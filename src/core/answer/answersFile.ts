/**
 * Reads files of answers: one JSON object with all answers of an attempt, or JSON lines with one answer each. Which of
 * them an answer fits is for the grader to say; here only the frame is checked.
 */

import * as z from 'zod/mini';
import { parseJson } from '../jsonText.ts';
import { type Result, failure, success } from '../result.ts';
import { explainIssue } from '../taskset/explain.ts';

export interface GivenAnswer {
  readonly question: string;
  readonly answer: unknown;
}

export type GivenAnswers =
  | {
      readonly form: 'attempt';
      readonly taskSet: string;
      /** which of the set's variants was answered, where the file says so */
      readonly variant?: number | undefined;
      readonly answers: ReadonlyMap<string, unknown>;
    }
  /** in the file's order; a line that could not be read is a sentence */
  | { readonly form: 'lines'; readonly lines: readonly Result<GivenAnswer, string>[] };

const attemptSchema = z.object({
  taskSet: z.string(),
  variant: z.optional(z.int().check(z.gte(0), z.lte(100_000))),
  answers: z.record(z.string(), z.unknown()),
});
const lineSchema = z.object({ question: z.string(), answer: z.optional(z.unknown()) });

export function readAnswersFile(text: string): Result<GivenAnswers, string> {
  const whole = parseJson(text);
  if (whole.ok && !isLine(whole.value)) return readAttempt(whole.value);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return failure('expected JSON, found an empty file');
  const read = lines.map((line, index) => readLine(line, index + 1));
  // a broken JSON object is not a file of lines
  if (!whole.ok && read.every(({ ok }) => !ok)) return failure(whole.error);
  return success({ form: 'lines', lines: read });
}

function isLine(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'question' in value;
}

function readAttempt(value: unknown): Result<GivenAnswers, string> {
  const checked = attemptSchema.safeParse(value);
  if (!checked.success) return failure(reasons(checked.error, value));
  const { taskSet, variant, answers } = checked.data;
  const given = new Map(Object.entries(answers));
  return success({
    form: 'attempt',
    taskSet,
    answers: given,
    ...(variant !== undefined && { variant }),
  });
}

function readLine(line: string, number: number): Result<GivenAnswer, string> {
  const json = parseJson(line);
  if (!json.ok) return failure(`line ${number}: ${json.error}`);
  const checked = lineSchema.safeParse(json.value);
  if (!checked.success) return failure(`line ${number}: ${reasons(checked.error, json.value)}`);
  return success({ question: checked.data.question, answer: checked.data.answer });
}

function reasons({ issues }: z.core.$ZodError, value: unknown): string {
  return issues
    .flatMap((issue) => explainIssue(issue, value))
    .map(({ message }) => message)
    .join('; ');
}
