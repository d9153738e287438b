/** A name as it stands in the text: its letter, what is below and above it, and which declared names it may be. */

import { type Cursor } from './cursor.ts';
import { canonicalName, plainName } from './names.ts';
import { GREEK_NAMES } from './characters.ts';
import { type Token, spelled, touches } from './token.ts';

export interface Spelling {
  /** the letter, first as it is set */
  readonly bases: readonly string[];
  /** places of the tokens below it */
  readonly below: readonly number[];
  /** without braces later letters below may as well be factors: `w_ja_j` */
  readonly open: boolean;
  /** the digits follow the letter directly: `h2` */
  readonly bare: boolean;
  readonly above: string | undefined;
  /** places of the tokens above it, without their brackets; present for `^{(i)}` and `^{[i]}` */
  readonly layer: readonly [from: number, to: number] | undefined;
  readonly primes: number;
  /** places after the letter, after what is below, after what is above, after the primes */
  readonly ends: readonly [letter: number, below: number, above: number, primes: number];
}

/** One way to take a spelling as a name, and what is left of it. */
export interface Candidate {
  readonly name: string;
  /** how many tokens below belong to the name */
  readonly taken: number;
  readonly above: boolean;
  readonly primes: boolean;
}

const MOST_BELOW = 24;

export function spellingAt(cursor: Cursor, place: number): Spelling {
  const token = cursor.at(place);
  const letter = place + 1;
  const below = belowAt(cursor, letter);
  const above = aboveAt(cursor, below.end);
  const primes = primesAt(cursor, above.end);
  return {
    bases: basesOf(token),
    below: below.places.slice(0, MOST_BELOW),
    open: below.open,
    bare: below.bare,
    above: above.text,
    layer: above.layer,
    primes: primes.count,
    ends: [letter, below.end, above.end, primes.end],
  };
}

/** As it is set, then without its font, then the Greek letter that a word names. */
function basesOf(token: Token): string[] {
  const set = spelled(token);
  const greek = token.kind === 'word' && GREEK_NAMES.has(token.text) ? [`\\${token.text}`] : [];
  return [...new Set([set, plainName(set), ...greek])];
}

interface Below {
  readonly places: readonly number[];
  readonly open: boolean;
  readonly bare: boolean;
  readonly end: number;
}

function belowAt(cursor: Cursor, place: number): Below {
  const token = cursor.at(place);
  if (
    isDigits(token) &&
    touches(cursor.at(place - 1), token) &&
    cursor.at(place + 1).text !== '_'
  ) {
    return { places: [place], open: false, bare: true, end: place + 1 };
  }
  if (token.text !== '_' || token.kind !== 'sign') {
    return { places: [], open: false, bare: false, end: place };
  }
  const first = cursor.at(place + 1);
  if (first.text === '{' || first.text === '(') {
    const close = cursor.partner(place + 1);
    return { places: range(place + 2, close), open: false, bare: false, end: close + 1 };
  }
  return openBelow(cursor, place + 1);
}

function isDigits({ kind, text }: Token): boolean {
  return kind === 'number' && /^\d+$/.test(text);
}

/** Letters and digits that follow each other without a gap. */
function openBelow(cursor: Cursor, from: number): Below {
  let end = from;
  while (isNamePart(cursor.at(end)) && (end === from || continues(cursor, end))) end += 1;
  return { places: range(from, end), open: true, bare: false, end };
}

function continues(cursor: Cursor, place: number): boolean {
  const token = cursor.at(place);
  return isTyped(token) && isTyped(cursor.at(place - 1)) && touches(cursor.at(place - 1), token);
}

function isNamePart({ kind, text }: Token): boolean {
  return kind === 'letter' || kind === 'number' || kind === 'word' || text === '*' || text === '∞';
}

/** One character each, no command. */
function isTyped({ kind, text, start, end }: Token): boolean {
  return (kind === 'letter' || kind === 'number') && end - start === text.length;
}

interface Above {
  readonly text: string | undefined;
  readonly layer: readonly [number, number] | undefined;
  readonly end: number;
}

/** What is above may be part of the name, as in `W^{(1)}` and `w^*`, or a power. */
function aboveAt(cursor: Cursor, place: number): Above {
  if (cursor.at(place).text !== '^' || cursor.at(place + 1).kind === 'end') {
    return { text: undefined, layer: undefined, end: place };
  }
  const opener = cursor.at(place + 1).text;
  const close = cursor.partner(place + 1);
  if (opener === '(') {
    return { text: textOf(cursor, range(place + 1, close + 1)), layer: undefined, end: close + 1 };
  }
  if (opener !== '{') {
    return { text: textOf(cursor, [place + 1]), layer: undefined, end: place + 2 };
  }
  const inner = cursor.at(place + 2).text;
  const isLayer = (inner === '(' || inner === '[') && cursor.partner(place + 2) === close - 1;
  return {
    text: textOf(cursor, range(place + 2, close)),
    layer: isLayer ? [place + 3, close - 1] : undefined,
    end: close + 1,
  };
}

function primesAt(cursor: Cursor, place: number): { count: number; end: number } {
  let end = place;
  while (cursor.at(end).kind === 'sign' && cursor.at(end).text === "'") end += 1;
  return { count: end - place, end };
}

/** Longest first. */
export function candidatesOf(cursor: Cursor, spelling: Spelling): Candidate[] {
  const { bases, below, above, primes } = spelling;
  const aboves = above === undefined ? [false] : [true, false];
  const primings = primes === 0 ? [false] : [true, false];
  const counts = [...below.keys()].map((key) => below.length - key).concat(0);
  return counts.flatMap((taken) =>
    aboves.flatMap((withAbove) =>
      primings.flatMap((withPrimes) =>
        bases.map((base) => {
          const subscript = taken === 0 ? undefined : textOf(cursor, below.slice(0, taken));
          const superscript = withAbove ? above : undefined;
          const parts = { base, subscript, superscript, primes: withPrimes ? primes : 0 };
          return { name: canonicalName(parts), taken, above: withAbove, primes: withPrimes };
        }),
      ),
    ),
  );
}

/** Where the text goes on if the name is taken so. */
export function endOf(spelling: Spelling, candidate: Candidate): number {
  const [letter, below, above, primes] = spelling.ends;
  if (candidate.primes) return primes;
  if (candidate.above) return above;
  const last = spelling.below[candidate.taken - 1];
  if (candidate.taken === 0) return letter;
  return spelling.open && last !== undefined ? last + 1 : below;
}

function textOf(cursor: Cursor, places: readonly number[]): string {
  return places
    .map((place) => cursor.at(place))
    .filter(({ text }) => text !== '{' && text !== '}')
    .map(spelled)
    .join('')
    .replace(/\\mathrm\{([^{}]*)\}/g, '$1');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
