/** Whether mathematics is written as was asked, whatever its value. */

import { type Expression } from '../expression.ts';
import { nodesOf } from '../parts.ts';

export interface WrittenForm {
  /** names of symbols and functions that may not occur */
  readonly avoid: readonly string[];
  /** the only symbols that may occur; numbers, index letters and sizes always may */
  readonly only?: readonly string[] | undefined;
  /** it has to be a product */
  readonly factored: boolean;
}

export function hasForm(expression: Expression, { avoid, only, factored }: WrittenForm): boolean {
  const names = namesIn(expression);
  return (
    avoid.every((name) => !names.has(name)) &&
    (only === undefined || symbolsIn(expression).every((name) => only.includes(name))) &&
    (!factored || isProduct(expression))
  );
}

/** What an author's formula names: the symbol of `\frac{\partial y}{\partial a_j}`, the function of `\tanh(x)`. */
export function nameMeant(expression: Expression): string | undefined {
  return expression.kind === 'symbol' || expression.kind === 'call' ? expression.name : undefined;
}

export function symbolsIn(expression: Expression): string[] {
  const found = new Set<string>();
  for (const node of nodesOf(expression)) if (node.kind === 'symbol') found.add(node.name);
  return [...found];
}

function namesIn(expression: Expression): Set<string> {
  const found = new Set<string>();
  for (const node of nodesOf(expression)) {
    if (node.kind === 'symbol' || node.kind === 'call') found.add(node.name);
  }
  return found;
}

/** Two factors that are no plain numbers, a power, or a fraction of such: `2(a + b)` is not one, `a(a + b)` is. */
function isProduct(expression: Expression): boolean {
  if (expression.kind === 'negate') return isProduct(expression.of);
  if (expression.kind === 'quotient') return isProduct(expression.numerator);
  if (expression.kind === 'power') return true;
  if (expression.kind !== 'product') return false;
  const telling = expression.factors.filter(({ kind }) => kind !== 'number');
  const [only] = telling;
  return telling.length > 1 || (only !== undefined && isProduct(only));
}
