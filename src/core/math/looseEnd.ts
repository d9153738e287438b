/**
 * `\prod_k a_k b`: is b a factor of every a_k, or does the product end before it? A sum is worth the same either way,
 * products, maxima and minima are not.
 */

import { type Expression, type ExpressionOf } from './expression.ts';
import { nodesOf } from './parts.ts';

/** @returns the last factor, when the running letters occur before it and not in it */
export function looseEnd({
  operation,
  ranges,
  body,
}: Pick<ExpressionOf<'fold'>, 'operation' | 'ranges' | 'body'>): Expression | undefined {
  const last = body.kind === 'product' ? body.factors.at(-1) : undefined;
  if (operation === 'sum' || last === undefined) return undefined;
  const letters = new Set(ranges.map(({ index }) => index));
  return mentions(body, letters) && !mentions(last, letters) ? last : undefined;
}

function mentions(expression: Expression, letters: ReadonlySet<string>): boolean {
  for (const node of nodesOf(expression)) {
    if (node.kind === 'index' && letters.has(node.name)) return true;
  }
  return false;
}
