/**
 * Partial derivatives as symbols: `\frac{\partial E}{\partial y}`, `∂E/∂y`, `dE/dy`, `\nabla_y E`. They are names that
 * the question declares; nothing is differentiated here.
 */

import { type Expression, type ExpressionOf, type Joint } from '../expression.ts';
import { type Cursor } from './cursor.ts';
import { factorsIn } from './differential.ts';
import { readIndices } from './indices.ts';
import { derivativeName } from './names.ts';
import { type Candidate, type Spelling, candidatesOf, spellingAt } from './spelling.ts';
import { type Token, touches } from './token.ts';

type Places = readonly [from: number, to: number];

/** At `\frac`; undefined when it is an ordinary fraction. */
export function readDerivativeFraction(cursor: Cursor): Expression | undefined {
  const above = cursor.position + 1;
  if (cursor.at(above).text !== '{') return undefined;
  const below = cursor.partner(above) + 1;
  if (cursor.at(below).text !== '{') return undefined;
  const end = cursor.partner(below);
  return readDerivativeOf(cursor, [above + 1, below - 1], [below + 1, end], end + 1);
}

/** What stands above and below the line, and where the text goes on. */
export function readDerivativeOf(
  cursor: Cursor,
  [aboveFrom, aboveTo]: Places,
  [belowFrom, belowTo]: Places,
  end: number,
): Expression | undefined {
  if (!isMark(cursor, belowFrom, true)) return undefined;
  if (!isMark(cursor, aboveFrom, true)) {
    return readLastFactor(cursor, [aboveFrom, aboveTo], [belowFrom, belowTo], end);
  }
  refuseHigher(cursor, aboveFrom);
  const denominator = nameBetween(cursor, belowFrom + 1, belowTo);
  if (denominator === undefined) return undefined;
  if (aboveFrom + 1 === aboveTo) return readOperator(cursor, denominator, end);
  const numerator = nameBetween(cursor, aboveFrom + 1, aboveTo);
  if (numerator === undefined) return undefined;
  return readSymbol(cursor, { numerator, denominator, end });
}

/** `\frac{w \partial z}{\partial x}` is w times a derivative that is known. */
function readLastFactor(
  cursor: Cursor,
  [aboveFrom, aboveTo]: Places,
  [belowFrom, belowTo]: Places,
  end: number,
): Expression | undefined {
  const denominator = nameBetween(cursor, belowFrom + 1, belowTo);
  const mark = markBefore(cursor, aboveFrom, aboveTo);
  if (denominator === undefined || mark === undefined) return undefined;
  const numerator = nameBetween(cursor, mark + 1, aboveTo);
  if (numerator === undefined) return undefined;
  const { start } = cursor.peek();
  const symbol = findSymbol(cursor, { numerator, denominator });
  if (symbol === undefined) return undefined;
  const isNegative = cursor.at(aboveFrom).text === '-';
  const factors = factorsIn(cursor, isNegative ? aboveFrom + 1 : aboveFrom, mark);
  cursor.position = end;
  const all = [...factors, cursor.node(symbol, start)];
  const joints = factors.map((): Joint => 'beside');
  const whole =
    factors.length === 0 ? symbol : ({ kind: 'product', factors: all, joints } as const);
  return cursor.node(isNegative ? { kind: 'negate', of: whole } : whole, start);
}

/** The place of the mark of the last factor, where nothing but factors stand before it. */
function markBefore(cursor: Cursor, from: number, to: number): number | undefined {
  for (let place = from; place < to; place += 1) {
    const { text } = cursor.at(place);
    if (place > from && isMark(cursor, place, true)) return place;
    if (NO_FACTORS.has(text) && (place > from || text !== '-')) return undefined;
    if (text === '{' || text === '(') place = cursor.partner(place);
  }
  return undefined;
}

const NO_FACTORS: ReadonlySet<string> = new Set(['+', '-', '∑', '∏', 'sum', 'prod', '/']);

/** At a letter `d` or at `∂`, for `dE/dy` and `∂E/∂y`; undefined when it is something else. */
export function readDerivative(cursor: Cursor): Expression | undefined {
  const place = cursor.position;
  const { kind, text } = cursor.peek();
  if (!isMark(cursor, place) || (kind === 'letter' && text !== 'd')) return undefined;
  if (kind === 'letter') refusePlainOperator(cursor);
  const numerator = nameAt(cursor, place + 1);
  const slash = numerator?.ends[2] ?? place;
  if (numerator === undefined || cursor.at(slash).text !== '/' || !isMark(cursor, slash + 1))
    return undefined;
  const denominator = nameAt(cursor, slash + 2);
  if (denominator === undefined) return undefined;
  return readSymbol(cursor, { numerator, denominator, end: endOfPlain(denominator) });
}

/** A power after a plain `∂E/∂y` stays outside of it. */
function endOfPlain({ ends, layer, above }: Spelling): number {
  return layer !== undefined || above === '*' ? ends[2] : ends[1];
}

/** At `∂` or `∇`. */
export function readPartial(cursor: Cursor): Expression {
  const mark = cursor.peek();
  refuseHigher(cursor, cursor.position);
  const found = readDerivative(cursor) ?? readSubscripted(cursor);
  if (found !== undefined) return found;
  const message = `“${mark.text}” must be part of a derivative such as ∂E/∂y or \\nabla_y E.`;
  throw cursor.complaint('unreadable', mark, message);
}

/** `\partial_y E` and `\nabla_w E` */
function readSubscripted(cursor: Cursor): Expression | undefined {
  const place = cursor.position + 1;
  if (cursor.at(place).text !== '_') return undefined;
  const isGroup = cursor.at(place + 1).text === '{';
  const close = isGroup ? cursor.partner(place + 1) : place + 2;
  const denominator = isGroup
    ? nameBetween(cursor, place + 2, close)
    : plainLetter(spellingAt(cursor, place + 1));
  const numerator = nameAt(cursor, isGroup ? close + 1 : close);
  if (denominator === undefined || numerator === undefined) return undefined;
  return readSymbol(cursor, { numerator, denominator, end: numerator.ends[1] });
}

/** Of `\nabla_w E` the subscript is one letter. */
function plainLetter(spelling: Spelling): Spelling {
  const [letter] = spelling.ends;
  return {
    ...spelling,
    below: [],
    above: undefined,
    layer: undefined,
    primes: 0,
    ends: [letter, letter, letter, letter],
  };
}

/** A sign or letter for “derivative”; outside of fractions a plain `d` touches the name that it belongs to. */
function isMark(cursor: Cursor, place: number, gap = false): boolean {
  const token = cursor.at(place);
  if (token.kind === 'sign') return token.text === '∂' || token.text === '∇';
  if (token.kind !== 'letter' || token.text !== 'd') return false;
  const isTyped = token.end - token.start === 1;
  const next = cursor.at(place + 1);
  return gap || !isTyped || touches(token, next) || next.kind === 'end' || next.text === '}';
}

function nameAt(cursor: Cursor, place: number): Spelling | undefined {
  const { kind } = cursor.at(place);
  return kind === 'letter' || kind === 'word' ? spellingAt(cursor, place) : undefined;
}

/** The name that fills the places up to `to`. */
function nameBetween(cursor: Cursor, from: number, to: number): Spelling | undefined {
  const isGroup = cursor.at(from).text === '{' && cursor.partner(from) === to - 1;
  const [start, end] = isGroup ? [from + 1, to - 1] : [from, to];
  const spelling = nameAt(cursor, start);
  return spelling?.ends.includes(end) === true ? spelling : undefined;
}

interface Parts {
  readonly numerator: Spelling;
  readonly denominator: Spelling;
  /** where the text goes on */
  readonly end: number;
}

function readSymbol(
  cursor: Cursor,
  { numerator, denominator, end }: Parts,
): Expression | undefined {
  const { start } = cursor.peek();
  const symbol = findSymbol(cursor, { numerator, denominator });
  if (symbol === undefined) return readUndeclared(cursor, { numerator, denominator, end }, start);
  cursor.position = end;
  refusePower(cursor, start);
  return cursor.node(symbol, start);
}

/** Among the derivatives that are declared. */
function findSymbol(
  cursor: Cursor,
  { numerator, denominator }: Omit<Parts, 'end'>,
): ExpressionOf<'symbol'> | undefined {
  for (const above of candidatesOf(cursor, numerator)) {
    for (const below of candidatesOf(cursor, denominator)) {
      const declared = cursor.vocabulary.find(derivativeName(above.name, below.name));
      if (declared?.kind !== 'quantity') continue;
      const indices = [...restOf(cursor, numerator, above), ...restOf(cursor, denominator, below)];
      return { kind: 'symbol', name: declared.name, indices };
    }
  }
  return undefined;
}

/** The indices that the name leaves. */
function restOf(cursor: Cursor, spelling: Spelling, candidate: Candidate): Expression[] {
  const left = spelling.below.slice(candidate.taken);
  const [first] = left;
  const last = left.at(-1);
  if (first === undefined || last === undefined) return [];
  const known = cursor.vocabulary.find(candidate.name);
  const wanted =
    known?.kind === 'quantity' && known.shape.length > 0 ? known.shape.length : undefined;
  return readIndices(cursor, cursor.at(first).text === ',' ? first + 1 : first, last + 1, wanted);
}

function readUndeclared(cursor: Cursor, parts: Parts, start: number): Expression | undefined {
  const { numerator, denominator, end } = parts;
  const mark = /^(?:frac|\{)$/.test(cursor.peek().text) ? markIn(cursor) : cursor.peek();
  const isLetter = mark.kind === 'letter' && mark.end - mark.start === 1;
  const { vocabulary, declarations } = cursor;
  const isProduct = vocabulary.startsName('d') || cursor.bound.includes('d');
  const above = nameOf(cursor, numerator);
  const below = nameOf(cursor, denominator);
  if (isLetter && isProduct && !(above.known && below.known)) return undefined;
  const name = derivativeName(above.name, below.name);
  cursor.position = end;
  if (declarations.undeclaredScalars)
    return cursor.node({ kind: 'symbol', name, indices: [] }, start);
  const known = [...declarations.symbols.keys()].filter((each) => each.startsWith('∂'));
  const hint =
    known.length === 0 ? 'write the result instead' : `known are ${known.slice(0, 8).join(', ')}`;
  const span = { start, end: cursor.previous()?.end ?? start };
  throw cursor.complaint(
    'unknown-name',
    span,
    `${name} is not a symbol of this question: ${hint}.`,
  );
}

/** Of `\frac{\partial E}{…}` and `{\partial E \over …}`. */
function markIn(cursor: Cursor): Token {
  return cursor.sees('{') ? cursor.peek(1) : cursor.peek(2);
}

/** The longest name that is known, else all of it. */
function nameOf(cursor: Cursor, spelling: Spelling): { name: string; known: boolean } {
  const candidates = candidatesOf(cursor, spelling);
  const known = candidates.find(({ name }) => cursor.vocabulary.isDerivativePart(name));
  return { name: (known ?? candidates[0])?.name ?? '', known: known !== undefined };
}

/** `\frac{\partial}{\partial y} E` is the same symbol; of anything else the result is asked for. */
function readOperator(cursor: Cursor, denominator: Spelling, end: number): Expression {
  const { start } = cursor.peek();
  const numerator = nameAt(cursor, end);
  const found =
    numerator === undefined
      ? undefined
      : readSymbol(cursor, { numerator, denominator, end: numerator.ends[1] });
  if (found !== undefined) return found;
  throw writeResult(cursor, start, cursor.at(end - 1).end);
}

/** `d/dx (…)` */
function refusePlainOperator(cursor: Cursor): void {
  const [mark, slash, second, name] = [
    cursor.peek(),
    cursor.peek(1),
    cursor.peek(2),
    cursor.peek(3),
  ];
  const isOperator =
    slash.text === '/' && second.text === 'd' && name.kind === 'letter' && touches(second, name);
  if (!isOperator || !cursor.vocabulary.startsName(name.text)) return;
  throw writeResult(cursor, mark.start, name.end);
}

function writeResult(cursor: Cursor, start: number, end: number): Error {
  const message = 'A derivative to be worked out cannot be read here: write the result.';
  return cursor.complaint('unreadable', { start, end }, message);
}

function refuseHigher(cursor: Cursor, mark: number): void {
  const sign = cursor.at(mark + 1);
  if (sign.text !== '^') return;
  const span = { start: cursor.at(mark).start, end: cursor.at(mark + 2).end };
  throw cursor.complaint(
    'unreadable',
    span,
    'Second and higher derivatives cannot be read as symbols: write the result.',
  );
}

/** `∂E/∂y^2` could be a square or a second derivative. */
function refusePower(cursor: Cursor, start: number): void {
  const wasFraction = cursor.previous()?.text === '}' && /^[\\{]/.test(cursor.text.slice(start));
  if (wasFraction || !cursor.sees('^') || /^[T⊤{]$/.test(cursor.peek(1).text)) return;
  const span = { start, end: cursor.peek(1).end };
  const message = 'Is the whole derivative raised to the power? Write it as (∂E/∂y)^2.';
  throw cursor.complaint('ambiguous', span, message);
}
