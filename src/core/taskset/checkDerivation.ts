/** Refuses a derivation question whose claim or facts cannot be read, at its line. */

import { readTask } from '../math/derivation/readTask.ts';
import { type Source } from './questionSource.ts';
import { type QuestionOf } from './taskSet.ts';

export function checkDerivation(
  { path, files }: Source<'derivation'>,
  question: QuestionOf<'derivation'>,
): void {
  const task = readTask(question, question.declarations);
  if (!task.ok) files.complain([...path, ...task.error.path], task.error.message);
}
