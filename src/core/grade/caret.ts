/** Shows a place in a text by a line of carets under it. */

import { type Span } from '../math/expression.ts';

/** Two lines; line breaks of the text become blanks, so that both lines fit. */
export function caretUnder(text: string, { start, end }: Span): string {
  const shown = text.replace(/\s/g, ' ');
  return `${shown}\n${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`;
}
