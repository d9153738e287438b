/** From text to mathematics whose shapes fit, in one step. */

import { type Result, failure } from '../result.ts';
import { type Complaint } from './complaint.ts';
import { type Declarations } from './declarations.ts';
import { readExpression } from './read/readStatement.ts';
import { checkExpression } from './shape/checkExpression.ts';
import { type Checked } from './shape/checked.ts';

export function readFormula(text: string, declarations: Declarations): Result<Checked, Complaint> {
  const read = readExpression(text, declarations);
  return read.ok ? checkExpression(read.value, declarations) : failure(read.error[0]);
}
