/** `1_{x>0}`, `\mathbb 1[x>0]` and the like; without a condition `\mathbf 1` is the vector of ones. */

import { type Expression } from '../expression.ts';
import { type Size } from '../size.ts';
import { hasComparator } from './condition.ts';
import { type Cursor } from './cursor.ts';
import { inside } from './group.ts';

/** At a number; `1[x>0]` is an indicator. */
export function readNumber(cursor: Cursor): Expression {
  const { text, start } = cursor.next();
  const indicator = text === '1' ? readIndicator(cursor, start) : undefined;
  return indicator ?? cursor.node({ kind: 'number', digits: text }, start);
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
  const opener = cursor.at(from);
  const opens =
    ['[', '{', '\\{', ...more].includes(opener.text) ||
    (from > cursor.position && opener.text === '(');
  if (opener.kind !== 'sign' || !opens || !hasComparator(cursor, from + 1, cursor.partner(from))) {
    return undefined;
  }
  cursor.position = from;
  const condition = inside(cursor, () => cursor.grammar.condition(cursor));
  return cursor.node({ kind: 'indicator', condition }, start);
}

function readOnes(cursor: Cursor, start: number): Expression {
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
