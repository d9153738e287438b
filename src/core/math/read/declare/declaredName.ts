/** The name that a declaration introduces: `h_2`, `W^{(1)}`, `loss`, `\frac{\partial y}{\partial x}`. */

import { NO_DECLARATIONS } from '../../declarations.ts';
import { arrange } from '../arrange.ts';
import { Cursor } from '../cursor.ts';
import { GRAMMAR } from '../grammar.ts';
import { derivativeName, latexOfName } from '../names.ts';
import { type Spelling, candidatesOf, spellingAt } from '../spelling.ts';
import { tokenise } from '../tokenise.ts';
import { Unreadable } from '../unreadable.ts';
import { Vocabulary } from '../vocabulary.ts';
import { type Word } from './words.ts';

export interface DeclaredName {
  readonly name: string;
  readonly latex: string;
}

/** Spans of what it throws count from the start of the word. */
export function declaredName({ text }: Word): DeclaredName {
  const isDerivative = /\/|\\d?frac|∂|\\partial|\\nabla|∇/.test(text);
  const tokens = tokenise(text, { words: namesIn(text, isDerivative), decimalComma: false });
  if (tokens.length === 0)
    throw new Unreadable('unreadable', { start: 0, end: text.length }, 'Expected a name here.');
  const cursor = new Cursor(text, arrange(tokens), new Vocabulary(NO_DECLARATIONS), GRAMMAR);
  const name = isDerivative ? derivative(cursor) : wholeName(cursor, 0, cursor.limit);
  const keeps = !isDerivative && /\\(?:text|mathrm|operatorname)/.test(text);
  return { name, latex: keeps ? text : latexOfName(name) };
}

/** Letters that touch are one name here; in `dE/dy` the first letter is no part of it. */
function namesIn(text: string, isDerivative: boolean): ReadonlySet<string> {
  const runs = text.replace(/\\[A-Za-z]+/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
  return new Set(isDerivative ? runs.map((run) => run.replace(/^d/, '')) : runs);
}

function wholeName(cursor: Cursor, from: number, to: number): string {
  const isGroup = cursor.at(from).text === '{' && cursor.partner(from) === to - 1;
  if (isGroup) return wholeName(cursor, from + 1, to - 1);
  const { kind } = cursor.at(from);
  const spelling = kind === 'letter' || kind === 'word' ? spellingAt(cursor, from) : undefined;
  if (spelling === undefined || !spelling.ends.includes(to)) throw noName(cursor, from);
  return fullName(cursor, spelling, to);
}

/** Everything up to `to` belongs to the name; a Greek word is its letter. */
function fullName(cursor: Cursor, spelling: Spelling, to: number): string {
  const greek = spelling.bases.find(
    (base) => base.startsWith('\\') && base.slice(1) === spelling.bases[0],
  );
  const base = greek ?? spelling.bases[0] ?? '';
  const [, below, above] = spelling.ends;
  const own = {
    ...spelling,
    bases: [base],
    above: to > below ? spelling.above : undefined,
    primes: to > above ? spelling.primes : 0,
  };
  return candidatesOf(cursor, own)[0]?.name ?? base;
}

/** `\frac{\partial y}{\partial x}`, `∂y/∂x`, `dy/dx`, `\nabla_x y` */
function derivative(cursor: Cursor): string {
  if (cursor.sees('frac') && cursor.at(1).text === '{') {
    const close = cursor.partner(1);
    const end = cursor.partner(close + 1);
    return derivativeName(markedName(cursor, 2, close), markedName(cursor, close + 2, end));
  }
  const slash = placeOf(cursor, '/');
  if (slash !== undefined) {
    return derivativeName(
      markedName(cursor, 0, slash),
      markedName(cursor, slash + 1, cursor.limit),
    );
  }
  return subscripted(cursor);
}

function markedName(cursor: Cursor, from: number, to: number): string {
  const { text } = cursor.at(from);
  if (text !== '∂' && text !== 'd') throw noName(cursor, from);
  return wholeName(cursor, from + 1, to);
}

function subscripted(cursor: Cursor): string {
  const isMark = /^[∂∇]$/.test(cursor.at(0).text) && cursor.at(1).text === '_';
  if (!isMark) throw noName(cursor, 0);
  const isGroup = cursor.at(2).text === '{';
  const end = isGroup ? cursor.partner(2) + 1 : 3;
  const denominator = wholeName(cursor, 2, end);
  return derivativeName(wholeName(cursor, end, cursor.limit), denominator);
}

function placeOf(cursor: Cursor, text: string): number | undefined {
  for (let place = 0; place < cursor.limit; place += 1)
    if (cursor.at(place).text === text) return place;
  return undefined;
}

function noName(cursor: Cursor, place: number): Unreadable {
  const message = `Expected a name such as x, h_2 or \\frac{\\partial y}{\\partial x}, found “${cursor.text}”.`;
  return cursor.complaint(
    'unreadable',
    { start: cursor.at(place).start, end: cursor.text.length },
    message,
  );
}
