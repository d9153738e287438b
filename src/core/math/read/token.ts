/** The smallest pieces of mathematics, each with its place in the source text. */

import { type Span } from '../expression.ts';

export interface Token extends Span {
  /**
   * `letter`: one letter, Greek ones as `\alpha`, with its accent as in `\hat{y}`; `word`: a name of several letters;
   * `sign`: operators, brackets, big signs; `command`: what takes arguments, such as `\frac`; `end`: after the last one.
   */
  readonly kind: 'number' | 'letter' | 'word' | 'sign' | 'command' | 'end';
  readonly text: string;
  /** as in `mathbf`; it tells letters apart only where the declarations do */
  readonly font?: string | undefined;
  /** stands blank, or anything else that shows nothing, before it? */
  readonly spaced: boolean;
  /** a word made of letters that just stand side by side, not set as one */
  readonly loose?: boolean | undefined;
}

/** What stands on the page, with its font; upright letters are letters. */
export function spelled({ text, font }: Token): string {
  return font === undefined || font === 'mathrm' ? text : `\\${font}{${text}}`;
}

/** Does the second one follow without a gap? */
export function touches(first: Token, second: Token): boolean {
  return !second.spaced && first.end === second.start;
}
