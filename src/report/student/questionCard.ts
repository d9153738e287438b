/** One question: prompt, answer as given, what was found, and what a person wrote. */

import { type FinalQuestion } from '../../core/gradebook/finalGrade.ts';
import { type Question } from '../../core/taskset/taskSet.ts';
import { type Figures } from '../../typeset/typesetter.ts';
import { showAnswer } from '../answers/showAnswer.ts';
import { type Html, html } from '../html.ts';
import { prose, proseLine } from '../prose.ts';
import { type StudentResult } from '../results.ts';
import { CAUSE_WORDS, SIGNS, counted, outcomeOf, pointsText } from '../words.ts';

interface Given {
  readonly result: StudentResult;
  readonly figures: Figures;
}

export function questionCard(question: Question, { result, figures }: Given): Html | undefined {
  const graded = result.grade.questions.get(question.id);
  if (graded === undefined) return undefined;
  const { body, remarks } = showAnswer(question, { graded, result });
  return html`<article class="card" id="q-${question.id}" aria-labelledby="t-${question.id}">
    ${head(question, graded)}${prose(question.prompt, figures)}
    <section class="part">
      <h4>Answer</h4>
      ${body}
    </section>
    ${found(graded, remarks)}${comment(graded)}
  </article>`;
}

function head({ id, title }: Question, graded: FinalQuestion): Html {
  const { words, tone } = outcomeOf(graded);
  const earned = graded.settled ? pointsText(graded.points) : 'open, out';
  return html`<header class="question-head">
    <h3 id="t-${id}">${id} ${title}</h3>
    <span
      ><span class="badge ${tone}"><span aria-hidden="true">${SIGNS[tone]}</span> ${words}</span>
      <span class="points">${earned} of ${counted(graded.maxPoints, 'point')}</span></span
    >
  </header>`;
}

/** Why a check did not come to its end, and the remarks. */
function found({ cause, feedback }: FinalQuestion, remarks: readonly string[]): Html | undefined {
  const isPlain = cause === 'ok' || cause === 'wrong';
  const why =
    isPlain || feedback.length > 0
      ? undefined
      : html`<p>The check of this answer: ${CAUSE_WORDS[cause]}.</p>`;
  if (remarks.length === 0 && why === undefined) return undefined;
  const items = remarks.map((remark) => html`<li>${proseLine(remark)}</li>`);
  return html`<section class="part">
    <h4>Remarks</h4>
    ${why}${
      items.length > 0 &&
      html`<ul class="remarks">
        ${items}
      </ul>`
    }
  </section>`;
}

function comment({ decision }: FinalQuestion): Html | undefined {
  return decision?.comment === undefined || decision.comment.trim() === ''
    ? undefined
    : html`<section class="part comment">
        <h4>Comment of who graded it</h4>
        ${prose(decision.comment)}
      </section>`;
}
