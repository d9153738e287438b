/** Whether an expression says anything: `2`, `y - y` and `0 · x` do not. */

import { type Declarations } from '../declarations.ts';
import { type Checked } from '../shape/checked.ts';
import { checkExpression } from '../shape/checkExpression.ts';
import { Probe } from './probe.ts';

const SEED = 7;

/** True of what has no values, too. */
export function isConstant(checked: Checked, declarations: Declarations): boolean {
  const one = checkExpression({ kind: 'number', digits: '1' }, declarations);
  if (!one.ok) return true;
  return !new Probe(checked, one.value, { declarations, seed: SEED }).varies;
}
