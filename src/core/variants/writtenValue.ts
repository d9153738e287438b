/**
 * A drawn value as it stands in a text. Numbers carry their sign with them, so what they are written into decides
 * whether it can stand there bare: `3 - {{a}}` needs brackets around −2, `(x, {{a}})` needs none.
 */

import { type Value } from './range.ts';

/** What a file is made of: mathematics and prose, a program, or data, in which a number is nothing but a number. */
export type Medium = 'mathematics' | 'program' | 'data';

/** How it was asked for: `{{+a}}` continues a sum, `{{a*}}` stands before what it is multiplied by. */
export interface Wish {
  readonly continued: boolean;
  readonly factor: boolean;
}

/** The text on both sides of the place. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

export function writtenValue(value: Value, wish: Wish, around: Around, medium: Medium): string {
  if (typeof value === 'string') return value;
  if (wish.continued) return `${value < 0 ? '-' : '+'} ${magnitude(Math.abs(value), wish)}`;
  const digits = magnitude(value, wish);
  return medium === 'data' ? digits : fitted(digits, around, medium);
}

/** Before what it is multiplied by, 1 is not written. */
function magnitude(number: number, { factor }: Wish): string {
  if (factor && Math.abs(number) === 1) return number < 0 ? '-' : '';
  return plainDigits(number);
}

/** Without an exponent, which no formula reads. */
function plainDigits(number: number): string {
  const short = String(number);
  return short.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : short;
}

function fitted(digits: string, { before, after }: Around, medium: Medium): string {
  if (medium === 'mathematics' && /[\^_]$/.test(before)) {
    return digits.length > 1 ? `{${digits}}` : digits;
  }
  const isNegative = digits.startsWith('-');
  const isRaised = /^\s*(\^|\*\*)/.test(after);
  if (!isNegative || !(isRaised || needsBrackets(before, medium))) return digits;
  return digits === '-' ? '(-1)' : `(${digits})`;
}

/** Where a sign may stand bare: at a beginning, after an opening bracket, a relation, a comma, a cell's border, a word. */
const BARE = [
  /^$/,
  /[([{,;:=<>&?$`\n.\u2013\u2014\u2026\u2264\u2265\u2260]$/u,
  /(?:^|\s)\|$/,
  /\\\\$/,
  /\\(?:leq?|geq?|lt|gt|neq?|approx|equiv|sim|in|to|mapsto|colon|quad|qquad|left\W?|[,;:! ])$/,
  /(?:^|[^\\\p{L}])\p{L}{2,}$/u,
];

const BARE_IN_PROGRAMS = [...BARE, /["'!|]$/];

function needsBrackets(before: string, medium: Medium): boolean {
  const line = before.replace(/[ \t]+$/, '');
  const bare = medium === 'program' ? BARE_IN_PROGRAMS : BARE;
  return !bare.some((pattern) => pattern.test(line));
}
