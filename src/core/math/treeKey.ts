/** Whether two trees are written alike. Where they stand in a text does not matter. */

import { type Expression } from './expression.ts';

/** Equal for trees that are written alike, and for those only. */
export function treeKey(expression: Expression): string {
  return JSON.stringify(expression, (name, value: unknown) =>
    name === 'span' ? undefined : value,
  );
}
