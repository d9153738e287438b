/** How often each option of a choice was selected. */

import { readAnswer } from '../answer/readAnswer.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { type FinalGrade } from './finalGrade.ts';

export interface OptionCount {
  readonly id: string;
  /** Markdown with LaTeX */
  readonly text: string;
  readonly correct: boolean;
  readonly count: number;
}

export function optionCounts(
  { id, options }: QuestionOf<'choice'>,
  grades: readonly FinalGrade[],
): OptionCount[] {
  const selections = grades.map(({ record }) => selectedIn(record.answers, id));
  return options.map((option) => ({
    id: option.id,
    text: option.text,
    correct: option.correct,
    count: selections.filter((selected) => selected.has(option.id)).length,
  }));
}

function selectedIn(answers: Readonly<Record<string, unknown>>, id: string): ReadonlySet<string> {
  const answer: unknown = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const read = readAnswer('choice', answer ?? {});
  return new Set(read.ok ? read.value.selected : []);
}
