/** What to say about a name that nobody declared. */

import { type Cursor } from './cursor.ts';
import { nearest } from './nearest.ts';
import { plainName } from './names.ts';
import { type Spelling } from './spelling.ts';
import { type Token, touches } from './token.ts';

const MOST_NAMES = 12;

export function unknownName(cursor: Cursor, spelling: Spelling): Error {
  const typo = misspelt(cursor);
  if (typo !== undefined) return typo;
  const word = unknownWord(cursor);
  if (word !== undefined) return word;
  const token = cursor.peek();
  const [letter, below] = spelling.ends;
  const reaches = !spelling.open || spelling.below.length === 1;
  const last = cursor.at((reaches ? below : letter) - 1);
  const span = { start: token.start, end: last.end };
  const written = cursor.source(span);
  if (token.text.includes(' ')) {
    return cursor.complaint(
      'unreadable',
      span,
      'Words cannot be part of a formula: write the formula alone.',
    );
  }
  const message = `“${written}” is not a name of this question.${hintFor(cursor, spelling)}`;
  return cursor.complaint('unknown-name', span, message);
}

/** Names that look like it, else those with the same letter, else all. */
function hintFor(cursor: Cursor, spelling: Spelling): string {
  const names = [...cursor.declarations.symbols.keys()];
  const base = plainName(spelling.bases[0] ?? '');
  const kin = names.filter((name) => name.startsWith(`${base}_`));
  if (kin.length > 0) return ` Known are ${kin.slice(0, MOST_NAMES).join(', ')}.`;
  const near = nearest(base, [...names, ...cursor.vocabulary.words]);
  return near === undefined ? knownNames(cursor) : ` Did you mean ${near}?`;
}

function knownNames(cursor: Cursor): string {
  const { symbols, sizes } = cursor.declarations;
  const names = [...symbols.keys(), ...sizes].filter((name) => !name.startsWith('∂'));
  if (names.length === 0) return ' No names are declared: write numbers alone.';
  const more = names.length > MOST_NAMES ? ', …' : '';
  return ` Its names are ${names.slice(0, MOST_NAMES).join(', ')}${more}.`;
}

/** Letters that together are almost the name of a function: `sgin(x)`. */
function misspelt(cursor: Cursor): Error | undefined {
  const [from, to] = runAround(cursor);
  const span = { start: cursor.at(from).start, end: cursor.at(to - 1).end };
  const written = cursor.source(span);
  const known = cursor.vocabulary.words;
  const near = written.length > 2 ? nearest(written.toLowerCase(), known) : undefined;
  if (near === undefined) return undefined;
  const message = `“${written}” is not known here. Did you mean ${near}?`;
  return cursor.complaint('unknown-name', span, message);
}

/** Letters that run together and make no product, since several of them are no names: a word. */
function unknownWord(cursor: Cursor): Error | undefined {
  const [first, to] = runAround(cursor);
  const from = cursor.at(first - 1).text === '_' ? first + 1 : first;
  const letters = Array.from({ length: to - from }, (_, at) => cursor.at(from + at).text);
  const unknown = letters.filter((letter) => !isKnown(cursor, letter));
  if (new Set(unknown).size < 2 || letters.join('').length < 3) return undefined;
  const span = { start: cursor.at(from).start, end: cursor.at(to - 1).end };
  const message = `“${cursor.source(span)}” is not a name of this question, nor a product of its names.${knownNames(cursor)}`;
  return cursor.complaint('unknown-name', span, message);
}

function isKnown(cursor: Cursor, text: string): boolean {
  return cursor.vocabulary.startsName(text) || cursor.bound.includes(text) || text.length > 1;
}

/** The letters that touch the one here. */
function runAround(cursor: Cursor): readonly [from: number, to: number] {
  let from = cursor.position;
  let to = cursor.position + 1;
  while (from > 0 && goesOn(cursor.at(from - 1), cursor.at(from))) from -= 1;
  while (goesOn(cursor.at(to - 1), cursor.at(to))) to += 1;
  return [from, to];
}

function goesOn(first: Token, second: Token): boolean {
  const letters = (token: Token): boolean =>
    (token.kind === 'letter' || token.kind === 'word') && /^[A-Za-z]+$/.test(token.text);
  return letters(first) && letters(second) && touches(first, second);
}
