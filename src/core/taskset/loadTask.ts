/** From a task that fits the schema to a loaded one: texts in place, and what a schema cannot say checked. */

import { type QuestionKind } from '../answer/answer.ts';
import { type FilledFiles } from '../variants/filledFiles.ts';
import { type VariantScope } from '../variants/variantScope.ts';
import { type Checked } from './checkedYaml.ts';
import { loadQuestion } from './loadQuestion.ts';
import { type Problem } from './problem.ts';
import { type Source, sumOf } from './questionSource.ts';
import { type AuthoredQuestion } from './schema/questionSchema.ts';
import { type AuthoredTask } from './schema/taskSchema.ts';
import { TaskFiles } from './taskFiles.ts';
import { type Question, type Task } from './taskSet.ts';

/** What a task is loaded with. */
export interface Surroundings {
  readonly id: string;
  readonly files: FilledFiles;
  readonly variant: VariantScope;
  readonly language: string;
  readonly replacements: 'on' | 'off';
}

/** Questions by what they were made of: one that is the same in many variants is loaded once, and is one object. */
export type Shelf = Map<string, Loaded>;

interface Loaded {
  readonly question: Question;
  readonly files: TaskFiles;
}

export function loadTask(
  { value: authored, yaml }: Checked<AuthoredTask>,
  around: Surroundings,
  shelf: Shelf,
): { readonly task: Task; readonly problems: readonly Problem[] } {
  const { id, files } = around;
  const own = new TaskFiles(id, files, yaml);
  const prompt = own.markdown(['prompt'], authored.prompt ?? '');
  const loaded = authored.questions.map((question, index) =>
    fromShelf(shelf, {
      ...sharedBy(authored, around),
      authored: question,
      path: ['questions', index],
      files: new TaskFiles(id, files, yaml),
    }),
  );
  const questions = loaded
    .filter((_, index) => isCounted(authored.questions[index], around))
    .map(({ question }) => question);
  const all = [own, ...loaded.map((each) => each.files)];
  const figures = [...new Set(all.flatMap((each) => each.figures))];
  const task = {
    ...headOf(authored, id),
    prompt,
    points: sumOf(questions),
    questions,
    figures,
    ...drawnPictures(figures, around),
  };
  return { task, problems: all.flatMap((each) => each.problems) };
}

function headOf({ title, sourceNote }: AuthoredTask, id: string) {
  return { id, title, ...(sourceNote === undefined ? {} : { sourceNote }) };
}

function sharedBy({ mathematics }: AuthoredTask, { language, variant }: Surroundings) {
  return { mathematics, language, variant, decimalComma: writesDecimalComma(language) };
}

function isCounted(question: AuthoredQuestion | undefined, { replacements }: Surroundings) {
  return replacements === 'on' || question?.replacement !== true;
}

function drawnPictures(figures: readonly string[], { id, files }: Surroundings) {
  const drawn = figures.flatMap((path) => {
    const text = files.filled.get(`${id}/${path}`);
    return text === undefined ? [] : [[path, text] as const];
  });
  return drawn.length === 0 ? {} : { pictures: Object.fromEntries(drawn) };
}

type Unloaded = Omit<Source<QuestionKind>, 'authored'> & { readonly authored: AuthoredQuestion };

function fromShelf(shelf: Shelf, source: Unloaded): Loaded {
  const key = ingredientsOf(source);
  const before = shelf.get(key);
  if (before !== undefined) return before;
  const loaded = { question: load(source), files: source.files };
  shelf.set(key, loaded);
  return loaded;
}

/** All that a question is made of and that may differ by variant. */
function ingredientsOf({ authored, mathematics, path, files, variant }: Unloaded): string {
  const written = JSON.stringify([path, authored, mathematics]);
  const isShuffled = authored.kind === 'choice' && authored.shuffle === true;
  const filled = files.filledAmong((name) => written.includes(JSON.stringify(name)));
  return JSON.stringify([written, filled, isShuffled ? variant.variant : 0]);
}

function load(source: Unloaded): Question {
  return loadQuestion<QuestionKind>(source.authored.kind, source);
}

function writesDecimalComma(language: string): boolean {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',');
}
