/** The text of declarations, taken apart: parts, names, and what they mean. */

import { Unreadable } from '../unreadable.ts';
import { type Word } from './words.ts';

/** characters */
const LONGEST = 10_000;

/** Parted by `;` or line breaks. */
export function partsIn(text: string): Word[] {
  if (text.length > LONGEST) return [{ text: text.slice(0, LONGEST), start: 0, end: LONGEST }];
  return split(text, 0, /[;\n]/).filter((part) => part.text !== '');
}

export function splitNames(part: Word): { names: Word[]; meaning: Word } {
  const [names, ...meaning] = split(part.text, part.start, /:/);
  const [first] = meaning;
  const last = meaning.at(-1);
  if (names === undefined || first === undefined || last === undefined) {
    const message = `Expected “name: meaning”, as in “x: vector d”, found “${part.text}”.`;
    throw new Unreadable('unreadable', part, message);
  }
  const text = part.text.slice(first.start - part.start);
  return {
    names: split(names.text, names.start, /,/),
    meaning: { text, start: first.start, end: last.end },
  };
}

/** Trimmed pieces with their places; separators inside braces and brackets do not count. */
function split(text: string, offset: number, separator: RegExp): Word[] {
  const words: Word[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    if (/[([{]/.test(character)) depth += 1;
    else if (/[)\]}]/.test(character)) depth -= 1;
    else if (at === text.length || (depth <= 0 && separator.test(character))) {
      words.push(trimmed(text, start, at, offset));
      start = at + 1;
    }
  }
  return words;
}

function trimmed(text: string, start: number, end: number, offset: number): Word {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  const trimmedText = piece.trim();
  const from = offset + start + lead;
  return { text: trimmedText, start: from, end: from + trimmedText.length };
}
