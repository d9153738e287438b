/** `changes.csv`: every grade that grading anew has changed. */

import { type GradeChange, type QuestionState } from '../../core/gradebook/changes.ts';
import { brief } from '../../core/printable.ts';
import { type Cell, csv } from './table.ts';

const COLUMNS = [
  'submission',
  'student',
  'question',
  'verdict before',
  'points before',
  'verdict after',
  'points after',
  'max points',
] as const;

const LONGEST = 1000;

const text = (content: string | undefined): Cell => content && brief(content, LONGEST);

const paid = (state: QuestionState | undefined): Cell =>
  state?.settled === true ? state.points : undefined;

export function changesTable(changes: readonly GradeChange[]): string {
  const rows = changes.map(
    ({ submission, student, question, before, after, maxPoints }): Cell[] => [
      text(submission),
      text(student),
      question,
      before?.verdict,
      paid(before),
      after.verdict,
      paid(after),
      maxPoints,
    ],
  );
  return csv([COLUMNS, ...rows]);
}
