/** One factor: a value and the scripts at it. */

import { type Expression, type Span } from '../expression.ts';
import { readApplied } from './application.ts';
import { shown } from './brackets.ts';
import { type Cursor } from './cursor.ts';
import { HINTS } from './hints.ts';
import { readFolded } from './fold.ts';
import { readBraces, readFraction, readRoot, readUnderbrace } from './fraction.ts';
import { GROUPS } from './group.ts';
import { readIndicatorSign, readNumber } from './indicator.ts';
import { readEnvironment } from './matrix.ts';
import { readName } from './name.ts';
import { readPartial } from './derivative.ts';
import { readScripts } from './scripts.ts';
import { startsOperand } from './operand.ts';
import { SIGN_WORDS } from './words.ts';

type Reader = (cursor: Cursor) => Expression;

export function readFactor(cursor: Cursor): Expression {
  return cursor.deeper(() => {
    const { start } = cursor.peek();
    return readScripts(cursor, readPrefix(cursor), start);
  });
}

/** What a factor may start with, by its sign or command. */
const SIGNS: Readonly<Partial<Record<string, Reader>>> = {
  ...GROUPS,
  '{': readBraces,
  '∑': (cursor) => readFolded(cursor, 'sum'),
  '∏': (cursor) => readFolded(cursor, 'product'),
  '∂': readPartial,
  '∇': readPartial,
  '√': readRoot,
  '∛': readRoot,
  '∞': (cursor) => constant(cursor, 'infinity'),
  '𝟙': readIndicatorSign,
  frac: readFraction,
  sqrt: readRoot,
  underbrace: readUnderbrace,
};

function readPrefix(cursor: Cursor): Expression {
  const token = cursor.peek();
  if (token.kind === 'number') return readNumber(cursor);
  if (token.kind === 'letter') return readName(cursor);
  if (token.kind === 'word') return readWord(cursor);
  if (token.kind === 'command' && token.text.startsWith('begin:')) return readEnvironment(cursor);
  const read = token.kind === 'end' ? undefined : SIGNS[token.text];
  if (read === undefined) throw nothingToRead(cursor);
  return read(cursor);
}

/** A declared name comes before any meaning that a word has by itself. */
function readWord(cursor: Cursor): Expression {
  const { text } = cursor.peek();
  if (cursor.vocabulary.startsName(text)) return readName(cursor);
  const sign = SIGN_WORDS.get(text.toLowerCase());
  const read = sign === undefined ? undefined : SIGNS[sign];
  return read === undefined ? (readApplied(cursor) ?? readName(cursor)) : read(cursor);
}

function constant(cursor: Cursor, name: 'infinity'): Expression {
  const { start } = cursor.next();
  return cursor.node({ kind: 'constant', name }, start);
}

/** An operator without its operand, or a sign that no formula here can have. */
function nothingToRead(cursor: Cursor): Error {
  const token = cursor.peek();
  const hint = HINTS[token.text];
  if (token.kind !== 'end' && hint !== undefined) {
    return cursor.complaint('unreadable', token, hint);
  }
  const before = cursor.previous();
  const place = before === undefined ? 'at the start' : `after ${shown(before)}`;
  const found = token.kind === 'end' ? closing(cursor.closer()) : shown(token);
  const span: Span =
    token.kind === 'end' && before !== undefined && !startsOperand(before) ? before : token;
  return cursor.complaint('unreadable', span, `Expected a value ${place}, found ${found}.`);
}

function closing(text: string): string {
  return text === ''
    ? 'the end'
    : `“${text.replace(/^end:.*/, '\\end').replace(/[<>](?=[|‖])/, '')}”`;
}
