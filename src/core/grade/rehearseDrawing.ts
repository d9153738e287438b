/** The answers by which a drawing question is tried on itself. */

import { type QuestionOf } from '../taskset/taskSet.ts';
import { complaintAbout } from './expected.ts';
import { type Rehearsal } from './rehearsal.ts';

export function drawingRehearsals(question: QuestionOf<'drawing'>): Rehearsal[] {
  return question.examples.map((example) => ({
    name: `the drawing “${example.name}” of ${question.id}`,
    at: example.at,
    question,
    answer: example.answer,
    complaint: (verdict) => complaintAbout(verdict, example),
  }));
}
