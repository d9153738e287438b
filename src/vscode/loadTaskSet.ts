/** Loads a task set for the editor. Apart from the rest, so that a window without an exam never loads the parser. */
import { readAnswer } from '../core/answer/readAnswer.ts';
import { type Problem, problemText } from '../core/taskset/problem.ts';
import { publicTaskSet } from '../core/taskset/publicTaskSet.ts';
import { type Question, questionsOf, type Task, type TaskSet } from '../core/taskset/taskSet.ts';
import { type FolderFiles } from '../runtime/attempt/studentFolder.ts';
import { contentHash } from '../runtime/contentHash.ts';
import { pictureUri, readPicture } from '../runtime/pictures.ts';
import {
  loadTaskSet as readTaskSet,
  readPinned,
  readTaskSetFiles,
} from '../runtime/taskSetFiles.ts';
import { type LoadedSet } from './loadedSet.ts';
import { studentTypes } from './studentTypes.ts';

type Figures = Readonly<Record<string, string>>;

/**
 * Throws with the problems of the set. `dist` is where the build lies, the student module's types in it.
 * @param variant the first unless stated, of a set that has variants
 */
export async function loadTaskSet(
  folder: string,
  dist: string,
  variant?: number,
): Promise<LoadedSet> {
  const read = await readTaskSet(folder, { variant });
  if (!read.ok) throw faultOf(read.error);
  return await loadedSet(read.value, folder, dist);
}

/** The first of them in the message, all of them as its cause: a notification has one line. */
function faultOf(problems: readonly Problem[]): Error {
  const [first = '', ...others] = problems.map(problemText);
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return new Error(`${first}${more}.`, { cause: new Error([first, ...others].join('\n')) });
}

/** The same, of a set that was read from this folder. */
export async function loadedSet(set: TaskSet, folder: string, dist: string): Promise<LoadedSet> {
  const questions = new Map(questionsOf(set).map((question) => [question.id, question]));
  const figures = await readFigures(folder, set);
  return {
    public: publicTaskSet(set),
    variants: set.variants,
    content: contentHash(await readTaskSetFiles(folder)),
    studentFiles: studentFiles(questionsOf(set)),
    types: await studentTypes(dist),
    question: (id) => found(questions.get(id), `There is no question ${id} in this exam.`),
    readAnswer: (id, value) => {
      const question = questions.get(id);
      const answer = question === undefined ? undefined : readAnswer(question.kind, value);
      return answer?.ok === true ? answer.value : undefined;
    },
    model: async ({ model }) => ({
      bytes: await readPinned(folder, model),
      sha256: model.sha256,
    }),
    figures: (task) => figures.get(task) ?? {},
  };
}

function studentFiles(questions: readonly Question[]): FolderFiles {
  const files = questions
    .filter((question) => question.kind === 'code')
    .map(({ files, handout }) => ({ ...handout, ...files }));
  return Object.assign({}, ...files) as FolderFiles;
}

/** As data, so that a webview may load nothing from the set's folder, where the solutions are. */
async function readFigures(folder: string, { tasks }: TaskSet): Promise<Map<string, Figures>> {
  const read = tasks.map(async (task) => [task.id, await figuresOf(folder, task)] as const);
  return new Map(await Promise.all(read));
}

async function figuresOf(folder: string, task: Task): Promise<Figures> {
  const read = task.figures.map(
    async (path) => [path, pictureUri(path, await readPicture(folder, task, path))] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

function found<T>(value: T | undefined, sentence: string): T {
  if (value === undefined) throw new Error(sentence);
  return value;
}
