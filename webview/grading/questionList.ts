/** All questions, with how many answers to each wait for a person. */

import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type GradingQuestion } from '../../src/protocol/gradingMessages.ts';
import { checkbox } from '../controls/checkbox.ts';
import { type GradingSession } from './gradingSession.ts';

export function questionList(session: GradingSession): TemplateResult {
  const { questions } = session;
  const hidden = (session.state?.questions.length ?? 0) - questions.length;
  return html`<div class="questions-head">
      <h2>Questions</h2>
      ${checkbox({
        words: 'Open only',
        isOn: session.isOpenOnly,
        set: (isOn) => {
          session.isOpenOnly = isOn;
        },
      })}
    </div>
    <ul class="questions">
      ${repeat(
        questions,
        ({ id }) => id,
        (question) => html`<li>${row(question, session)}</li>`,
      )}
    </ul>
    ${hidden === 0 ? nothing : html`<p class="quiet hidden-count">${hiddenWords(hidden)}</p>`}`;
}

const hiddenWords = (hidden: number): string =>
  hidden === 1 ? '1 more has nothing open' : `${hidden} more have nothing open`;

function row(question: GradingQuestion, session: GradingSession): TemplateResult {
  const { id, title } = question;
  const isHere = session.lectern.question === id;
  return html`<button
    type="button"
    class="row"
    aria-current=${isHere ? 'true' : nothing}
    @click=${() => void session.openQuestion(id)}
  >
    <span class="row-name"><span class="number">${id}</span> ${title}</span>
    <span class="row-state">${standing(question, session)}</span>
    ${bar(question)}
  </button>`;
}

function standing({ id, open, decided }: GradingQuestion, session: GradingSession): string {
  const words = open > 0 ? `${open} open` : decided > 0 ? 'done' : 'none open';
  return session.shelf.holds(id) ? `${words}, unsaved` : words;
}

/** The same as the words beside it, for the eye. */
function bar({ open, decided }: GradingQuestion): TemplateResult | typeof nothing {
  if (open + decided === 0) return nothing;
  const share = (100 * decided) / (open + decided);
  return html`<span class="bar" aria-hidden="true"><span style="width: ${share}%"></span></span>`;
}
