/**
 * JSON that others wrote. Where a text stops being JSON is told by line and column, in the same words whatever program
 * reads it: engines word it differently, and some name no place. Grammar: RFC 8259.
 */

import { printable } from './printable.ts';
import { type Result, failure, success } from './result.ts';

/** A byte order mark is no part of it. The value, or `line 3, column 7: expected ',' or '}', found '"answers"'`. */
export function parseJson(text: string): Result<unknown, string> {
  const json = text.replace(/^\ufeff/, '');
  try {
    return success(JSON.parse(json) as unknown);
  } catch (error) {
    return failure(complaint(json) ?? (error instanceof Error ? error.message : String(error)));
  }
}

/** What may come next. */
const WANTED = {
  value: 'a value',
  firstItem: "a value or ']'",
  name: 'a name in double quotes',
  firstName: "a name in double quotes or '}'",
  colon: "':'",
  nextItem: "',' or ']'",
  nextName: "',' or '}'",
  nothing: 'nothing more',
} as const;

type Wanted = keyof typeof WANTED;
type Token = '{' | '}' | '[' | ']' | ':' | ',' | 'text' | 'word';

/** What follows a token: `open` and `close` are of brackets, `value` is the end of a value. */
type Step = Wanted | 'open' | 'close' | 'value-ends';

const VALUE = { '{': 'open', '[': 'open', text: 'value-ends', word: 'value-ends' } as const;

const STEPS: { readonly [W in Wanted]: { readonly [T in Token]?: Step } } = {
  value: VALUE,
  firstItem: { ...VALUE, ']': 'close' },
  name: { text: 'colon' },
  firstName: { text: 'colon', '}': 'close' },
  colon: { ':': 'value' },
  nextItem: { ',': 'value', ']': 'close' },
  nextName: { ',': 'name', '}': 'close' },
  nothing: {},
};

/** undefined: it is JSON. */
function complaint(text: string): string | undefined {
  const open: Token[] = [];
  let wanted: Wanted = 'value';
  for (let at = blanksEnd(text, 0); ;) {
    const found = tokenAt(text, at);
    const step = found === undefined ? undefined : STEPS[wanted][found.token];
    if (found === undefined || step === undefined) {
      const isDone = at === text.length && wanted === 'nothing';
      return isDone ? undefined : complaintAt(text, at, wanted);
    }
    wanted = after(step, found.token, open);
    at = blanksEnd(text, found.end);
  }
}

function after(step: Step, token: Token, open: Token[]): Wanted {
  if (step === 'open') {
    open.push(token);
    return token === '{' ? 'firstName' : 'firstItem';
  }
  if (step === 'close') open.pop();
  else if (step !== 'value-ends') return step;
  const around = open.at(-1);
  if (around === undefined) return 'nothing';
  return around === '{' ? 'nextName' : 'nextItem';
}

const BLANKS = /[ \t\r\n]*/y;
const SIGN = /[{}[\]:,]/y;
const WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
/** A stretch of a text in quotes, and a sign that is written by a backslash. */
const PLAIN = /[^"\\\p{Cc}]*/uy;
const ESCAPED = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const blanksEnd = (text: string, at: number): number => endOf(BLANKS, text, at) ?? at;

function tokenAt(
  text: string,
  at: number,
): { readonly token: Token; readonly end: number } | undefined {
  if (endOf(SIGN, text, at) !== undefined) return { token: text[at] as Token, end: at + 1 };
  const word = endOf(WORD, text, at);
  if (word !== undefined) return { token: 'word', end: word };
  if (text[at] !== '"') return undefined;
  const end = goodEnd(text, at);
  return text[end] === '"' ? { token: 'text', end: end + 1 } : undefined;
}

/** How far a text in quotes is one. */
function goodEnd(text: string, at: number): number {
  for (let end = at + 1; ;) {
    const plain = endOf(PLAIN, text, end) ?? end;
    const escaped = endOf(ESCAPED, text, plain);
    if (escaped === undefined) return plain;
    end = escaped;
  }
}

function complaintAt(text: string, at: number, wanted: Wanted): string {
  const isText = text[at] === '"' && STEPS[wanted].text !== undefined;
  const end = isText ? goodEnd(text, at) : at;
  const expected = isText ? unfinished(text, end) : WANTED[wanted];
  return `${place(text, end)}: expected ${expected}, found ${shown(text, end)}`;
}

function unfinished(text: string, end: number): string {
  if (text[end] === '\\') return String.raw`one of \" \\ \/ \b \f \n \r \t \u0000`;
  return end === text.length
    ? 'the closing quote'
    : String.raw`the closing quote (a line break is written \n)`;
}

function place(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|[\r\n]/);
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

const LONGEST = 20;

function shown(text: string, at: number): string {
  if (at >= text.length) return 'the end of the text';
  if (/[\r\n]/.test(text[at] ?? '')) return 'a line break';
  if (text[at] === "'") return 'a single quote';
  const [word = ''] = /^(?:[\p{L}\p{N}_.+-]+|"[^"\n]*"?|.)/su.exec(text.slice(at, at + 200)) ?? [];
  const cut = word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word;
  return `'${printable(cut)}'`;
}
