/** One answer in full: where in the class it stands, what was asked, what was answered, what the check said of it. */

import { type TemplateResult, html, nothing } from 'lit';
import {
  type AnswerEntry,
  type AnswerSheet,
  type Asked,
  type GradingSheet,
} from '../../src/protocol/gradingMessages.ts';
import { button } from '../controls/button.ts';
import { icon } from '../controls/icon.ts';
import { progress } from '../controls/progress.ts';
import { openCount } from './answerOrder.ts';
import { doneNote } from './doneNote.ts';
import { HEADING } from './focus.ts';
import { type GradingSession } from './gradingSession.ts';
import { STANDINGS, TONES, variantWords } from './gradingWords.ts';
import { hostMarkup } from './hostMarkup.ts';

export function answerPane(session: GradingSession): TemplateResult | typeof nothing {
  const { sheet, answer, entry, key } = session.lectern;
  if (session.question === undefined) return nothing;
  if (sheet === undefined) return progress('Opening the question…');
  return html`${key === undefined ? doneNote(session, sheet) : head(session, sheet, entry)}
  ${promptOf(session, answer?.asked ?? sheet)}
  ${key === undefined ? nothing : answer ? answered(answer) : progress('Opening the answer…')}`;
}

function head(session: GradingSession, sheet: GradingSheet, entry: AnswerEntry | undefined) {
  if (entry === undefined) return nothing;
  return html`<header class="answer-head">
    <h2 id=${HEADING} tabindex="-1">
      ${entry.name}<span class="quiet">, ${STANDINGS[entry.standing]}</span>
    </h2>
    <p class="position">${position(sheet.answers, entry)}</p>
    <div class="steps-buttons">
      ${button({
        words: 'Previous',
        icon: 'back',
        keys: 'K',
        press: () => {
          session.step(-1);
        },
      })}
      ${button({
        words: 'Next',
        icon: 'forward',
        iconAt: 'end',
        keys: 'J',
        press: () => {
          session.step(1);
        },
      })}
    </div>
  </header>`;
}

function position(answers: readonly AnswerEntry[], entry: AnswerEntry): string {
  return `${answers.indexOf(entry) + 1} of ${answers.length} · ${openCount(answers)} open`;
}

/** Whether it is open is for the session to say, which knows how far the grader is. */
function promptOf(session: GradingSession, { prompt, variant }: Asked): TemplateResult {
  const toggle = (event: Event): void => {
    event.preventDefault();
    session.isPromptOpen = !session.isPromptOpen;
  };
  return html`<details class="prompt" ?open=${session.isPromptOpen}>
    <summary @click=${toggle}>What was asked${variantWords(variant)}</summary>
    <div class="report" lang=${session.state?.language ?? nothing}>${hostMarkup(prompt)}</div>
  </details>`;
}

const answered = (answer: AnswerSheet): TemplateResult =>
  html`<h3>Answer</h3>
    <div class="report given" dir="auto">${hostMarkup(answer.answer)}</div>
    ${found(answer)}`;

function found({ outcome, remarks, points, settled }: AnswerSheet): TemplateResult {
  const { tone, icon: sign } = TONES[outcome.tone];
  return html`<section class="found tone-${tone}" aria-label="What the check found">
    <p class="found-words">${icon(sign)} <strong>${outcome.words}</strong></p>
    ${
      settled || points === 0
        ? nothing
        : html`<p>The check itself came to ${points} points; that is not final.</p>`
    }
    ${
      remarks.length === 0
        ? nothing
        : html`<ul class="report remarks">
            ${remarks.map((remark) => html`<li>${hostMarkup(remark)}</li>`)}
          </ul>`
    }
  </section>`;
}
