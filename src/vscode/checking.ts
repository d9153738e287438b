/** Checking an answer: at once, or, where programs are involved, by running them, with progress, cancel and marks at the code. */
import { ProgressLocation, window, workspace } from 'vscode';
import { type PublicQuestion, type PublicQuestionOf } from '../core/taskset/publicTask.ts';
import { cannotRun } from '../core/grade/codeRun.ts';
import { type ProviderChoice } from '../runtime/attack/attack.ts';
import { type QuestionRecord } from '../runtime/attempt/questionRecord.ts';
import { type AttackEngine } from './attackEngine.ts';
import { saveCode } from './codeFiles.ts';
import { entryLine, lineNamedIn } from './entryFunction.ts';
import { type Exam } from './exam.ts';
import { type FailureMarks } from './failureMarks.ts';
import { ownProgram } from './ownProgram.ts';
import { plainText } from '../core/plainText.ts';
import { mayRunCode, type Trust } from './trust.ts';

export interface CheckingParts {
  readonly engine: AttackEngine;
  readonly trust: Trust;
  readonly marks: FailureMarks;
  readonly provider: () => ProviderChoice;
}

/** Resolves when the verdict is kept; where code may not run, to the record as it was. */
export async function check(exam: Exam, id: string, parts: CheckingParts): Promise<QuestionRecord> {
  const question = exam.question(id);
  if (!exam.set.public.canGrade) return await checkReadable(exam, question);
  if (question.kind === 'code') return await checkCode(exam, question, parts);
  if (question.kind === 'lines') return await checkLines(exam, question, parts);
  return await exam.check(id, cannotRun('This kind of question runs no code.'));
}

/** Nothing is run: who grades the answer does that. Programs are kept as they stand in the editor. */
async function checkReadable(exam: Exam, question: PublicQuestion): Promise<QuestionRecord> {
  if (question.kind === 'code') await saveCode(exam, question);
  if (question.kind === 'lines') await keepOwnProgram(exam, question);
  return await exam.check(question.id, cannotRun('The answer is graded after handing in.'));
}

async function checkCode(
  exam: Exam,
  question: PublicQuestionOf<'code'>,
  parts: CheckingParts,
): Promise<QuestionRecord> {
  const { trust, marks } = parts;
  if (!mayRunCode(trust, 'Running the checks')) return exam.record(question.id);
  await saveCode(exam, question);
  marks.clear(exam.fileUri(question.entry.file));
  const record = await runChecks(exam, question.id, parts);
  await markFailures(exam, question, record, marks);
  return record;
}

/** What is changed is the program as it stands in the editor, so that is kept first. */
async function checkLines(
  exam: Exam,
  question: PublicQuestionOf<'lines'>,
  parts: CheckingParts,
): Promise<QuestionRecord> {
  const { id } = question;
  if (!mayRunCode(parts.trust, 'Running the checks')) return exam.record(id);
  await keepOwnProgram(exam, question);
  return await runChecks(exam, id, parts);
}

async function keepOwnProgram(
  exam: Exam,
  { program, file }: PublicQuestionOf<'lines'>,
): Promise<void> {
  const code = exam.codeQuestion(program);
  if ((await ownProgram(exam, code, file)) !== undefined) await saveCode(exam, code);
}

function runChecks(
  exam: Exam,
  id: string,
  { engine, provider }: CheckingParts,
): Thenable<QuestionRecord> {
  const options = { model: exam.set.model, provider: provider() };
  return cancellable(`Checks of question ${id}`, (signal) =>
    exam.check(id, engine.checks({ ...options, signal })),
  );
}

function cancellable<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Thenable<T> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => {
        abort.abort();
      });
      return work(abort.signal);
    },
  );
}

const FAILURES = new Set(['wrong', 'partial', 'invalid', 'not-run']);

/** At the line that a message names, else at the function that was checked. */
async function markFailures(
  exam: Exam,
  question: PublicQuestionOf<'code'>,
  { verdict }: QuestionRecord,
  marks: FailureMarks,
): Promise<void> {
  if (verdict === undefined || !FAILURES.has(verdict.verdict)) return;
  const { file: name, function: entry } = question.entry;
  const file = exam.fileUri(name);
  const text = (await workspace.openTextDocument(file)).getText();
  const failures = [...new Set(verdict.feedback)].map((message) => ({
    line: lineNamedIn(message, name) ?? entryLine(text, entry) ?? 0,
    message: plainText(message),
  }));
  await marks.show(file, failures);
}
