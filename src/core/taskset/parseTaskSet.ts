/** Reads a task set from its files: everything in place, or every problem with its place. */

import type * as z from 'zod/mini';
import { type Result, failure, success } from '../result.ts';
import { type QuestionKind } from '../answer/answer.ts';
import { strayBackgrounds } from './checkDrawing.ts';
import { strayContinuations } from './checkFormulas.ts';
import { type Remark, explainIssue } from './explain.ts';
import { type TaskSetFiles } from './files.ts';
import { strayChanges } from './loadLines.ts';
import { loadQuestion } from './loadQuestion.ts';
import { type Problem, inReadingOrder } from './problem.ts';
import { type Source, rounded, sameAmount } from './questionSource.ts';
import { type AuthoredQuestion } from './schema/questionSchema.ts';
import { taskSchema } from './schema/taskSchema.ts';
import { type AuthoredTaskSet, taskSetSchema } from './schema/taskSetSchema.ts';
import { TaskFiles } from './taskFiles.ts';
import { REVEALS, type Question, type Task, type TaskSet } from './taskSet.ts';
import { type YamlText, readYaml } from './yamlText.ts';

const TASK_SET_FILE = 'taskset.yaml';
const TASK_FILE = 'task.yaml';

/** More would help nobody. */
const MOST_PROBLEMS = 100;

export function parseTaskSet(files: TaskSetFiles): Result<TaskSet, Problem[]> {
  const head = readChecked(files, TASK_SET_FILE, taskSetSchema);
  if (!head.ok) return failure(shown(head.error));
  const { value: authored, yaml } = head.value;
  const tasks = authored.tasks.map((id) => parseTask(files, id, authored));
  const problems = tasks.flatMap((task) => task.problems);
  if (problems.length > 0) return failure(shown([...wrongList(authored, yaml), ...problems]));
  const set = assemble(authored, tasks);
  problems.push(
    ...wrongList(authored, yaml),
    ...repeatedQuestions(tasks),
    ...strayContinuations(set),
    ...strayBackgrounds(set),
    ...strayChanges(set),
    ...wrongSum(set, head.value),
  );
  return problems.length > 0 ? failure(shown(problems)) : success(set);
}

function shown(problems: readonly Problem[]): Problem[] {
  return inReadingOrder(problems).slice(0, MOST_PROBLEMS);
}

interface Checked<T> {
  readonly value: T;
  readonly yaml: YamlText;
}

function readChecked<T>(
  files: TaskSetFiles,
  file: string,
  schema: z.ZodMiniType<T>,
): Result<Checked<T>, Problem[]> {
  const text = files.texts.get(file);
  if (text === undefined) return failure([missingFile(file)]);
  const yaml = readYaml(file, text);
  if (!yaml.ok) return yaml;
  const checked = schema.safeParse(yaml.value.value);
  if (checked.success) return success({ value: checked.data, yaml: yaml.value });
  return failure(
    checked.error.issues
      .flatMap((issue) => explainIssue(issue, yaml.value.value))
      .map((remark) => problemOf(remark, yaml.value)),
  );
}

function problemOf({ path, message, atKey, rename }: Remark, yaml: YamlText): Problem {
  const problem = atKey ? yaml.problemAtKey(path, message) : yaml.problemAt(path, message);
  return rename === undefined ? problem : { ...problem, rename };
}

function missingFile(file: string): Problem {
  return { file, line: 1, column: 1, message: 'the file is missing' };
}

/** A task as far as it could be read. */
interface ParsedTask {
  readonly task?: Task;
  readonly problems: readonly Problem[];
}

function parseTask(
  files: TaskSetFiles,
  id: string,
  { replacements, language }: AuthoredTaskSet,
): ParsedTask {
  const file = `${id}/${TASK_FILE}`;
  const read = readChecked(files, file, taskSchema);
  if (!read.ok) return { problems: read.error };
  const { value: authored, yaml } = read.value;
  const taskFiles = new TaskFiles(id, files, yaml);
  const prompt = taskFiles.markdown(['prompt'], authored.prompt ?? '');
  const shared = {
    files: taskFiles,
    mathematics: authored.mathematics,
    language,
    decimalComma: writesDecimalComma(language),
  };
  const questions = authored.questions.map((question, index) =>
    load(question, { path: ['questions', index], ...shared }),
  );
  const counted = questions.filter(
    (_, index) => replacements !== 'off' || authored.questions[index]?.replacement !== true,
  );
  const note = authored.sourceNote;
  return {
    task: {
      id,
      title: authored.title,
      prompt,
      ...(note === undefined ? {} : { sourceNote: note }),
      points: sumOf(counted),
      questions: counted,
      figures: taskFiles.figures,
    },
    problems: taskFiles.problems,
  };
}

function load(
  authored: AuthoredQuestion,
  around: Omit<Source<QuestionKind>, 'authored'>,
): Question {
  return loadQuestion(authored.kind, { authored, ...around });
}

function writesDecimalComma(language: string): boolean {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',');
}

function sumOf(parts: readonly { readonly points: number }[]): number {
  return rounded(parts.reduce((sum, { points }) => sum + points, 0));
}

function assemble(authored: AuthoredTaskSet, parsed: readonly ParsedTask[]): TaskSet {
  const { id, title, language, version, mode = 'practice', reveal = REVEALS } = authored;
  const tasks = parsed.map(({ task }) => task).filter((task) => task !== undefined);
  const points = sumOf(tasks);
  return {
    id,
    title,
    language,
    version,
    points,
    mode,
    variants: 0,
    variant: 0,
    copy: authored.copy ?? 'whole',
    reveal: mode === 'exam' ? [] : reveal,
    ...(authored.commitment === undefined ? {} : { commitment: authored.commitment }),
    tasks,
  };
}

function wrongList({ tasks }: AuthoredTaskSet, yaml: YamlText): Problem[] {
  return tasks.flatMap((id, index) =>
    tasks.indexOf(id) === index
      ? []
      : [yaml.problemAt(['tasks', index], `the task '${id}' is listed twice`)],
  );
}

function repeatedQuestions(parsed: readonly ParsedTask[]): Problem[] {
  const seen = new Set<string>();
  return parsed.flatMap(({ task }) =>
    (task?.questions ?? []).flatMap(({ id, at }) => {
      const repeated = seen.has(id);
      seen.add(id);
      return repeated ? [{ ...at, message: `there is another question '${id}' in the set` }] : [];
    }),
  );
}

function wrongSum(
  set: TaskSet,
  { value: { points: stated }, yaml }: Checked<AuthoredTaskSet>,
): Problem[] {
  return sameAmount(stated, set.points)
    ? []
    : [
        yaml.problemAt(
          ['points'],
          `must be the sum over all questions that count: expected ${set.points}, found ${stated}`,
        ),
      ];
}
