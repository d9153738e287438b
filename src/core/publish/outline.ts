/** What publishing made of each question, for the author to read. */

import { type QuestionKind } from '../answer/answer.ts';
import { type Question, type QuestionOf } from '../taskset/taskSet.ts';
import { type Field } from './field.ts';
import { EXAM_FIELDS } from './examQuestion.ts';

export interface Outline {
  /** id of the question */
  readonly question: string;
  /** names of fields that the copy holds, whole or in part */
  readonly kept: readonly string[];
  /** names of fields that held something, and are not in the copy */
  readonly removed: readonly string[];
}

export function examOutline(question: Question): Outline {
  return outlineIn<QuestionKind>(question);
}

function outlineIn<K extends QuestionKind>(question: QuestionOf<K>): Outline {
  const fields = new Map(Object.entries<Field<unknown>>(EXAM_FIELDS[question.kind]));
  const told = Object.entries(question).filter(([name, value]) => name !== 'at' && isSaid(value));
  const isKept = ([name]: readonly [string, unknown]): boolean =>
    fields.get(name)?.schema !== undefined;
  return {
    question: question.id,
    kept: told.filter(isKept).map(([name]) => name),
    removed: told.filter((each) => !isKept(each)).map(([name]) => name),
  };
}

/** Empty lists and texts say nothing. */
function isSaid(value: unknown): boolean {
  if (typeof value === 'string') return value !== '';
  if (typeof value !== 'object') return value !== undefined;
  return value !== null && Object.keys(value).length > 0;
}
