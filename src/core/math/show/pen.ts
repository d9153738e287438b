/** What every rule for writing mathematics gets: the names of the question, and a way to write the parts. */

import { type Declarations } from '../declarations.ts';
import { type Condition, type Expression } from '../expression.ts';

export interface Pen {
  readonly declarations: Declarations;
  /** as it stands, without brackets */
  write(expression: Expression): string;
  writeCondition(condition: Condition): string;
}

export function bracketed(latex: string): string {
  return String.raw`\left(${latex}\right)`;
}

/** A list of arguments: where the comma belongs to numbers, semicolons separate. */
export function listed(expressions: readonly Expression[], pen: Pen): string {
  const separator = pen.declarations.decimalComma ? '; ' : ', ';
  return expressions.map((each) => pen.write(each)).join(separator);
}
