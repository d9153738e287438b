/** Index letters that stand free in an expression, and those that its sums bind. */

import { type Expression, type IndexUse } from '../expression.ts';
import { partsOf } from '../parts.ts';

export interface Letters {
  readonly free: readonly IndexUse[];
  readonly bound: ReadonlySet<string>;
}

export function lettersOf(expression: Expression): Letters {
  const free: IndexUse[] = [];
  const bound = new Set<string>();
  collect(expression, [], { free, bound });
  return { free, bound };
}

function collect(
  expression: Expression,
  around: readonly string[],
  found: { readonly free: IndexUse[]; readonly bound: Set<string> },
): void {
  if (expression.kind === 'index' && !around.includes(expression.name)) found.free.push(expression);
  const own = expression.kind === 'fold' ? expression.ranges.map(({ index }) => index) : [];
  for (const letter of own) found.bound.add(letter);
  const inner = own.length > 0 ? [...around, ...own] : around;
  for (const part of partsOf(expression)) collect(part, inner, found);
}
