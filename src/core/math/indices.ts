/** Index letters of a tree: renaming them without ever catching one that a fold binds. */

import { type Expression } from './expression.ts';
import { nodesOf, rewrite } from './parts.ts';

/** Every `one` becomes `other` and the other way round, bound or free: the meaning stays but for the names. */
export function swapIndices(expression: Expression, one: string, other: string): Expression {
  const swapped = (name: string): string => {
    if (name === one) return other;
    return name === other ? one : name;
  };
  return rewrite(expression, (node) => {
    if (node.kind === 'index') return { ...node, name: swapped(node.name) };
    if (node.kind !== 'fold') return node;
    const [first, ...others] = node.ranges.map((range) => ({
      ...range,
      index: swapped(range.index),
    }));
    return first === undefined ? node : { ...node, ranges: [first, ...others] };
  });
}

/** Letters that occur, bound or free. */
export function indicesIn(expression: Expression): Set<string> {
  const found = new Set<string>();
  for (const node of nodesOf(expression)) {
    if (node.kind === 'index') found.add(node.name);
    if (node.kind === 'fold') for (const { index } of node.ranges) found.add(index);
  }
  return found;
}
