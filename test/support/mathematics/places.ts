/** Places inside a tree, and trees with one place changed. */

import {
  type Expression,
  type ExpressionKind,
  type ExpressionOf,
} from '../../../src/core/math/expression.ts';
import { mapParts, partsOf } from '../../../src/core/math/parts.ts';
import { type Checked } from '../../../src/core/math/shape/checked.ts';
import { shapeOf } from '../../../src/core/math/shape/shapeOf.ts';

export interface Place {
  readonly node: Expression;
  /** number of components' sizes: 0 for a scalar */
  readonly rank: number;
  /** index letters of size d or h that may be used here, the free one included */
  readonly letters: readonly string[];
  /** the whole tree with something else here */
  readonly put: (changed: Expression) => Expression;
}

/** Every place where a value stands; subscripts, exponents, limits and orders of norms are left out. */
export function placesOf({ expression, freeIndices }: Checked): Place[] {
  return [...placesFrom(expression, [...freeIndices.keys()], (changed) => changed)];
}

function* placesFrom(
  node: Expression,
  letters: readonly string[],
  put: Place['put'],
): Generator<Place> {
  yield { node, rank: shapeOf(node).length, letters, put };
  const within =
    node.kind === 'fold' ? [...letters, ...node.ranges.map(({ index }) => index)] : letters;
  const parts = partsOf(node);
  for (const place of valuePlaces(node, parts)) {
    const part = parts[place];
    if (part === undefined) continue;
    yield* placesFrom(part, within, (changed) => put(withPart(node, place, changed)));
  }
}

function valuePlaces(node: Expression, parts: readonly Expression[]): number[] {
  const all = [...parts.keys()];
  const subscripts: Partial<Record<ExpressionKind, readonly number[]>> = {
    symbol: [],
    component: [0],
    power: [0],
    norm: [0],
    fold: all.slice(-1),
  };
  return [...(subscripts[node.kind] ?? all)];
}

function withPart(node: Expression, place: number, changed: Expression): Expression {
  let next = 0;
  return mapParts(node, (part) => (next++ === place ? changed : part));
}

export function isA<K extends ExpressionKind>(node: Expression, kind: K): node is ExpressionOf<K> {
  return node.kind === kind;
}

/** A call of a built-in without primes: its arguments. */
export function argumentsOf(node: Expression, name: string): readonly Expression[] | undefined {
  const called = node.kind === 'call' && node.name === name && node.primes === 0;
  return called ? node.arguments : undefined;
}
