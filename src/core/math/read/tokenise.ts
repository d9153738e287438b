/** A text as tokens, each with its place. */

import { readCommand } from './command.ts';
import { type Token } from './token.ts';
import { Tokeniser, type TokenisingOptions } from './tokeniser.ts';
import { Unreadable } from './unreadable.ts';

/** characters */
const LONGEST_TEXT = 10_000;
const MOST_DIGITS = 300;

export function tokenise(text: string, options: TokenisingOptions): Token[] {
  if (text.length > LONGEST_TEXT) {
    const message = `The text may have up to ${LONGEST_TEXT} characters, this one has ${text.length}.`;
    throw new Unreadable('limit', { start: LONGEST_TEXT, end: LONGEST_TEXT + 1 }, message);
  }
  const tokeniser = new Tokeniser(text, options, readCommand);
  tokeniser.skipBlanks();
  while (tokeniser.position < text.length) {
    tokeniser.step();
    tokeniser.skipBlanks();
  }
  const long = tokeniser.tokens.find(
    ({ kind, text: digits }) => kind === 'number' && digits.length > MOST_DIGITS,
  );
  if (long !== undefined) {
    const message = `A number may have up to ${MOST_DIGITS} digits, this one has ${long.text.length}.`;
    throw new Unreadable('limit', long, message);
  }
  return tokeniser.tokens;
}
