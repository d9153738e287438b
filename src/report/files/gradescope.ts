/**
 * `results.json` as Gradescope's autograder takes it. Source: https://gradescope-autograders.readthedocs.io/en/latest/specs/
 * (`score`, `output`, `output_format`, `visibility`, `tests` with `number`, `name`, `score`, `max_score`, `status`,
 * `output`, `output_format`, `visibility`).
 */

import { type FinalQuestion } from '../../core/gradebook/finalGrade.ts';
import { brief, printable } from '../../core/printable.ts';
import { type Question, questionsOf } from '../../core/taskset/taskSet.ts';
import { type StudentResult } from '../results.ts';
import { CAUSE_WORDS, counted, outcomeOf } from '../words.ts';

export function gradescopeResults({ grade, set }: StudentResult): string {
  const { record, standing, points, open } = grade;
  const results = {
    // without a score Gradescope shows the submission as not graded, which it is
    ...(standing === 'not-gradable' ? {} : { score: points }),
    output: overall(record.reason ?? CAUSE_WORDS[record.cause], open.length),
    output_format: 'text',
    visibility: 'after_published',
    tests: questionsOf(set).flatMap((question) => {
      const graded = grade.questions.get(question.id);
      return graded === undefined ? [] : [testOf(question, graded)];
    }),
    extra_data: { submission: record.submission, sha256: record.sha256, receipt: record.receipt },
  };
  return `${JSON.stringify(results, undefined, 2)}\n`;
}

function overall(state: string, open: number): string {
  const waiting =
    open === 0
      ? ''
      : ` ${counted(open, 'question')} ${open === 1 ? 'waits' : 'wait'} for a person.`;
  return `${brief(state, 1000)}.${waiting}`;
}

function testOf({ id, title }: Question, graded: FinalQuestion) {
  const { settled, points, maxPoints, feedback, decision } = graded;
  const remarks = [...feedback, ...(decision?.comment === undefined ? [] : [decision.comment])];
  return {
    number: id,
    name: title,
    ...(settled ? { score: points } : {}),
    max_score: maxPoints,
    ...(settled ? { status: points >= maxPoints ? 'passed' : 'failed' } : {}),
    output: plain([`${outcomeOf(graded).words}.`, ...remarks]),
    // as text: HTML and Markdown of students would be obeyed there
    output_format: 'text',
    visibility: 'after_published',
  };
}

const LONGEST = 10_000;

const plain = (remarks: readonly string[]): string =>
  printable(remarks.join('\n').slice(0, LONGEST));
