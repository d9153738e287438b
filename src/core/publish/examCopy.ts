/**
 * `exam.json`: all variants of an exam as students get them, in one file. It is built up from the fields that the tables
 * keep; what several variants share stands in it once.
 */

import * as z from 'zod/mini';
import { QUESTION_KINDS, type QuestionKind } from '../answer/answer.ts';
import { type Result, failure, success } from '../result.ts';
import { explainIssue } from '../taskset/explain.ts';
import { type Problem } from '../taskset/problem.ts';
import { type Question, type QuestionOf, type Task, type TaskSet } from '../taskset/taskSet.ts';
import { fields } from '../taskset/schema/fields.ts';
import { EXAM_FIELDS } from './examQuestion.ts';
import { SET_FIELDS, TASK_FIELDS } from './examSet.ts';
import { restoredFields, shapeOf, storedFields } from './field.ts';
import { COPY_FILE } from './pinned.ts';

const place = () => z.int().check(z.gte(0));

const kindSchema = z.looseObject({ kind: z.enum(QUESTION_KINDS) });

/** By kind, made from the tables. */
const QUESTIONS = new Map(
  QUESTION_KINDS.map((kind) => [kind, fields(shapeOf(EXAM_FIELDS[kind]))] as const),
);

const copySchema = fields({
  format: z.literal(1),
  copy: z.literal('exam'),
  set: fields(shapeOf(SET_FIELDS)),
  /** those of all variants */
  questions: z.array(kindSchema),
  /** those of all variants; `questions` are places in the list above */
  tasks: z.array(fields({ ...shapeOf(TASK_FIELDS), questions: z.array(place()) })),
  /** of each the places of its tasks; a set without variants has one */
  variants: z.array(z.array(place())).check(z.minLength(1), z.maxLength(1000)),
  hasVariants: z.boolean(),
});

type Copy = z.infer<typeof copySchema>;

/** @param variants of one exam, whole; a set without variants is the only one */
export function examCopy(variants: readonly TaskSet[]): string {
  const [first] = variants;
  if (first === undefined) throw new Error('an exam has to have a variant');
  const questions = new Distinct();
  const tasks = new Distinct();
  const places = variants.map((set) =>
    set.tasks.map((task) =>
      tasks.placeOf({
        ...storedFields(TASK_FIELDS, task),
        questions: task.questions.map((question) => questions.placeOf(storedQuestion(question))),
      }),
    ),
  );
  return `${JSON.stringify({
    format: 1,
    copy: 'exam',
    set: storedFields(SET_FIELDS, first),
    questions: questions.all,
    tasks: tasks.all,
    variants: places,
    hasVariants: first.variants > 0,
  })}\n`;
}

function storedQuestion<K extends QuestionKind>(question: QuestionOf<K>): unknown {
  return storedFields<QuestionOf<K>>(EXAM_FIELDS[question.kind], question);
}

/** Plain data, equal things once. */
class Distinct {
  readonly all: unknown[] = [];
  readonly #places = new Map<string, number>();

  placeOf(value: unknown): number {
    const text = JSON.stringify(value);
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.all.length);
    return this.all.push(value) - 1;
  }
}

/** All variants, in order. What is the same in several of them is the same object. */
export function openExamCopy(text: string): Result<readonly TaskSet[], Problem[]> {
  const parsed = parsedJson(text);
  if (parsed === undefined) return failure([problem('expected JSON')]);
  const checked = copySchema.safeParse(parsed);
  if (!checked.success) return failure(explained(checked.error, parsed, ''));
  const problems = checked.data.questions.flatMap((question, index) => {
    const read = QUESTIONS.get(question.kind)?.safeParse(question);
    return explained(read?.error, question, `questions[${index}]: `);
  });
  return problems.length > 0 ? failure(problems) : setsOf(checked.data);
}

function explained(error: z.core.$ZodError | undefined, data: unknown, where: string): Problem[] {
  const remarks = (error?.issues ?? []).flatMap((issue) => explainIssue(issue, data));
  return remarks.map(({ message }) => problem(`${where}${message}`));
}

function setsOf(copy: Copy): Result<readonly TaskSet[], Problem[]> {
  const questions = copy.questions.map(restoredQuestion);
  const tasks = copy.tasks.map((stored): Task | undefined => {
    const own = stored.questions.flatMap((index) => questions[index] ?? []);
    return own.length === stored.questions.length
      ? { ...restoredFields(TASK_FIELDS, stored), questions: own }
      : undefined;
  });
  const sets: TaskSet[] = [];
  for (const [index, places] of copy.variants.entries()) {
    const own = places.flatMap((each) => tasks[each] ?? []);
    if (own.length < places.length) return failure([problem('a task or a question is missing')]);
    sets.push(variantOf(copy, own, index));
  }
  return success(sets);
}

function restoredQuestion(stored: Readonly<Record<string, unknown>>): Question {
  return questionOf(kindSchema.parse(stored).kind, stored);
}

function questionOf<K extends QuestionKind>(
  kind: K,
  stored: Readonly<Record<string, unknown>>,
): QuestionOf<K> {
  return restoredFields<QuestionOf<K>>(EXAM_FIELDS[kind], stored);
}

function variantOf({ set, variants, hasVariants }: Copy, tasks: Task[], index: number): TaskSet {
  return {
    ...restoredFields(SET_FIELDS, set),
    mode: 'exam',
    copy: 'student',
    variants: hasVariants ? variants.length : 0,
    variant: hasVariants ? index + 1 : 0,
    tasks,
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problem(message: string): Problem {
  return { file: COPY_FILE, line: 1, column: 1, message: message.slice(0, 500) };
}
