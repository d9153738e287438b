/** Letters run together: `expx` is exp and x, `wsign` is w and sign. */

import { GREEK_NAMES } from './characters.ts';
import { PREFIX_WORDS, WHOLE_WORDS } from './words.ts';

/** letters; no name is longer */
const LONGEST = 32;

/** The word that the run starts with; none when it starts with a letter of its own. */
export function cutWord(run: string, words: ReadonlySet<string>): string | undefined {
  if (run.length < 2) return undefined;
  if (words.has(run) || isWord(run, WHOLE_WORDS)) return run;
  for (let length = Math.min(run.length - 1, LONGEST); length > 1; length -= 1) {
    const start = run.slice(0, length);
    if (words.has(start) || (length > 2 && isWord(start, words))) return start;
  }
  return undefined;
}

/** Below a name letters are indices, `c_{in}`: only declared names, and what is applied to something, are words. */
export function cutWordBelow(
  run: string,
  isApplied: boolean,
  words: ReadonlySet<string>,
): string | undefined {
  const declared = words.has(run) && !PREFIX_WORDS.has(run);
  return declared || isApplied ? cutWord(run, words) : undefined;
}

/** Functions are also written with a capital: `ReLU`, `Tanh`. Greek letters are not: `TAu` of `x^TAu` is no τ. */
function isWord(text: string, words: ReadonlySet<string>): boolean {
  const small = text.toLowerCase();
  return words.has(text) || (text.length > 2 && words.has(small) && !GREEK_NAMES.has(small));
}
