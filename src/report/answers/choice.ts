/** A choice: every option, what was selected, and what is said of that. */

import { type Html, html } from '../html.ts';
import { proseLine } from '../prose.ts';
import { type ShowAnswer } from './answerProps.ts';
import { field, textOf } from './evidence.ts';

export const showChoice: ShowAnswer<'choice'> = ({ question, answer, graded }) => {
  const told = field(graded.evidence, 'options');
  const items = question.options.map((option): Html => {
    const isSelected = answer.selected.includes(option.id);
    const remark = isSelected ? textOf(field(told, option.id)) : undefined;
    const tone = remark === undefined ? '' : option.correct ? 'good' : 'bad';
    return html`<li class="${tone}">
      <span class="box">${box(question.multiple, isSelected)}</span>
      <div>
        ${proseLine(option.text)}${isSelected && html` <span class="unseen">(selected)</span>`}
        ${remark !== undefined && html`<p class="remark"><strong class="${tone}">${option.correct ? '✓ Right.' : '✗ Not right.'}</strong> ${proseLine(remark)}</p>`}
      </div>
    </li>`;
  });
  const said = question.options.map(({ id }) => textOf(field(told, id)));
  return {
    body: html`<ul class="options">
      ${items}
    </ul>`,
    remarks: graded.feedback.filter(
      (remark) => !said.some((each) => each !== undefined && remark.endsWith(each)),
    ),
  };
};

function box(isMultiple: boolean, isSelected: boolean): Html {
  const sign = isMultiple ? (isSelected ? '☑' : '☐') : isSelected ? '◉' : '○';
  return html`<span aria-hidden="true">${sign}</span>`;
}
