/** A line of mathematics in the notation of exams: LaTeX, plain text and Unicode, to a tree of declared names. */

import { type Result } from '../../result.ts';
import { type Complaints } from '../complaint.ts';
import { type Declarations } from '../declarations.ts';
import { type Expression, type Statement } from '../expression.ts';
import { partsOf } from '../parts.ts';
import { arrange } from './arrange.ts';
import { isComparator } from './condition.ts';
import { Cursor, DEEPEST } from './cursor.ts';
import { GRAMMAR } from './grammar.ts';
import { lettersOf } from './letters.ts';
import { readChain } from './chain.ts';
import { tokenise } from './tokenise.ts';
import { Unreadable, attempt } from './unreadable.ts';
import { Vocabulary } from './vocabulary.ts';

/** An expression, or a chain of them: `a = b <= c`. */
export function readStatement(
  text: string,
  declarations: Declarations,
): Result<Statement, Complaints> {
  return attempt(text, () => readAll(cursorFor(text, declarations)));
}

/** One expression without a relation. */
export function readExpression(
  text: string,
  declarations: Declarations,
): Result<Expression, Complaints> {
  return attempt(text, () => {
    const cursor = cursorFor(text, declarations);
    const { first, links } = readAll(cursor);
    const [link] = links;
    if (link === undefined) return first;
    throw cursor.complaint(
      'unreadable',
      relationAt(cursor),
      'Expected one expression here, without a relation.',
    );
  });
}

/** At the start of the text; may throw `Unreadable`. */
export function cursorFor(text: string, declarations: Declarations): Cursor {
  const vocabulary = new Vocabulary(declarations);
  const { words } = vocabulary;
  const tokens = tokenise(text, { words, decimalComma: declarations.decimalComma });
  if (tokens.length === 0) {
    throw new Unreadable(
      'unreadable',
      { start: 0, end: text.length },
      'Nothing is written here yet.',
    );
  }
  return new Cursor(text, arrange(tokens), vocabulary, GRAMMAR);
}

function readAll(cursor: Cursor): Statement {
  const statement = readChain(cursor);
  if (cursor.sees('.', ',', ';') && cursor.peek(1).kind === 'end') cursor.next();
  if (!cursor.atEnd()) throw cursor.unexpected();
  for (const each of [statement.first, ...statement.links.map(({ to }) => to)]) {
    refuseDeep(each, cursor);
    refuseEscaped(each, cursor);
  }
  return statement;
}

/** Long chains such as `a/b/c/…` are deep without being nested in the text. */
function refuseDeep(expression: Expression, cursor: Cursor): void {
  let level: readonly Expression[] = [expression];
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level;
    if (depth > DEEPEST && first !== undefined) {
      const span = first.span ?? cursor.at(0);
      throw cursor.complaint(
        'limit',
        span,
        `The formula may be nested ${DEEPEST} deep: this is deeper.`,
      );
    }
    level = level.flatMap(partsOf);
  }
}

/** `\sum_i x_i + b_i`: does the sum go on after the plus? */
function refuseEscaped(expression: Expression, cursor: Cursor): void {
  const { free, bound } = lettersOf(expression);
  const escaped = free.find(({ name }) => bound.has(name) && !isKnown(name, cursor));
  if (escaped === undefined) return;
  const message =
    `The letter ${escaped.name} runs in a sum that ends before this place: put brackets around all that ` +
    'belongs to the sum, or take another letter.';
  throw cursor.complaint('ambiguous', escaped.span ?? cursor.at(0), message);
}

function isKnown(name: string, cursor: Cursor): boolean {
  return cursor.bound.includes(name) || cursor.vocabulary.find(name)?.kind === 'index';
}

function relationAt(cursor: Cursor): { start: number; end: number } {
  for (let place = 0; place < cursor.limit; place += 1) {
    if (isComparator(cursor.at(place))) return cursor.at(place);
  }
  return cursor.at(0);
}
