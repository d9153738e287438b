/** What was handed in, as far as it can be believed. It may be anything: whatever is wrong with it is a sentence. */
import { readAnswersFile } from '../../core/answer/answersFile.ts';
import { type Cause } from '../../core/gradebook/gradeRecord.ts';
import { type Result, failure, success } from '../../core/result.ts';
import { readSubmission } from '../submission/readSubmission.ts';
import { type Submission } from '../submission/submission.ts';
import { type SubmissionJob } from './job.ts';

export interface HandedIn {
  readonly taskSet: string;
  readonly variant: number | undefined;
  readonly answers: ReadonlyMap<string, unknown>;
  readonly student?: string | undefined;
  readonly attempt?: string | undefined;
  readonly receipt?: string | undefined;
  readonly handedIn?: string | undefined;
  /** what could not be verified and counts against nobody, as sentences */
  readonly notes?: readonly string[] | undefined;
  /** why it is not quite what it should be, though it can be read */
  readonly doubt?: Unreadable | undefined;
}

export interface Unreadable {
  readonly cause: Cause;
  /** a sentence */
  readonly reason: string;
}

type Form = SubmissionJob['form'];

const READERS: {
  readonly [F in Form]: (bytes: Uint8Array) => Promise<Result<HandedIn, Unreadable>>;
} = {
  archive: readArchived,
  answers: (bytes) => Promise.resolve(readAnswers(bytes)),
};

export async function readHandedIn(
  form: Form,
  bytes: Uint8Array,
): Promise<Result<HandedIn, Unreadable>> {
  const read = await READERS[form](bytes);
  if (!read.ok) return read;
  const deep = [...read.value.answers].find(([, answer]) => isDeeperThan(answer, DEEPEST));
  return deep === undefined
    ? read
    : refused(`The answer to ${JSON.stringify(deep[0])} is nested more than ${DEEPEST} deep.`);
}

/** Of an answer, in lists and objects. No honest one comes near. */
const DEEPEST = 50;

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1));
}

async function readArchived(bytes: Uint8Array): Promise<Result<HandedIn, Unreadable>> {
  const read = await readSubmission(bytes);
  if (read.ok) return success(inArchive(read.value));
  const { cause, reason, submission } = read.error;
  const doubt = { cause, reason };
  return submission === undefined ? failure(doubt) : success({ ...inArchive(submission), doubt });
}

function inArchive({ manifest, receipt, answers, notes }: Submission): HandedIn {
  const { taskSet, variant, student, attempt, handedIn } = manifest;
  const given = new Map(Object.entries(answers));
  return { taskSet, variant, answers: given, student, attempt, handedIn, receipt, notes };
}

function readAnswers(bytes: Uint8Array): Result<HandedIn, Unreadable> {
  const text = decoded(bytes);
  if (text === undefined)
    return refused('The file cannot be read: expected text in UTF-8, found other bytes.');
  const read = readAnswersFile(text);
  if (!read.ok) return refused(`The file is no answers file that can be read: ${read.error}.`);
  if (read.value.form === 'lines') {
    return refused('Expected {"taskSet": …, "answers": {…}}, found single answers line by line.');
  }
  const { taskSet, answers, variant } = read.value;
  return success({ taskSet, answers, variant });
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refused(reason: string): Result<never, Unreadable> {
  return failure({ cause: 'not-gradable', reason });
}
