/** How the equation of a line is read, for who writes what others draw. */

import { type LineEcho } from '../plane/lineEcho.ts';
import { readLine } from '../plane/readLine.ts';
import { type Question } from '../taskset/taskSet.ts';

/** @throws if the question is not answered with a drawing */
export function lineEchoOf(question: Question, text: string): LineEcho {
  if (question.kind === 'drawing') return readLine(text, question);
  throw new Error(`Question ${question.id} is not answered with a drawing.`);
}
