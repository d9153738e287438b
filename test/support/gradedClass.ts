/**
 * A class that handed in tasks of the bundled exam, unless others are wanted those without programs and proofs, which take
 * time to grade; and its folders.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { problemText } from '../../src/core/taskset/problem.ts';
import { type TaskSet } from '../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../src/runtime/taskSetFiles.ts';
import { classOf, type ClassOptions, type Handed, writeClass } from './submissions.ts';

const EXAM = join(import.meta.dirname, '../../tasks/ml1');
const QUICK = ['1-multiple-choice', '2-decision-boundary', '4-rnn'];

export interface GradedClass {
  /** holds all others */
  readonly root: string;
  readonly set: string;
  readonly submissions: string;
  readonly students: readonly Handed[];
  /** a new folder's path */
  readonly out: (name: string) => string;
  readonly remove: () => Promise<void>;
}

interface GradedClassOptions extends ClassOptions {
  /** folders of the exam */
  readonly tasks?: readonly string[];
}

export async function gradedClass(
  count: number,
  { tasks = QUICK, ...options }: GradedClassOptions = {},
): Promise<GradedClass> {
  const root = await mkdtemp(join(tmpdir(), 'class-'));
  const set = await shorterExam(root, tasks);
  const submissions = join(root, 'submissions');
  const students = await classOf(await loaded(set), count, options);
  await writeClass(submissions, students);
  return {
    root,
    set,
    submissions,
    students,
    out: (name) => join(root, name),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function shorterExam(root: string, kept: readonly string[]): Promise<string> {
  const folder = join(root, 'set');
  await cp(EXAM, folder, { recursive: true });
  const { tasks } = await loaded(EXAM);
  const left = tasks.filter(({ id }) => kept.includes(id));
  const points = left.reduce((sum, task) => sum + task.points, 0);
  const lines = ['id: ml1', 'title: Machine Learning', 'language: en', 'version: 1.0.0'];
  const text = [
    'format: 1',
    ...lines,
    `points: ${points}`,
    'replacements: on',
    `tasks: [${kept.join(', ')}]`,
  ];
  await writeFile(join(folder, 'taskset.yaml'), `${text.join('\n')}\n`);
  for (const { id } of tasks) {
    if (!kept.includes(id)) await rm(join(folder, id), { recursive: true });
  }
  return folder;
}

async function loaded(folder: string): Promise<TaskSet> {
  const set = await loadTaskSet(folder);
  if (set.ok) return set.value;
  throw new Error(set.error.map(problemText).join('\n'));
}

/** Every file below a folder: path → bytes. */
export async function bytesIn(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = paths.map(async (path) => [relative(folder, path), await readFile(path)] as const);
  return new Map(await Promise.all(read));
}

/** Has the option count as right that did not, and the other way round. */
export async function changeKey(set: string): Promise<void> {
  const path = join(set, '1-multiple-choice', 'task.yaml');
  const text = await readFile(path, 'utf8');
  const swapped = text
    .replace('        correct: true\n', '')
    .replace('text: Sigmoid multiplication to a positive real value', '$&\n        correct: true');
  await writeFile(path, swapped);
}
