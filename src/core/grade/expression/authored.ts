/** An author's formulas as trees. Loading a task set has refused those that cannot be read. */

import { type Declarations } from '../../math/declarations.ts';
import { nameMeant } from '../../math/form/requiredForm.ts';
import { readExpression } from '../../math/read/readStatement.ts';
import { readFormula } from '../../math/readFormula.ts';
import { type Checked } from '../../math/shape/checked.ts';

export function authored(formula: string, declarations: Declarations): Checked {
  const read = readFormula(formula, declarations);
  if (!read.ok) throw unusable(formula, read.error.message);
  return read.value;
}

/** The name that a formula stands for in a list of symbols, such as `∂y/∂a` for `\frac{\partial y}{\partial a_j}`. */
export function authoredName(formula: string, declarations: Declarations): string {
  const read = readExpression(formula, declarations);
  const name = read.ok ? nameMeant(read.value) : undefined;
  if (name === undefined) throw unusable(formula, 'It is not one symbol.');
  return name;
}

function unusable(formula: string, why: string): Error {
  return new Error(`The formula '${formula}' of the question cannot be used. ${why}`);
}
