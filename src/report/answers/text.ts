/** A text, and which criteria whoever graded it ticked. */

import { BY_PERSON } from '../../core/grade/gradeText.ts';
import { type Html, html } from '../html.ts';
import { prose, proseLine } from '../prose.ts';
import { pointsText, remarksOf } from '../words.ts';
import { type AnswerProps, type ShowAnswer } from './answerProps.ts';

export const showText: ShowAnswer<'text'> = (props) => {
  const { answer, graded } = props;
  return {
    body: html`<div class="given-text">${prose(answer.text)}</div>
      ${ticked(props)}`,
    // that a person grades it is said above it
    remarks: remarksOf(graded).filter((remark) => remark !== BY_PERSON),
  };
};

/** Only once a person has ticked: before, criteria say nothing. */
function ticked({ question, graded }: AnswerProps<'text'>): Html | undefined {
  const ticks = graded.decision?.ticks;
  if (ticks === undefined || question.rubric.length === 0) return undefined;
  const items = question.rubric.map(({ criterion, points }, index) => {
    const isMet = ticks.includes(index);
    return html`<li>
      <strong class="${isMet ? 'good' : 'bad'}"
        ><span aria-hidden="true">${isMet ? '✓' : '✗'}</span
        ><span class="unseen">${isMet ? 'met' : 'not met'}</span></strong
      >
      <span>${proseLine(criterion)} <span class="quiet">(${pointsText(points)})</span></span>
    </li>`;
  });
  return html`<div class="part">
    <h4>What was looked for</h4>
    <ul class="rubric">
      ${items}
    </ul>
  </div>`;
}
