/** Which answers are the same for who grades them, so that one decision can be for all. */

import { readAnswer } from '../answer/readAnswer.ts';
import { type Question, type Task, type TaskSet } from '../taskset/taskSet.ts';
import { type GradeRecord } from './gradeRecord.ts';
import { looksAt } from './looksAt.ts';

/**
 * The same text for the same answer: texts by their words, others by what was read, all together with the answers that
 * the verdict looks at. undefined where nothing is known of the answer. @param asked in the student's variant
 */
export function sameness(
  { question, looked }: AskedTogether,
  record: GradeRecord,
): string | undefined {
  if (!Object.hasOwn(record.questions, question.id)) return undefined;
  return JSON.stringify([question, ...looked].map((each) => plain(each, given(record, each.id))));
}

/** Plain values: where they are equal in two variants, the same was asked. */
export interface AskedTogether {
  readonly question: Question;
  /** other questions whose answers the verdict looks at */
  readonly looked: readonly Question[];
  /** what stands around it; pictures that are the same in every variant are left out */
  readonly task: Pick<Task, 'prompt' | 'pictures' | 'figureFiles'>;
}

/** Throws where the set has no question of that id. */
export function askedTogether({ tasks }: TaskSet, id: string): AskedTogether {
  const questions = tasks.flatMap((task) => task.questions);
  const task = tasks.find((each) => each.questions.some((question) => question.id === id));
  const question = questions.find((each) => each.id === id);
  if (task === undefined || question === undefined) throw new Error(`There is no question ${id}.`);
  const others = new Set(looksAt(question));
  const { prompt, pictures, figureFiles } = task;
  const looked = questions.filter((each) => others.has(each.id));
  return { question, looked, task: { prompt, pictures, figureFiles } };
}

function given({ answers }: GradeRecord, id: string): unknown {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/** A text without its spaces and line ends; of others, fields in the order of their names. */
function plain({ kind }: Question, answer: unknown): unknown {
  if (answer === undefined || answer === null) return '';
  const read = readAnswer(kind, answer);
  if (!read.ok) return ['unreadable', ordered(answer)];
  return 'text' in read.value ? words(read.value.text) : ordered(read.value);
}

const words = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, each]) => [name, ordered(each)]);
}
