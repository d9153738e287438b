/** What stands after a value, above or below it: powers, transposes, components, factorials. */

import { type Expression } from '../expression.ts';
import { type Cursor } from './cursor.ts';
import { inside } from './group.ts';
import { readIndices } from './indices.ts';
import { type Token, touches } from './token.ts';

export function readScripts(cursor: Cursor, base: Expression, start: number): Expression {
  let value = base;
  for (;;) {
    if (cursor.sees('^')) value = readSuperscript(cursor, value, start);
    else if (cursor.sees('_')) value = readSubscript(cursor, value, start);
    else if (cursor.sees('!')) value = readFactorial(cursor, value, start);
    else if (cursor.sees("'")) throw doubtfulPrime(cursor, start);
    else return value;
  }
}

function readFactorial(cursor: Cursor, of: Expression, start: number): Expression {
  cursor.next();
  return cursor.node({ kind: 'call', name: 'factorial', primes: 0, arguments: [of] }, start);
}

function doubtfulPrime(cursor: Cursor, start: number): Error {
  const span = { start, end: cursor.peek().end };
  const base = cursor.source({ start, end: cursor.peek().start });
  const message = `“${cursor.source(span)}” could be a transpose or a derivative: write ${base}^T for the transpose, the result for a derivative.`;
  return cursor.complaint('ambiguous', span, message);
}

function readSuperscript(cursor: Cursor, base: Expression, start: number): Expression {
  cursor.next();
  const isGroup = cursor.sees('{', '(');
  const from = isGroup ? cursor.position + 1 : cursor.position;
  const to = isGroup ? cursor.partner(cursor.position) : from + 1;
  const special = readSpecial(cursor, { base, start, from, to });
  if (special !== undefined) {
    cursor.position = isGroup ? to + 1 : to;
    return special;
  }
  const exponent = isGroup
    ? inside(cursor, () => cursor.grammar.value(cursor))
    : readPlainExponent(cursor, start);
  if (base.kind === 'constant' && base.name === 'e') {
    return cursor.node({ kind: 'call', name: 'exp', primes: 0, arguments: [exponent] }, start);
  }
  return cursor.node({ kind: 'power', base, exponent }, start);
}

interface Above {
  readonly base: Expression;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** `^T`, `^{-T}`, `^{\odot 2}`, `^+`; undefined for an ordinary power. */
function readSpecial(cursor: Cursor, { base, start, from, to }: Above): Expression | undefined {
  const first = cursor.at(from);
  const end = first.text === '-' && cursor.at(to).kind !== 'end' && to === from + 1 ? to + 1 : to;
  if (first.text === '-' && end === from + 2 && isTransposer(cursor, from + 1, base)) {
    return inverseTranspose(cursor, base, start);
  }
  if (to !== from + 1) return readComponentwise(cursor, { base, start, from, to });
  if (isTransposer(cursor, from, base)) {
    cursor.position = to;
    return cursor.node({ kind: 'transpose', of: base }, start);
  }
  const refused = first.kind === 'sign' ? REFUSED[first.text] : undefined;
  if (refused !== undefined && cursor.sees(first.text, '{', '(')) {
    if (first.text === '+' && cursor.sees('+')) return undefined;
    throw cursor.complaint('unreadable', first, refused);
  }
  return undefined;
}

const REFUSED: Readonly<Partial<Record<string, string>>> = {
  '*': '“*” above a value means nothing here: only declared names such as w^* have it.',
  '†': '“†” cannot be read here: write ^T.',
  "'": 'A prime above a value could be a transpose or a derivative: write x^T for the transpose.',
};

function inverseTranspose(cursor: Cursor, base: Expression, start: number): Expression {
  const one = cursor.node({ kind: 'number', digits: '1' } as const, start);
  const exponent = cursor.node({ kind: 'negate', of: one } as const, start);
  const of = cursor.node({ kind: 'power', base, exponent } as const, start);
  return cursor.node({ kind: 'transpose', of }, start);
}

function readComponentwise(
  cursor: Cursor,
  { base, start, from, to }: Above,
): Expression | undefined {
  if (!/^[⊙∘]$/.test(cursor.at(from).text)) return undefined;
  const exponent = cursor.within(from + 1, to, () => cursor.grammar.sum(cursor));
  return cursor.node({ kind: 'power', base, exponent, componentwise: true }, start);
}

/** A letter T is one unless the question has a T; then a number is raised to it, and a vector transposed. */
function isTransposer(cursor: Cursor, place: number, base: Expression): boolean {
  const token = cursor.at(place);
  if (token.text === '⊤') return true;
  if (token.kind !== 'letter' || token.text !== 'T') return false;
  const known = cursor.vocabulary.startsName('T') || cursor.bound.includes('T');
  if (!known || token.font !== undefined) return true;
  const declared = base.kind === 'symbol' ? cursor.vocabulary.find(base.name) : undefined;
  if (base.kind === 'number' || base.kind === 'constant') return false;
  if (declared?.kind === 'quantity') return declared.shape.length > 0 && !isNumberOf(base);
  const span = { start: base.span?.start ?? token.start, end: token.end };
  const message =
    'T is a name of this question: write ^\\top for the transpose, ^{1·T} for the power.';
  throw cursor.complaint('ambiguous', span, message);
}

function isNumberOf(base: Expression): boolean {
  return base.kind === 'symbol' && base.indices.length > 0;
}

/** Without braces: a sign, and one factor with its own scripts. */
function readPlainExponent(cursor: Cursor, start: number): Expression {
  refuseLongExponent(cursor, start);
  refuseSumAbove(cursor, start);
  return cursor.grammar.signedFactor(cursor);
}

/** In plain text nobody knows whether `e^xy` means e^{xy}; in LaTeX it does not. */
function refuseLongExponent(cursor: Cursor, start: number): void {
  const sign = cursor.sees('-', '+') ? 1 : 0;
  const first = cursor.peek(sign);
  const second = cursor.peek(sign + 1);
  const isPlain = !/[\\{]/.test(cursor.text);
  const letters = first.kind === 'letter' || (sign === 1 && first.kind === 'number');
  const isName = second.kind === 'number' && cursor.vocabulary.startsName(first.text);
  if (!isPlain || !letters || isName || !isBeside(first, second)) return;
  const span = { start, end: second.end };
  const above = cursor.source({ start: cursor.peek().start, end: second.end });
  const message = `Where does the exponent end? Write ^(${above}) for all of it, or put “*” after it.`;
  throw cursor.complaint('ambiguous', span, message);
}

function isBeside(first: Token, second: Token): boolean {
  return touches(first, second) && (second.kind === 'letter' || second.kind === 'number');
}

/** `e^-\sum_i z_i w` */
function refuseSumAbove(cursor: Cursor, start: number): void {
  const token = cursor.peek(cursor.sees('-') ? 1 : 0);
  if (!/^(?:∑|∏|sum|prod)$/.test(token.text)) return;
  const message =
    'Where does the exponent end? Put it in braces or brackets, as in e^{-\\sum_i x_i}.';
  throw cursor.complaint('ambiguous', { start, end: token.end }, message);
}

/** `(Wx)_i`, `[x]_+` */
function readSubscript(cursor: Cursor, base: Expression, start: number): Expression {
  cursor.next();
  const isGroup = cursor.sees('{');
  const from = isGroup ? cursor.position + 1 : cursor.position;
  const to = isGroup ? cursor.partner(cursor.position) : from + 1;
  const isPositivePart = to === from + 1 && cursor.at(from).text === '+';
  const indices = isPositivePart ? [] : readIndices(cursor, from, to, undefined);
  cursor.position = isGroup ? to + 1 : to;
  if (isPositivePart) {
    return cursor.node({ kind: 'call', name: 'relu', primes: 0, arguments: [base] }, start);
  }
  if (base.kind === 'symbol' && base.indices.length === 0)
    return cursor.node({ ...base, indices }, start);
  return cursor.node({ kind: 'component', of: base, indices }, start);
}
