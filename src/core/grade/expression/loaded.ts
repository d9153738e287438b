/** A question's formulas, read. */

import { type QuestionOf, type RequiredForm } from '../../taskset/taskSet.ts';
import { type Declarations } from '../../math/declarations.ts';
import { type WrittenForm } from '../../math/form/requiredForm.ts';
import { type Checked } from '../../math/shape/checked.ts';
import { authored, authoredName } from './authored.ts';

export type ExpressionQuestion = QuestionOf<'expression'>;

export function rightsOf({ answers, declarations }: ExpressionQuestion): Checked[] {
  return answers.map((formula) => authored(formula, declarations));
}

export interface ReadForm extends WrittenForm {
  readonly required: RequiredForm;
}

export function formsOf({ form, declarations }: ExpressionQuestion): ReadForm[] {
  return form.map((required) => ({
    required,
    avoid: namesOf(required.avoid, declarations),
    only: required.only && namesOf(required.only, declarations),
    factored: required.factored,
  }));
}

function namesOf(formulas: readonly string[], declarations: Declarations): string[] {
  return formulas.map((formula) => authoredName(formula, declarations));
}

/** Of a derivative rows and columns are a matter of convention. */
export function asksDerivative({ asked }: ExpressionQuestion): boolean {
  return asked !== undefined && /\\partial|∂|\\nabla|∇|\bd\w+\s*\/\s*d/.test(asked);
}
