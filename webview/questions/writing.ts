/** Which way of writing a question's formulas start with, and what a formula becomes when the way is changed. */

import { type TaskViewState, type Writing } from '../../src/protocol/messages.ts';
import { type QuestionDesk } from '../task/questionDesk.ts';

/** As one types and LaTeX does not write: words for signs, a star, an index of several letters without braces. */
const PLAIN = /\*|[_^][A-Za-z0-9]{2}|(?<![\\A-Za-z{])[A-Za-z]{3,}/;

const NAMES_IN_LATEX = /\\(text|mathrm|operatorname|begin|end)\*?\{[^}]*\}|\\[A-Za-z]+/g;

export const looksPlain = (text: string): boolean => PLAIN.test(text.replace(NAMES_IN_LATEX, ' '));

/** What was chosen here; else plain text stays plain, and anything else is as the student likes it. */
export function writingOf(
  desk: QuestionDesk,
  { writing }: TaskViewState,
  texts: readonly string[],
): Writing {
  return (desk.writing ??= texts.some(looksPlain) ? 'text' : writing);
}

/** A formula field shows plain text as what it means, where it means anything. */
export async function rewritten(desk: QuestionDesk, to: Writing, text: string): Promise<string> {
  if (to === 'text' || !looksPlain(text)) return text;
  return (await desk.readings.latexOf(text)) ?? text;
}
