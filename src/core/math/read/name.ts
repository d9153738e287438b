/** Letters and words that name something: what the question declares comes first, then what everybody knows. */

import { type Declared, type DeclaredQuantity } from '../declarations.ts';
import { type Expression, type IndexUse } from '../expression.ts';
import { readApplied, readDeclaredCall } from './application.ts';
import { readCommon } from './commonName.ts';
import { type Cursor } from './cursor.ts';
import { readDerivative } from './derivative.ts';
import { readIndices } from './indices.ts';
import { plainName } from './names.ts';
import { type Candidate, type Spelling, candidatesOf, endOf, spellingAt } from './spelling.ts';
import { spelled, touches } from './token.ts';
import { unknownName } from './unknownName.ts';

export function readName(cursor: Cursor): Expression {
  return (
    readBound(cursor) ??
    readDerivative(cursor) ??
    readDeclared(cursor) ??
    readApplied(cursor) ??
    readCommon(cursor) ??
    readLoose(cursor)
  );
}

/** A letter that a sum around here binds. */
function readBound(cursor: Cursor): IndexUse | undefined {
  const token = cursor.peek();
  const name = plainName(spelled(token));
  if (!cursor.bound.includes(name) || cursor.peek(1).text === '_') return undefined;
  cursor.next();
  return cursor.node({ kind: 'index', name }, token.start);
}

function readDeclared(cursor: Cursor): Expression | undefined {
  const spelling = spellingAt(cursor, cursor.position);
  for (const candidate of candidatesOf(cursor, spelling)) {
    const declared = cursor.vocabulary.find(candidate.name);
    if (declared !== undefined) refuseDoubled(cursor, declared);
    if (declared !== undefined) return readUse(cursor, { spelling, candidate, declared });
  }
  return undefined;
}

/** `\mathbb{E}[…]` is no bold E. */
function refuseDoubled(cursor: Cursor, { name }: Declared): void {
  const token = cursor.peek();
  if (token.font !== 'mathbb' || name.includes('mathbb')) return;
  const message = `“${cursor.source(token)}” is read as an expected value or a set, which cannot stand here: write ${plainName(token.text)} for the name.`;
  throw cursor.complaint('unreadable', token, message);
}

interface Found<D = Declared> {
  readonly spelling: Spelling;
  readonly candidate: Candidate;
  readonly declared: D;
}

function readUse(cursor: Cursor, { spelling, candidate, declared }: Found): Expression {
  if (declared.kind === 'quantity') return readQuantity(cursor, { spelling, candidate, declared });
  const { start } = cursor.peek();
  cursor.position = endOf(spelling, candidate);
  if (declared.kind === 'function') return readDeclaredCall(cursor, declared, start);
  if (spelling.below.length > candidate.taken) {
    const message = `${cursor.source(cursor.at(cursor.position - 1))} is an index letter and has no index itself.`;
    throw cursor.complaint('unreadable', cursor.peek(), message);
  }
  return cursor.node({ kind: 'index', name: declared.name }, start);
}

/** Indices: first those of `x^{(i)}`, then those below. */
function readQuantity(cursor: Cursor, found: Found<DeclaredQuantity>): Expression {
  const { spelling, candidate, declared } = found;
  const { start } = cursor.peek();
  const above = readLayer(cursor, found);
  const wanted = rankOf(declared) - above.length;
  const below = readBelow(cursor, found, wanted);
  if (above.length > 0) cursor.position = spelling.ends[2];
  const indices = [...above, ...below];
  const most = Math.max(declared.shape.length, rankOf(declared));
  if (indices.length > most) throw tooManyIndices(cursor, found, start);
  if (below.length === 0 && above.length === 0) cursor.position = endOf(spelling, candidate);
  const all = indices.length > 0 ? indices : readBracketed(cursor, declared);
  return cursor.node({ kind: 'symbol', name: declared.name, indices: all }, start);
}

/** `x[i]` and `c[i][j]`, as in programs: letters only, since programs count from 0. */
function readBracketed(cursor: Cursor, declared: DeclaredQuantity): Expression[] {
  const indices: Expression[] = [];
  while (indices.length < rankOf(declared) && seesLetters(cursor)) {
    const [from, to] = [cursor.position + 1, cursor.partner(cursor.position)];
    indices.push(...readIndices(cursor, from, to, undefined));
    cursor.position = to + 1;
  }
  if (indices.length < rankOf(declared)) refuseCounted(cursor, declared);
  return indices;
}

/** `x[0]` is the first component in a program, `x[1]` perhaps here. */
function refuseCounted(cursor: Cursor, declared: DeclaredQuantity): void {
  const before = cursor.previous();
  if (!cursor.sees('[') || before === undefined || !touches(before, cursor.peek())) return;
  const [from, to] = [cursor.position + 1, cursor.partner(cursor.position)];
  const places = Array.from({ length: to - from }, (_, at) => cursor.at(from + at));
  const isPlace = places.length === 1 && places[0]?.kind === 'number';
  if (!isPlace && !places.some(({ text }) => text === ',')) return;
  const span = { start: before.start, end: cursor.at(to).end };
  const inner = cursor.source({ start: cursor.at(from).start, end: cursor.at(to - 1).end });
  const message = `Is “${cursor.source(span)}” a component? Write ${declared.name}_{${inner}}, counted from 1; for a product write round brackets.`;
  throw cursor.complaint('ambiguous', span, message);
}

function seesLetters(cursor: Cursor): boolean {
  const before = cursor.previous();
  if (!cursor.sees('[') || before === undefined || !touches(before, cursor.peek())) return false;
  for (let place = cursor.position + 1; place < cursor.partner(cursor.position); place += 1) {
    const token = cursor.at(place);
    const isIndex = token.kind === 'letter' && isIndexLetter(cursor, plainName(spelled(token)));
    if (!isIndex && token.text !== ',') return false;
  }
  return true;
}

/** Bound, declared as an index, or nothing else. */
function isIndexLetter(cursor: Cursor, name: string): boolean {
  const { vocabulary } = cursor;
  const declared = vocabulary.find(name);
  if (cursor.bound.includes(name) || declared?.kind === 'index') return true;
  return declared === undefined && vocabulary.size(name) === undefined && name !== 'e';
}

/** A row takes one index. */
function rankOf({ shape: [first, ...rest] }: DeclaredQuantity): number {
  const isRow = rest.length === 1 && first?.plus === 1 && Object.keys(first.names).length === 0;
  return first === undefined ? 0 : isRow ? 1 : 1 + rest.length;
}

function readLayer(cursor: Cursor, found: Found<DeclaredQuantity>): Expression[] {
  const { spelling, candidate, declared } = found;
  if (candidate.above || spelling.layer === undefined) return [];
  const [from, to] = spelling.layer;
  const rank = declared.shape.length;
  if (rank > 0) return readIndices(cursor, from, to, rank - 1 || 1);
  const span = { start: cursor.at(from - 1).start, end: cursor.at(to).end };
  const message = `${cursor.source(span)} above a name marks one of many; ${declared.name} is a number. Write a power without brackets.`;
  throw cursor.complaint('ambiguous', span, message);
}

function readBelow(cursor: Cursor, found: Found<DeclaredQuantity>, wanted: number): Expression[] {
  const { spelling, candidate, declared } = found;
  const left = spelling.below.slice(candidate.taken);
  const [first] = left;
  const end = spelling.below.at(-1) ?? 0;
  cursor.position = endOf(spelling, candidate);
  if (first === undefined || (candidate.taken > 0 && candidate.above)) return [];
  if (declared.shape.length === 0 && !(spelling.open && candidate.taken > 0)) {
    throw noComponents(cursor, found);
  }
  if (spelling.open) return readOpen(cursor, found, wanted);
  const from = cursor.at(first).text === ',' ? first + 1 : first;
  const indices = readIndices(cursor, from, end + 1, wanted);
  cursor.position = spelling.ends[candidate.above ? 2 : 1];
  return indices;
}

/** Without braces as many letters as the name takes; the rest are factors. */
function readOpen(cursor: Cursor, found: Found<DeclaredQuantity>, wanted: number): Expression[] {
  const { spelling, candidate } = found;
  const places = spelling.below.slice(candidate.taken, candidate.taken + wanted);
  const [first] = places;
  if (first === undefined) return [];
  const number = cursor.at(first);
  if (number.kind === 'number' && number.text.length > 1 && wanted === 1) {
    const message = `“${number.text}” below a name needs braces, as in ${spelling.bases[0] ?? 'x'}_{${number.text}}.`;
    throw cursor.complaint('ambiguous', number, message);
  }
  const digits = number.kind === 'number' && number.text.length === wanted;
  const indices = digits
    ? readIndices(cursor, first, first + 1, wanted)
    : places.flatMap((place) => readIndices(cursor, place, place + 1, 1));
  const last = digits ? first : (places.at(-1) ?? first);
  const isAll = candidate.above && last === spelling.below.at(-1);
  cursor.position = isAll ? spelling.ends[2] : last + 1;
  return indices;
}

function noComponents(cursor: Cursor, { spelling, declared }: Found): Error {
  const [letter, below] = spelling.ends;
  const span = { start: cursor.at(letter - 1).start, end: cursor.at(below - 1).end };
  const written = cursor.source(span);
  if (spelling.bare) {
    const digits = cursor.source(cursor.at(letter));
    const message = `“${written}” could be ${declared.name}·${digits} or ${declared.name}^${digits}: write the sign.`;
    return cursor.complaint('ambiguous', span, message);
  }
  const known = [...cursor.declarations.symbols.keys()].filter((name) =>
    name.startsWith(`${declared.name}_`),
  );
  const hint = known.length > 0 ? ` Known are ${known.slice(0, 6).join(', ')}.` : '';
  return cursor.complaint(
    'shape',
    span,
    `“${written}” is not known: ${declared.name} is a number and has no components.${hint}`,
  );
}

function tooManyIndices(
  cursor: Cursor,
  { declared }: Found<DeclaredQuantity>,
  start: number,
): Error {
  const span = { start, end: cursor.previous()?.end ?? start };
  const most = declared.shape.length;
  const what = most === 1 ? 'one index' : `${most} indices`;
  return cursor.complaint(
    'shape',
    span,
    `${declared.name} takes ${what}, “${cursor.source(span)}” has more.`,
  );
}

/** Undeclared letters are numbers where the declarations say so. */
function readLoose(cursor: Cursor): Expression {
  const token = cursor.peek();
  const spelling = spellingAt(cursor, cursor.position);
  if (!cursor.declarations.undeclaredScalars || token.kind === 'word')
    throw unknownName(cursor, spelling);
  const candidates = candidatesOf(cursor, spelling);
  const wanted =
    spelling.open || spelling.bare ? Math.min(1, spelling.below.length) : spelling.below.length;
  const candidate = candidates.find(
    ({ taken, above, primes }) => taken === wanted && !above && !primes,
  );
  const bound = spelling.below.find((place) =>
    cursor.bound.includes(plainName(spelled(cursor.at(place)))),
  );
  if (bound !== undefined) throw needsShape(cursor, spelling);
  if (candidate === undefined) throw unknownName(cursor, spelling);
  cursor.position = endOf(spelling, candidate);
  return cursor.node({ kind: 'symbol', name: candidate.name, indices: [] }, token.start);
}

/** An index that runs needs something to run over. */
function needsShape(cursor: Cursor, { ends, bases }: Spelling): Error {
  const span = { start: cursor.peek().start, end: cursor.at(ends[1] - 1).end };
  const name = bases[0] ?? '';
  const message = `“${cursor.source(span)}” has an index that runs: declare what ${name} is, as in “${name}: vector n”.`;
  return cursor.complaint('unknown-name', span, message);
}
