/** A formula, with the numbers for which it differs from what is right. */

import { html } from '../html.ts';
import { formula } from '../prose.ts';
import { type ShowAnswer } from './answerProps.ts';
import { counterexampleIn } from './counterexample.ts';
import { field, textOf } from './evidence.ts';
import { readFormula } from './readFormula.ts';

export const showExpression: ShowAnswer<'expression'> = ({ question, answer, graded }) => {
  const read = textOf(field(graded.evidence, 'read'));
  const typeset =
    read === undefined
      ? readFormula(question, answer.latex)
      : formula(String.raw`\displaystyle ${read}`);
  const sides = { left: 'yours', right: 'expected' };
  return {
    body: html`<div class="given-formula" tabindex="0" role="group" aria-label="Formula">
        ${typeset}
      </div>
      ${counterexampleIn(field(graded.evidence, 'counterexample'), sides)}`,
    remarks: graded.feedback,
  };
};
