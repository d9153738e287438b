/** A tree with one slip in it, and every place at which a slip can be made. */

import { type Declarations } from '../declarations.ts';
import { type Expression, type ExpressionKind, type ExpressionOf } from '../expression.ts';
import { mapParts, nodesOf, partsOf } from '../parts.ts';
import { type SlipName } from './slips.ts';

export interface Mutation {
  readonly slip: SlipName;
  readonly expression: Expression;
}

/** What can be confused with something else at one place of the tree. */
export interface Scene {
  readonly declarations: Declarations;
  /** what an index may be mistaken for: letters that stand free or are bound here, and 1 */
  readonly indices: readonly Expression[];
  /** quantities that may stand for one another */
  readonly names: ReadonlySet<string>;
}

/** The slips that can be made at one node, its parts left alone. */
export type Mutate<K extends ExpressionKind> = (
  node: ExpressionOf<K>,
  scene: Scene,
) => Iterable<Mutation>;

export type Mutations = { readonly [K in ExpressionKind]?: Mutate<K> };

/** Whether it may be a vector or a matrix: a quantity of such a shape occurs as a whole. */
export function mayHaveSizes(expression: Expression, { declarations }: Scene): boolean {
  for (const node of nodesOf(expression)) {
    if (node.kind !== 'symbol' || node.indices.length > 0) continue;
    const declared = declarations.symbols.get(node.name);
    if (declared?.kind === 'quantity' && declared.shape.length > 0) return true;
  }
  return false;
}

/** Outer places come first, so that the most telling name of a slip does. */
export function* variantsOf(
  mutations: Mutations,
  expression: Expression,
  scene: Scene,
): Generator<Mutation> {
  yield* mutationsAt(mutations, expression.kind, expression, scene);
  const inside = sceneInside(expression, scene);
  const parts = partsOf(expression);
  for (const [place, part] of parts.entries()) {
    for (const { slip, expression: changed } of variantsOf(mutations, part, inside)) {
      yield { slip, expression: withPart(expression, place, changed) };
    }
  }
}

function* mutationsAt<K extends ExpressionKind>(
  mutations: Mutations,
  ...[kind, node, scene]: [K, ExpressionOf<K>, Scene]
): Generator<Mutation> {
  const mutate: Mutate<K> | undefined = mutations[kind];
  if (mutate !== undefined) yield* mutate(node, scene);
}

function sceneInside(expression: Expression, scene: Scene): Scene {
  if (expression.kind !== 'fold') return scene;
  const bound = expression.ranges.map(({ index }): Expression => ({ kind: 'index', name: index }));
  return { ...scene, indices: [...scene.indices, ...bound] };
}

function withPart(expression: Expression, place: number, changed: Expression): Expression {
  let next = 0;
  return mapParts(expression, (part) => (next++ === place ? changed : part));
}
