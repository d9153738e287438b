/** Functions and their arguments, with or without brackets: `\tanh'(x)`, `\log_2 n`, `max(0, x)`, `\exp -x`. */

import { type DeclaredFunction } from '../declarations.ts';
import { type BuiltIn, type Expression, UNARY_FUNCTIONS } from '../expression.ts';
import { shown } from './brackets.ts';
import { type Cursor } from './cursor.ts';
import { readFolded } from './fold.ts';
import { inside, readNorm } from './group.ts';
import { type Marks, readMarks } from './functionMarks.ts';
import { readIndices } from './indices.ts';
import { endsOperand, startsOperand } from './operand.ts';
import { type Token } from './token.ts';
import { FUNCTIONS, RECIPROCALS, REFUSED_WORDS } from './words.ts';

/** At a word that is no declared name; undefined when it is no function either. */
export function readApplied(cursor: Cursor): Expression | undefined {
  const token = cursor.peek();
  if (token.kind !== 'word') return undefined;
  const word = token.text.toLowerCase();
  const refused = REFUSED_WORDS.get(word);
  if (refused !== undefined) throw cursor.complaint('unreadable', token, refused);
  const reciprocal = RECIPROCALS.get(word);
  if (reciprocal !== undefined) return readReciprocal(cursor, reciprocal);
  if (word === 'norm') return readNormCall(cursor);
  const name = FUNCTIONS.get(word);
  if (name === undefined) return undefined;
  const declared = cursor.vocabulary.find(name);
  if (declared?.kind === 'function') {
    cursor.next();
    return readDeclaredCall(cursor, declared, token.start);
  }
  const folds = (name === 'max' || name === 'min') && cursor.peek(1).text === '_';
  return folds ? readFolded(cursor, name) : readNamedCall(cursor, name);
}

/** At the function's name, whatever it is written like. */
export function readNamedCall(cursor: Cursor, name: BuiltIn): Expression {
  const token = cursor.next();
  const redefined = cursor.vocabulary.find(name);
  if (redefined?.kind === 'function') return readDeclaredCall(cursor, redefined, token.start);
  const marks = readMarks(cursor, token);
  const arguments_ = readArguments(cursor, token, marks.exponent === undefined);
  if (isUnary(name) && arguments_.length !== 1) {
    throw wrongCount(cursor, { token, expected: 1, found: arguments_.length });
  }
  return finish(cursor, { name, marks, arguments_, start: token.start });
}

const UNARY: ReadonlySet<string> = new Set(UNARY_FUNCTIONS);

function isUnary(name: BuiltIn): boolean {
  return UNARY.has(name) || (name !== 'max' && name !== 'min');
}

/** After the name; arguments of declared functions stand in brackets. */
export function readDeclaredCall(
  cursor: Cursor,
  declared: DeclaredFunction,
  start: number,
): Expression {
  const token = cursor.previous() ?? cursor.peek();
  const marks = readMarks(cursor, token);
  if (!cursor.sees('(', '[', '{', '\\{')) {
    const name = cursor.source({ start, end: token.end });
    const message = `${name} is a function: expected its argument in brackets, as in ${name}(x), found ${shown(cursor.peek())}.`;
    throw cursor.complaint('unreadable', cursor.peek(), message);
  }
  const arguments_ = readArguments(cursor, token);
  if (arguments_.length !== declared.arity) {
    throw wrongCount(cursor, { token, expected: declared.arity, found: arguments_.length });
  }
  return finish(cursor, { name: declared.name, marks, arguments_, start });
}

interface Pieces {
  readonly name: string;
  readonly marks: Marks;
  readonly arguments_: readonly Expression[];
  readonly start: number;
}

/** `\log_2` has a base, `\operatorname{softmax}_i` a component, `\tanh^2` a power. */
function finish(cursor: Cursor, { name, marks, arguments_, start }: Pieces): Expression {
  const { primes, exponent, below } = marks;
  const base =
    below === undefined || name !== 'log' ? undefined : cursor.source(spanOf(cursor, below));
  const known = base === '2' ? 'log2' : base === '10' ? 'log10' : name;
  const call = cursor.node(
    { kind: 'call', name: known, primes, arguments: arguments_ } as const,
    start,
  );
  const chosen = below === undefined || known !== name ? call : withBelow(cursor, call, below);
  if (exponent === undefined) return chosen;
  return cursor.node({ kind: 'power', base: chosen, exponent }, start);
}

function withBelow(
  cursor: Cursor,
  call: Extract<Expression, { kind: 'call' }>,
  [from, to]: readonly [number, number],
): Expression {
  const start = call.span?.start ?? 0;
  if (call.name !== 'log') {
    const indices = readIndices(cursor, from, to, undefined);
    return cursor.node({ kind: 'component', of: call, indices }, start);
  }
  const base = cursor.within(from, to, () => cursor.grammar.sum(cursor));
  if (base.kind === 'constant' && base.name === 'e') return call;
  const below = { kind: 'call', name: 'log', primes: 0, arguments: [base] } as const;
  return cursor.node({ kind: 'quotient', numerator: call, denominator: below }, start);
}

function spanOf(
  cursor: Cursor,
  [from, to]: readonly [number, number],
): { start: number; end: number } {
  return { start: cursor.at(from).start, end: cursor.at(to - 1).end };
}

/** `signed`: may a minus start an argument without brackets? */
function readArguments(cursor: Cursor, name: Token, signed = true): readonly Expression[] {
  if (cursor.sees('(', '[', '\\{', '{'))
    return inside(cursor, () => cursor.asList(true, () => readList(cursor)));
  // \sigma^2 - 1 is no sigmoid of -1
  const minus = signed && name.kind === 'word' && cursor.sees('-');
  if (minus || startsOperand(cursor.peek())) return [readBareArgument(cursor, name)];
  const message = `Expected the argument of ${cursor.source(name)}, found ${shown(cursor.peek())}.`;
  const span = cursor.peek().kind === 'end' ? name : cursor.peek();
  throw cursor.complaint('unreadable', span, message);
}

function readList(cursor: Cursor): Expression[] {
  const list = [cursor.grammar.value(cursor)];
  while (cursor.take(',') || cursor.take(';')) list.push(cursor.grammar.value(cursor));
  return list;
}

/** The factors that follow, up to a sign or the next function. */
function readBareArgument(cursor: Cursor, name: Token): Expression {
  const { start } = cursor.peek();
  if (cursor.take('-')) {
    const of = cursor.deeper(() => readBareArgument(cursor, name));
    return cursor.node({ kind: 'negate', of }, start);
  }
  const first = cursor.grammar.factor(cursor);
  const factors = [first];
  while (goesOn(cursor)) {
    if (cursor.sees('(', '[', '\\{')) throw unclearEnd(cursor, name);
    factors.push(cursor.grammar.factor(cursor));
  }
  if (cursor.sees('/')) throw unclearEnd(cursor, name);
  if (factors.length === 1) return first;
  const joints = factors.slice(1).map(() => 'beside' as const);
  return cursor.node({ kind: 'product', factors, joints }, start);
}

function goesOn(cursor: Cursor): boolean {
  const token = cursor.peek();
  // a token that could not end a value is a function or a big sign
  return (
    startsOperand(token) &&
    !(token.kind === 'word' && !endsOperand([token], 0)) &&
    !BIG.has(token.text)
  );
}

const BIG: ReadonlySet<string> = new Set(['∑', '∏', '\\sigma']);

function unclearEnd(cursor: Cursor, name: Token): Error {
  const written = cursor.source(name);
  const message = `Where does the argument of ${written} end? Put brackets around all of it: ${written}(…).`;
  return cursor.complaint('ambiguous', { start: name.start, end: cursor.peek().end }, message);
}

function readReciprocal(cursor: Cursor, name: BuiltIn): Expression {
  const token = cursor.next();
  const { exponent, primes } = readMarks(cursor, token);
  if (primes > 0)
    throw cursor.complaint(
      'unreadable',
      token,
      `Write the derivative of ${cursor.source(token)} itself.`,
    );
  const call = { kind: 'call', name, primes: 0, arguments: readArguments(cursor, token) } as const;
  const denominator = cursor.node(call, token.start);
  const numerator = cursor.node({ kind: 'number', digits: '1' }, token.start);
  const quotient = cursor.node({ kind: 'quotient', numerator, denominator }, token.start);
  return exponent === undefined
    ? quotient
    : cursor.node({ kind: 'power', base: quotient, exponent }, token.start);
}

/** `norm(w)`, `norm(w, 1)`, `norm_1(w)` */
function readNormCall(cursor: Cursor): Expression {
  const token = cursor.next();
  const { below } = readMarks(cursor, token);
  const [of, order, ...more] = readArguments(cursor, token);
  if (of === undefined || more.length > 0)
    throw wrongCount(cursor, { token, expected: 1, found: 2 + more.length });
  if (below === undefined && order === undefined) return readNorm(cursor, of, token.start);
  const lower =
    below === undefined ? order : cursor.within(...below, () => cursor.grammar.sum(cursor));
  return cursor.node({ kind: 'norm', of, order: lower }, token.start);
}

function wrongCount(
  cursor: Cursor,
  { token, expected, found }: { token: Token; expected: number; found: number },
): Error {
  const what = expected === 1 ? 'one argument' : `${expected} arguments`;
  const span = { start: token.start, end: cursor.previous()?.end ?? token.end };
  return cursor.complaint(
    'unreadable',
    span,
    `${cursor.source(token)} takes ${what}, found ${found}.`,
  );
}
