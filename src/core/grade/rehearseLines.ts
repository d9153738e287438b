/** The answers by which a question about changing a program is tried on itself. */

import { type QuestionOf } from '../taskset/taskSet.ts';
import { complaintAbout } from './expected.ts';
import { type Rehearsal } from './rehearsal.ts';

export function linesRehearsals(question: QuestionOf<'lines'>): Rehearsal[] {
  return question.examples.map((example) => ({
    name: `the edits “${example.name}” of ${question.id}`,
    at: example.at,
    question,
    answer: { edits: example.edits },
    complaint: (verdict) => complaintAbout(verdict, example),
  }));
}
