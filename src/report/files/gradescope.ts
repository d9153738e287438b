/**
 * `results.json` as Gradescope's autograder takes it. Source: https://gradescope-autograders.readthedocs.io/en/latest/specs/
 * (`score`, `output`, `output_format`, `visibility`, `tests` with `number`, `name`, `score`, `max_score`, `status`,
 * `output`, `output_format`, `visibility`). A sum there is a grade: it is given once every question has its points. Until
 * then only those that have theirs are tests, as a test without a score is none to Gradescope; the text names the others.
 */

import {
  type FinalGrade,
  type FinalQuestion,
  type Standing,
} from '../../core/gradebook/finalGrade.ts';
import { plainText } from '../../core/plainText.ts';
import { brief, printable } from '../../core/printable.ts';
import { type Question, questionsOf } from '../../core/taskset/taskSet.ts';
import { type StudentResult } from '../results.ts';
import { SUBMISSION_WORDS, counted, outcomeOf, pointsText, remarksOf } from '../words.ts';

export function gradescopeResults({ grade, set }: StudentResult): string {
  const { record, standing, points } = grade;
  const results = {
    ...(standing === 'final' && { score: points }),
    output: overall(grade),
    output_format: 'text',
    visibility: 'after_published',
    tests: questionsOf(set).flatMap((question) => {
      const graded = grade.questions.get(question.id);
      return graded?.settled === true ? [testOf(question, graded)] : [];
    }),
    extra_data: { submission: record.submission, sha256: record.sha256, receipt: record.receipt },
  };
  return `${JSON.stringify(results, undefined, 2)}\n`;
}

const SAYS: { readonly [S in Standing]: (grade: FinalGrade) => string } = {
  final: ({ points, maxPoints }) => `${pointsText(points)} of ${counted(maxPoints, 'point')}.`,
  open: ({ open, points, maxPoints }) => {
    const waits = open.length === 1 ? 'waits' : 'wait';
    const so = `${pointsText(points)} of ${counted(maxPoints, 'point')} so far`;
    return `Not final: ${open.join(', ')} ${waits} for a person (${so}).`;
  },
  'not-gradable': () => 'Not graded: the submission as a whole waits for a person.',
};

function overall(grade: FinalGrade): string {
  const { cause, reason } = grade.record;
  const why = cause === 'ok' ? [] : [sentence(`the submission ${SUBMISSION_WORDS[cause]}`)];
  const told = reason === undefined ? why : [...why, brief(reason, 1000)];
  return [SAYS[grade.standing](grade), ...told].join('\n');
}

function testOf({ id, title }: Question, graded: FinalQuestion) {
  const { points, maxPoints, decision } = graded;
  const remarks = [
    ...remarksOf(graded),
    ...(decision?.comment === undefined ? [] : [decision.comment]),
  ];
  return {
    number: id,
    name: plain([title]),
    score: points,
    max_score: maxPoints,
    status: points >= maxPoints ? 'passed' : 'failed',
    output: plain([sentence(outcomeOf(graded).words), ...remarks]),
    // as text: HTML and Markdown of students would be obeyed there
    output_format: 'text',
    visibility: 'after_published',
  };
}

const LONGEST = 10_000;

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Read by persons, and typeset by nobody. */
const plain = (remarks: readonly string[]): string =>
  printable(plainText(remarks.join('\n').slice(0, LONGEST)));
