/** The answers to the question that lies open, as one stop of the Tab key; arrows go from answer to answer. */

import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { type AnswerEntry } from '../../src/protocol/gradingMessages.ts';
import { icon } from '../controls/icon.ts';
import { type GradingSession } from './gradingSession.ts';

export function answerList(session: GradingSession): TemplateResult | typeof nothing {
  const { sheet } = session.lectern;
  if (sheet === undefined) return nothing;
  const { entries } = session;
  return html`<h2>Answers to ${sheet.question}</h2>
    ${entries.length === 0 ? html`<p class="quiet">${emptyWords(sheet.answers.length)}</p>` : nothing}
    <ul class="answers" @keydown=${roamer(session)}>
      ${repeat(
        entries,
        ({ key }) => key,
        (entry, index) => html`<li>${rowOf(entry, index, session)}</li>`,
      )}
    </ul>`;
}

const emptyWords = (count: number): string =>
  count === 0 ? 'There are none.' : `None of ${count} is open.`;

/** Typing redraws the page, and a class may be large: a row is made anew only where something of it changed. */
function rowOf(entry: AnswerEntry, index: number, session: GradingSession): unknown {
  const { question, key } = session.lectern;
  const isHere = entry.key === key;
  const isUnsaved =
    question !== undefined && session.marking.isUnsaved({ question, key: entry.key });
  const isStop = isHere || (key === undefined && index === 0);
  return guard([entry, isHere, isUnsaved, isStop], () =>
    row(entry, { isHere, isUnsaved, isStop }, () => void session.show(entry.key)),
  );
}

interface Row {
  readonly isHere: boolean;
  readonly isUnsaved: boolean;
  /** of the Tab key */
  readonly isStop: boolean;
}

const row = (
  { name, standing, points }: AnswerEntry,
  { isHere, isUnsaved, isStop }: Row,
  open: () => void,
): TemplateResult =>
  html`<button
    type="button"
    class="row"
    data-standing=${standing}
    tabindex=${isStop ? 0 : -1}
    aria-current=${isHere ? 'true' : nothing}
    @click=${open}
  >
    <span class="row-name">${name}</span>
    <span class="row-state"
      >${isUnsaved ? html`${icon('edit')} unsaved` : standingWords(standing, points)}</span
    >
  </button>`;

function standingWords(standing: AnswerEntry['standing'], points: number | undefined) {
  if (standing === 'open') return 'open';
  const sign = standing === 'decided' ? 'person' : 'check';
  const who = standing === 'decided' ? 'decided' : 'checked by the program';
  return html`${icon(sign)}<span class="unseen">${who}, points:</span> ${points}`;
}

/** Arrows go on to another answer, and the focus with them. */
const roamer =
  (session: GradingSession) =>
  (event: KeyboardEvent): void => {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (way === undefined) return;
    event.preventDefault();
    session.step(way);
  };
