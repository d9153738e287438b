/** Which way of writing a question's formulas start with, and what a formula becomes when the way is changed. */

import { type TaskViewState, type Writing } from '../../src/protocol/messages.ts';
import { dotted } from '../controls/mathLatex.ts';
import { plainText } from '../controls/plainText.ts';
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

/** Each way of writing shows a formula as it would be written there, if that is read the same. */
export async function rewritten(desk: QuestionDesk, to: Writing, text: string): Promise<string> {
  // a verdict is about the answer as it is spelt
  if (to === 'text') return desk.draft.verdict ? text : asPlain(desk, text);
  if (!looksPlain(text)) return text;
  const latex = await desk.readings.latexOf(text);
  return latex === undefined ? text : ifSame(desk, dotted(latex), latex);
}

const asPlain = (desk: QuestionDesk, text: string): Promise<string> =>
  ifSame(desk, looksPlain(text) ? undefined : plainText(text), text);

async function ifSame(
  { readings }: QuestionDesk,
  other: string | undefined,
  text: string,
): Promise<string> {
  if (other === undefined || other === text) return text;
  const read = await Promise.all([other, text].map((each) => readings.latexOf(each)));
  const [one, two] = read.map((latex) => latex && dotted(latex).replace(/\s/g, ''));
  return one !== undefined && one === two ? other : text;
}
