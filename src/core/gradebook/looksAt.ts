/** Other questions whose answers the verdict on a question may look at. */

import { type QuestionKind } from '../answer/answer.ts';
import { type Question, type QuestionOf } from '../taskset/taskSet.ts';

const LOOKS_AT: { readonly [K in QuestionKind]?: (question: QuestionOf<K>) => readonly string[] } =
  {
    expression: ({ followOn }) => followOn.flatMap(({ from }) => from),
    lines: ({ program }) => [program],
  };

/** Their ids. */
export function looksAt(question: Question): readonly string[] {
  return ofKind(question.kind, question);
}

function ofKind<K extends QuestionKind>(kind: K, question: QuestionOf<K>): readonly string[] {
  return LOOKS_AT[kind]?.(question) ?? [];
}
