/** `grades.csv`: a row a submission, a column a question. What is not settled is empty, never zero. */

import { type FinalGrade } from '../../core/gradebook/finalGrade.ts';
import { type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { brief } from '../../core/printable.ts';
import { type TaskSet, questionsOf } from '../../core/taskset/taskSet.ts';
import { type Cell, csv } from './table.ts';

const COLUMNS = [
  'submission',
  'student',
  'state',
  'points',
  'max points',
  'open questions',
  'cause',
  'reason',
  'receipt',
  'handed in',
  'variant',
  'file',
  'notes',
] as const;

/** In characters. */
const LONGEST = 1000;

const text = (content: string | undefined): Cell => content && brief(content, LONGEST);

export function gradesTable(grades: readonly FinalGrade[], set: TaskSet): string {
  const ids = questionsOf(set).map(({ id }) => id);
  return csv([[...COLUMNS, ...ids], ...grades.map((grade) => row(grade, ids))]);
}

/** Of what could not be read it is not known: the record then says which variant's questions were counted. */
function variantIn({ variant, questions }: GradeRecord): Cell {
  const isUnknown = Object.keys(questions).length === 0;
  return isUnknown || variant === 0 ? undefined : variant;
}

function row(grade: FinalGrade, ids: readonly string[]): Cell[] {
  const { record, standing, points, maxPoints, open, questions } = grade;
  const isKnown = standing !== 'not-gradable';
  return [
    text(record.submission),
    text(record.student),
    standing,
    isKnown ? points : undefined,
    maxPoints,
    open.join(','),
    record.cause,
    text(record.reason),
    text(record.receipt),
    text(record.handedIn),
    variantIn(record),
    text(record.file),
    text(record.notes?.join(' ')),
    ...ids.map((id) => {
      const question = questions.get(id);
      return question?.settled === true ? question.points : undefined;
    }),
  ];
}
