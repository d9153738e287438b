/** Names that everybody knows without a declaration: e, π, sizes, index letters, the sigmoid, the identity. */

import { type Expression } from '../expression.ts';
import { readNamedCall } from './application.ts';
import { type Cursor } from './cursor.ts';
import { readFolded } from './fold.ts';
import { readIndicator, readOnes } from './indicator.ts';
import { readIndices } from './indices.ts';
import { plainName } from './names.ts';
import { spellingAt } from './spelling.ts';
import { type Token, spelled } from './token.ts';

/** What needs no declaration: e, π, the names of sizes, index letters, the sigmoid. */
export function readCommon(cursor: Cursor): Expression | undefined {
  const token = cursor.peek();
  const name = plainName(spelled(token));
  const common = COMMON.get(name);
  if (common !== undefined) return common(cursor, token);
  const size = cursor.vocabulary.size(name);
  if (size !== undefined && cursor.peek(1).text !== '_')
    return nodeOf(cursor, { kind: 'size', name: size }, token);
  if (!cursor.indexing || token.kind !== 'letter') return undefined;
  return nodeOf(cursor, { kind: 'index', name }, token);
}

function nodeOf<E extends Expression>(cursor: Cursor, node: E, { start }: Token): E {
  cursor.next();
  return cursor.node(node, start);
}

const E = { kind: 'constant', name: 'e' } as const;
const PI = { kind: 'constant', name: 'pi' } as const;

const COMMON: ReadonlyMap<string, (cursor: Cursor, token: Token) => Expression | undefined> =
  new Map<string, (cursor: Cursor, token: Token) => Expression | undefined>(
    Object.entries({
      e: (cursor, token) =>
        cursor.peek(1).text === '_' || cursor.indexing ? undefined : nodeOf(cursor, E, token),
      exponentialE: (cursor, token) => nodeOf(cursor, E, token),
      '\\pi': (cursor, token) => nodeOf(cursor, PI, token),
      pi: (cursor, token) => nodeOf(cursor, PI, token),
      '\\sigma': (cursor) => readNamedCall(cursor, 'sigmoid'),
      sigma: (cursor) => readNamedCall(cursor, 'sigmoid'),
      '\\Sigma': (cursor) => readFolded(cursor, 'sum'),
      Sigma: (cursor) => readFolded(cursor, 'sum'),
      '\\Pi': (cursor) => readFolded(cursor, 'product'),
      I: (cursor, token) => readCapitalI(cursor, token),
      '\\delta': (cursor, token) => readKronecker(cursor, token),
    }),
  );

/** With a condition an indicator, else the identity: the diagonal matrix of ones, as large as its place asks for. */
function readCapitalI(cursor: Cursor, token: Token): Expression | undefined {
  const place = cursor.position;
  cursor.next();
  const indicator = readIndicator(cursor, token.start, ['(']);
  if (indicator !== undefined) return indicator;
  if (cursor.declarations.undeclaredScalars || cursor.indexing) {
    cursor.position = place;
    return undefined;
  }
  const ones = readOnes(cursor, token.start);
  return cursor.node({ kind: 'call', name: 'diag', primes: 0, arguments: [ones] }, token.start);
}

/** `\delta_{ij}` is 1 where i = j. */
function readKronecker(cursor: Cursor, token: Token): Expression | undefined {
  const { below, open } = spellingAt(cursor, cursor.position);
  const [first] = below;
  const last = open ? below[1] : below.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const [left, right, ...more] = readIndices(cursor, first, last + 1, 2);
  if (left === undefined || right === undefined || more.length > 0) return undefined;
  cursor.position = open ? last + 1 : last + 2;
  const condition = { kind: 'compare', left, comparator: '=', right } as const;
  return cursor.node({ kind: 'indicator', condition }, token.start);
}
