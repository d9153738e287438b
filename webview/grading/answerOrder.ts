/** The way through the answers to one question, and through the questions. */

import { type AnswerEntry, type GradingQuestion } from '../../src/protocol/gradingMessages.ts';

/** Around from the one after `from` to the one before it. */
function around<T>(all: readonly T[], from: number): readonly T[] {
  return [...all.slice(from + 1), ...all.slice(0, Math.max(0, from))];
}

/** The next one that waits for a person, from the start again after the last. @param key of the answer to go on from */
export function nextOpen(answers: readonly AnswerEntry[], key?: number): AnswerEntry | undefined {
  const from = answers.findIndex((entry) => entry.key === key);
  return around(answers, from).find(({ standing }) => standing === 'open');
}

export function nextOpenQuestion(
  questions: readonly GradingQuestion[],
  id: string | undefined,
): GradingQuestion | undefined {
  const from = questions.findIndex((question) => question.id === id);
  return around(questions, from).find(({ open }) => open > 0);
}

/** The neighbour in a list; at its ends there is none. @param key of none of them: the first or the last is next */
export function neighbour(
  shown: readonly AnswerEntry[],
  key: number | undefined,
  way: 1 | -1,
): AnswerEntry | undefined {
  const from = shown.findIndex((entry) => entry.key === key);
  if (from < 0) return way > 0 ? shown[0] : shown.at(-1);
  return shown[from + way];
}

export const openCount = (answers: readonly AnswerEntry[]): number =>
  answers.filter(({ standing }) => standing === 'open').length;
