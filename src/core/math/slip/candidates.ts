/** Every tree that comes of one common slip in a right answer, or in what one of its symbols stands for. */

import { type Declarations } from '../declarations.ts';
import { type Expression } from '../expression.ts';
import { type Checked } from '../shape/checked.ts';
import { type Size } from '../size.ts';
import { symbolsIn } from '../form/requiredForm.ts';
import { nodesOf, rewrite } from '../parts.ts';
import { negated, numberOf, productOf, quotientOf, sizeAsNumber, sumOf, times } from './build.ts';
import { type Mutation, type Mutations, type Scene, variantsOf } from './mutation.ts';
import { sameKind } from './nameSlips.ts';
import { MUTATIONS } from './mutations.ts';
import { writtenOut } from './writtenOut.ts';

export function* candidatesOf(right: Checked, scene: Scene): Generator<Mutation> {
  const { expression, freeIndices } = right;
  yield* forgottenIn(expression);
  yield* variantsOf(MUTATIONS, expression, scene);
  yield { slip: 'transposed', expression: { kind: 'transpose', of: expression } };
  for (const [index, size] of freeIndices) {
    yield { slip: 'sum-too-many', expression: summedOver(index, size, expression) };
  }
  for (const name of scene.declarations.sizes) {
    const size: Expression = { kind: 'size', name };
    yield { slip: 'size-factor', expression: times(size, expression) };
    yield { slip: 'size-factor', expression: quotientOf(expression, size) };
  }
  yield* exchangesIn(expression, scene);
  for (const name of scene.names) {
    const extra: Expression = { kind: 'symbol', name, indices: [] };
    yield { slip: 'extra-term', expression: sumOf([expression, extra]) };
    yield { slip: 'extra-term', expression: sumOf([expression, negated(extra)]) };
  }
  yield* variantsOf(OPENED, expression, scene);
}

/** Slips in what a symbol stands for, and in what the symbols there stand for. */
const OPENED: Mutations = {
  *symbol(symbol, scene) {
    const body = writtenOut(symbol, scene.declarations);
    if (body === undefined) return;
    yield* variantsOf(MUTATIONS, body, scene);
    yield* variantsOf(OPENED, body, scene);
  },
};

/** A factor that occurs in several places and is missing in all of them. */
function* forgottenIn(expression: Expression): Generator<Mutation> {
  const uses = [...nodesOf(expression)].filter((node) => node.kind === 'symbol');
  for (const name of symbolsIn(expression)) {
    if (uses.filter((use) => use.name === name).length < 2) continue;
    yield { slip: 'missing-factor', expression: withoutFactor(expression, name) };
  }
}

function withoutFactor(expression: Expression, name: string): Expression {
  return rewrite(expression, (node) => {
    if (node.kind !== 'product') return node;
    const kept = node.factors.filter((factor) => factor.kind !== 'symbol' || factor.name !== name);
    if (kept.length === node.factors.length) return node;
    return kept.length === 0 ? numberOf(1) : productOf(kept, node.joints.slice(0, kept.length - 1));
  });
}

/** `x_1` for `x_2` and the other way round, everywhere. */
function* exchangesIn(expression: Expression, { declarations }: Scene): Generator<Mutation> {
  const names = symbolsIn(expression);
  for (const [place, one] of names.entries()) {
    for (const other of names.slice(place + 1)) {
      if (!sameKind(one, other, declarations)) continue;
      yield { slip: 'wrong-symbol', expression: exchanged(expression, one, other) };
    }
  }
}

function exchanged(expression: Expression, one: string, other: string): Expression {
  return rewrite(expression, (node) => {
    if (node.kind !== 'symbol' || (node.name !== one && node.name !== other)) return node;
    return { ...node, name: node.name === one ? other : one };
  });
}

export function sceneOf(
  { freeIndices }: Checked,
  declarations: Declarations,
  names: ReadonlySet<string>,
): Scene {
  const letters = [...freeIndices.keys()].map((name): Expression => ({ kind: 'index', name }));
  return { declarations, indices: [...letters, numberOf(1)], names };
}

function summedOver(index: string, size: Size, body: Expression): Expression {
  const range = { index, from: numberOf(1), to: sizeAsNumber(size) };
  return { kind: 'fold', operation: 'sum', ranges: [range], body };
}
