/** `exambench check`: grades a file of answers. */

import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type GivenAnswers, readAnswersFile } from '../core/answer/answersFile.ts';
import { type CodeRuns } from '../core/grade/codeRun.ts';
import { grade } from '../core/grade/grade.ts';
import { gradingAlone } from '../core/grade/grading.ts';
import { gradeAttempt } from '../core/grade/gradeAttempt.ts';
import { strangerNotes } from '../core/grade/strangers.ts';
import { type Verdict } from '../core/grade/verdict.ts';
import { problemText } from '../core/taskset/problem.ts';
import { type TaskSet, questionsOf } from '../core/taskset/taskSet.ts';
import { loadTaskSet } from '../runtime/taskSetFiles.ts';
import { openCodeRunner, runnerOptions, RUNNER_USAGE } from './codeRunner.ts';
import { type Command, type CommandIo, type ExitCode, UsageError } from './command.ts';
import { reportText } from './reportText.ts';

export const check: Command = {
  name: 'check',
  summary: 'Grades a file of answers.',
  usage: `Usage: exambench check <set> --answers FILE [--question ID] [--variant N] [--json] [--provider auto|cpu|cuda] [--unsafe-no-sandbox]

Grades answers to the task set in the folder <set>. FILE is {"taskSet": id, "answers": {question: answer, …}}, with
"variant": number where the set has variants, or JSON lines of {"question": id, "answer": {…}}; of lines, one verdict a
line is printed as JSON, in the same order.

  --answers FILE  The answers.
  --question ID   Grade this question only.
  --variant N     Which variant was answered, of a set that has variants. Needed where FILE does not say it.
  --json          Print the report as JSON.
${RUNNER_USAGE}
Exit code: 0 nothing wrong among the answers given, 1 an answer is wrong, partly right or cannot be read, 2 could not grade.
`,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...runnerOptions,
        answers: { type: 'string' },
        question: { type: 'string' },
        variant: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) throw new UsageError('expected one folder');
    if (values.answers === undefined) throw new UsageError('--answers FILE is missing');
    const given = await readAnswers(values.answers);
    const whole = await readSet(folder, variantOf(given, variantIn(values.variant)));
    const set = values.question === undefined ? whole : only(whole, values.question);
    const runner = openCodeRunner(folder, values);
    const grading = { set, whole, run: runner.run, io, json: values.json === true };
    return await gradeAll(grading, given).finally(() => {
      runner.close();
    });
  },
};

interface Grading {
  /** what is graded */
  readonly set: TaskSet;
  readonly whole: TaskSet;
  readonly run: CodeRuns;
  readonly io: CommandIo;
  readonly json: boolean;
}

function variantIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UsageError(`--variant takes a number from 1, found ${text}`);
}

/** undefined: neither the file nor the option says it. */
function variantOf(given: GivenAnswers, asked: number | undefined): number | undefined {
  const stated = given.form === 'attempt' ? given.variant : undefined;
  if (stated === undefined || asked === undefined || stated === asked) return asked ?? stated;
  throw new UsageError(`the answers are to variant ${stated}, and --variant says ${asked}`);
}

async function readSet(folder: string, variant: number | undefined): Promise<TaskSet> {
  const loaded = await loadTaskSet(folder, { variant });
  if (loaded.ok) return inRange(loaded.value, variant);
  throw new Error(`the task set has problems:\n${loaded.error.map(problemText).join('\n')}`);
}

/** 0 is the variant of a set that has none. */
function inRange(set: TaskSet, variant: number | undefined): TaskSet {
  const last = Math.max(set.variants, 1);
  if (variant === undefined && set.variants > 0) {
    throw new UsageError(
      `${set.id} has the variants 1 to ${last}, and nothing says which one was answered: --variant N, or "variant": N in the answers file`,
    );
  }
  if (variant === undefined || (variant <= last && (variant > 0 || set.variants === 0))) return set;
  const known = set.variants === 0 ? 'it has no variants' : `its variants are 1 to ${last}`;
  throw new UsageError(`${set.id} has no variant ${variant}: ${known}`);
}

/** The set without all other questions. */
function only(set: TaskSet, id: string): TaskSet {
  const question = questionsOf(set).find((each) => each.id === id);
  if (question === undefined) throw new UsageError(`there is no question '${id}'; ${known(set)}`);
  const tasks = set.tasks.map((task) => ({
    ...task,
    questions: task.questions.filter((each) => each === question),
  }));
  return { ...set, points: question.points, tasks };
}

function known(set: TaskSet): string {
  return `the questions are ${questionsOf(set)
    .map(({ id }) => id)
    .join(', ')}`;
}

const LARGEST_ANSWERS = 64 * 1024 * 1024;

async function readAnswers(file: string): Promise<GivenAnswers> {
  const { size } = await stat(file);
  if (size > LARGEST_ANSWERS) {
    throw new Error(`${file}: expected at most ${LARGEST_ANSWERS} bytes, found ${size}`);
  }
  const read = readAnswersFile(await readFile(file, 'utf8'));
  if (read.ok) return read.value;
  throw new Error(`${file}: ${read.error}`);
}

async function gradeAll(grading: Grading, given: GivenAnswers): Promise<ExitCode> {
  const note = noteOnCopy(grading.whole);
  if (note !== undefined) grading.io.stderr(`${note}\n`);
  return given.form === 'attempt'
    ? await gradeWhole(grading, given)
    : await gradeLines(grading, given.lines);
}

/** What a copy for students can tell of answers, and where more can be told. */
function noteOnCopy({ copy, mode }: TaskSet): string | undefined {
  if (copy !== 'student') return undefined;
  return mode === 'exam'
    ? 'This is the students’ copy of an exam. It holds no solutions: whether an answer can be read is told, and not whether it is right. Your own folder judges, or the sealed set: see exambench grade --help.'
    : 'This is a students’ copy for practice: it judges as your own folder does; what it leaves out only helps to read.';
}

type Attempt = Extract<GivenAnswers, { form: 'attempt' }>;
type Lines = Extract<GivenAnswers, { form: 'lines' }>['lines'];

async function gradeWhole(grading: Grading, { taskSet, answers }: Attempt): Promise<ExitCode> {
  const { set, whole, run, io, json } = grading;
  if (taskSet !== set.id) {
    throw new Error(`the answers belong to the task set '${taskSet}', not to '${set.id}'`);
  }
  for (const note of strangerNotes(whole, answers)) io.stderr(`${note}\n`);
  const report = await gradeAttempt(set, answers, { run, whole });
  io.stdout(json ? `${JSON.stringify(report, undefined, 2)}\n` : reportText(report, set));
  return exitCode(Object.values(report.questions));
}

async function gradeLines({ set, whole, run, io }: Grading, lines: Lines): Promise<ExitCode> {
  const questions = new Map(questionsOf(set).map((question) => [question.id, question]));
  const verdicts: Verdict[] = [];
  for (const line of lines) {
    const question = line.ok ? questions.get(line.value.question) : undefined;
    if (line.ok && question === undefined && isKnown(whole, line.value.question)) continue;
    const verdict =
      line.ok && question !== undefined
        ? await grade(question, line.value.answer, gradingAlone(run))
        : unreadable(line.ok ? `there is no question '${line.value.question}'` : line.error);
    verdicts.push(verdict);
    const id = line.ok ? line.value.question : null;
    io.stdout(`${JSON.stringify({ question: id, ...verdict })}\n`);
  }
  return exitCode(verdicts);
}

/** Of the set, but not asked for by `--question`. */
function isKnown(set: TaskSet, id: string): boolean {
  return questionsOf(set).some((question) => question.id === id);
}

function unreadable(reason: string): Verdict {
  const feedback = [`The answer cannot be read: ${reason}.`];
  return { verdict: 'invalid', points: 0, maxPoints: 0, feedback };
}

const WRONG: ReadonlySet<string> = new Set(['wrong', 'partial', 'invalid']);

function exitCode(verdicts: readonly Verdict[]): ExitCode {
  if (verdicts.some(({ verdict }) => verdict === 'not-run')) return 2;
  return verdicts.some(({ verdict }) => WRONG.has(verdict)) ? 1 : 0;
}
