/** `1_{x>0}`, `\mathbb 1[x>0]` and the like; without a condition `\mathbf 1` is the vector of ones. */

import { type Expression } from '../expression.ts';
import { type Size } from '../size.ts';
import { hasComparator } from './condition.ts';
import { type Cursor } from './cursor.ts';
import { inside } from './group.ts';
import { type Token, touches } from './token.ts';

/** At a number; `1[x>0]` is an indicator. */
export function readNumber(cursor: Cursor): Expression {
  const number = cursor.next();
  const { text, start } = number;
  refuseScientific(cursor, number);
  const decimals = takeDecimals(cursor, number);
  if (decimals !== undefined) {
    return cursor.node({ kind: 'number', digits: `${text}.${decimals}` }, start);
  }
  const indicator = text === '1' ? readIndicator(cursor, start) : undefined;
  if (indicator === undefined && cursor.sees('_')) throw noCondition(cursor, number);
  return indicator ?? cursor.node({ kind: 'number', digits: text }, start);
}

function noCondition(cursor: Cursor, number: Token): Error {
  const message =
    'A number has nothing below it, only an indicator has a condition there, as in 1_{x>0}.';
  return cursor.complaint('unreadable', { start: number.start, end: cursor.peek().end }, message);
}

/** `2,5` where no list is. */
function takeDecimals(cursor: Cursor, number: Token): string | undefined {
  const [comma, digits] = [cursor.peek(), cursor.peek(1)];
  const isWhole =
    /^\d+$/.test(number.text) && digits.kind === 'number' && /^\d+$/.test(digits.text);
  const isNumber = comma.text === ',' && touches(number, comma) && touches(comma, digits);
  if (cursor.listing || !isWhole || !isNumber) return undefined;
  cursor.position += 2;
  return digits.text;
}

/** `2e-3` could be 2·e − 3, too. */
function refuseScientific(cursor: Cursor, number: Token): void {
  const letter = cursor.peek();
  const sign = /^[+-]$/.test(cursor.peek(1).text) ? 1 : 0;
  const digits = cursor.peek(1 + sign);
  const touching =
    touches(number, letter) &&
    touches(letter, cursor.peek(1)) &&
    touches(cursor.peek(sign), digits);
  if (letter.kind !== 'letter' || digits.kind !== 'number' || !touching) return;
  const isTen = letter.text === 'E' && !cursor.vocabulary.startsName('E');
  if (letter.text !== 'e' && !isTen) return;
  const span = { start: number.start, end: digits.end };
  const power = cursor.source({ start: cursor.peek(1).start, end: digits.end });
  const ten = `write ${number.text}*10^(${power})`;
  const message = isTen
    ? `“${cursor.source(span)}” looks like a power of ten: ${ten}.`
    : `“${cursor.source(span)}” could be a power of ten or a multiple of e: ${ten}, or a sign between ${number.text} and e.`;
  throw cursor.complaint('ambiguous', span, message);
}

/** At a 1 in bold or with a double line. */
export function readIndicatorSign(cursor: Cursor): Expression {
  const { start } = cursor.next();
  return readIndicator(cursor, start, ['(']) ?? readOnes(cursor, start);
}

/** The condition in brackets or below; undefined when there is none here. */
export function readIndicator(
  cursor: Cursor,
  start: number,
  more: readonly string[] = [],
): Expression | undefined {
  const from = cursor.sees('_') ? cursor.position + 1 : cursor.position;
  const openers = from > cursor.position ? [...BRACKETS, '('] : [...BRACKETS, ...more];
  const opener = cursor.at(from);
  if (opener.kind !== 'sign' || !openers.includes(opener.text)) return undefined;
  const inner = innermost(cursor, from);
  if (!hasComparator(cursor, inner + 1, cursor.partner(inner))) return undefined;
  cursor.position = inner;
  const condition = inside(cursor, () => cursor.grammar.condition(cursor));
  cursor.position = cursor.partner(from) + 1;
  return cursor.node({ kind: 'indicator', condition }, start);
}

const BRACKETS = ['[', '{', '\\{'];

/** `1_{\{x>0\}}`: of brackets that hold nothing but brackets the last. */
function innermost(cursor: Cursor, from: number): number {
  const next = cursor.at(from + 1).text;
  const wraps =
    /^(?:\\?\{|\[|\()$/.test(next) && cursor.partner(from + 1) === cursor.partner(from) - 1;
  return wraps ? innermost(cursor, from + 1) : from;
}

/** A size may stand below. */
export function readOnes(cursor: Cursor, start: number): Expression {
  const size = cursor.sees('_') ? readSize(cursor) : undefined;
  return cursor.node({ kind: 'constant', name: 'ones', size }, start);
}

/** `\mathbf 1_d`: a size's name or a number. */
function readSize(cursor: Cursor): Size {
  cursor.next();
  const isGroup = cursor.sees('{');
  const token = isGroup ? cursor.peek(1) : cursor.peek();
  const name = cursor.vocabulary.size(token.text);
  const isNumber = token.kind === 'number' && /^\d{1,4}$/.test(token.text);
  const ends = !isGroup || cursor.partner(cursor.position) === cursor.position + 2;
  if (!ends || (name === undefined && !isNumber)) {
    throw cursor.complaint(
      'unreadable',
      token,
      'Expected the number of ones, a size of this question.',
    );
  }
  cursor.position += isGroup ? 3 : 1;
  return name === undefined
    ? { names: {}, plus: Number(token.text) }
    : { names: { [name]: 1 }, plus: 0 };
}
