/** Which answers are the same for who grades them, so that one decision can be for all. */

import { readAnswer } from '../answer/readAnswer.ts';
import { type Question, type TaskSet, questionsOf } from '../taskset/taskSet.ts';
import { type GradeRecord } from './gradeRecord.ts';
import { looksAt } from './looksAt.ts';

/**
 * The same text for the same answer: texts by their words, others by what was read, all together with the answers that
 * the verdict looks at. undefined where nothing is known of the answer. @param set in the student's variant
 */
export function sameness(
  question: Question,
  set: TaskSet,
  record: GradeRecord,
): string | undefined {
  if (!Object.hasOwn(record.questions, question.id)) return undefined;
  const others = new Set(looksAt(question));
  const looked = questionsOf(set).filter(({ id }) => others.has(id));
  const answers = [question, ...looked].map((each) => plain(each, given(record, each.id)));
  return JSON.stringify([record.variant, answers]);
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
