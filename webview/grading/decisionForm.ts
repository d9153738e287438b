/** What the grader says of an answer: model answer and rubric to hold it against, ticks, points, a comment. */

import { type TemplateResult, html, nothing } from 'lit';
import { type Asked, type RubricRow } from '../../src/protocol/gradingMessages.ts';
import { button } from '../controls/button.ts';
import { checkbox } from '../controls/checkbox.ts';
import { icon } from '../controls/icon.ts';
import { textArea } from '../controls/textArea.ts';
import { points } from '../task/verdictWords.ts';
import { type DecisionDraft, sumOf } from './decisionDraft.ts';
import { COMMENT } from './focus.ts';
import { type GradingSession } from './gradingSession.ts';
import { counted, variantWords } from './gradingWords.ts';
import { hostMarkup } from './hostMarkup.ts';
import { type Desk, type Marking, placeOf, worthOf } from './marking.ts';
import { pointsField } from './pointsField.ts';

export function decisionForm(session: GradingSession): TemplateResult | typeof nothing {
  const { sheet, key } = session.lectern;
  const { desk, marking } = session;
  if (sheet === undefined || key === undefined) return nothing;
  return html`<h2 class="unseen">Decision</h2>
    ${modelAnswer(desk?.answer.asked ?? sheet, session.state?.language)}
    ${desk ? fields(desk, marking) : nothing}`;
}

const modelAnswer = ({ modelAnswer: markup, variant }: Asked, language: string | undefined) =>
  markup === undefined
    ? nothing
    : html`<details class="model-answer" open>
        <summary><h3>Model answer${variantWords(variant)}</h3></summary>
        <div class="report" lang=${language ?? nothing}>${hostMarkup(markup)}</div>
      </details>`;

function fields(desk: Desk, marking: Marking): TemplateResult {
  const draft = marking.draft(desk);
  return html`${criteria(desk, draft, marking)} ${comment(draft, marking)} ${shared(desk, marking)}
    <div class="closing">
      ${pointsField({ draft, worth: worthOf(desk), marking })} ${trouble(desk, marking)}
      ${actions(desk, marking)}
    </div>`;
}

function criteria(desk: Desk, draft: DecisionDraft, marking: Marking) {
  const { rubric } = worthOf(desk);
  if (rubric.length === 0) return nothing;
  const rows = rubric.map((row, place) => {
    const isMet = draft.ticks.includes(place);
    return html`<li class=${isMet ? 'met' : ''}>${criterion(row, place, { isMet, marking })}</li>`;
  });
  return html`<h3 id="rubric-heading">What is met</h3>
    <ul class="criteria" aria-labelledby="rubric-heading">
      ${rows}
    </ul>
    <p class="quiet tick-sum">${sumWords(desk, draft)}</p>`;
}

const KEYED = 9;

interface Ticking {
  readonly isMet: boolean;
  readonly marking: Marking;
}

function criterion(row: RubricRow, place: number, { isMet, marking }: Ticking): TemplateResult {
  const { sample } = row;
  const id = `sample-${place}`;
  const key = place < KEYED ? html`<kbd aria-hidden="true">${place + 1}</kbd> ` : nothing;
  return html`${checkbox({
    words: html`${key}${hostMarkup(row.criterion)}
      <span class="quiet">(${points(row.points)})</span>`,
    isOn: isMet,
    set: () => {
      marking.tick(place);
    },
    describedBy: sample === undefined ? undefined : id,
  })}
  ${
    sample === undefined
      ? nothing
      : html`<p class="sample quiet" id=${id}>For example: <q>${hostMarkup(sample)}</q></p>`
  }`;
}

function sumWords(desk: Desk, draft: DecisionDraft): string {
  const worth = worthOf(desk);
  const { ticks } = draft;
  const sum = sumOf(draft, worth);
  const bare = ticks.reduce((total, place) => total + (worth.rubric[place]?.points ?? 0), 0);
  const words = `${counted(ticks.length, 'tick')}: ${points(sum)}`;
  return bare > worth.most ? `${words}, which is all there is` : words;
}

function comment(draft: DecisionDraft, marking: Marking): TemplateResult {
  const { markup } = marking.preview;
  return html`<h3>Comment</h3>
    <div id=${COMMENT}>
      ${textArea({
        label: 'Comment for the student',
        text: draft.comment,
        placeholder: 'For the student. Markdown and LaTeX ($…$).',
        readOnly: false,
        type: (text) => {
          marking.comment(text);
        },
        leave: () => undefined,
      })}
    </div>
    ${
      markup === undefined || draft.comment.trim() === ''
        ? nothing
        : html`<section class="report preview" aria-label="The comment as students see it">
            ${hostMarkup(markup)}
          </section>`
    }`;
}

function shared(desk: Desk, marking: Marking) {
  const { identical } = desk.answer;
  if (identical.length === 0) return nothing;
  const decided = desk.sheet.answers.filter(
    ({ key, standing }) => standing !== 'open' && identical.includes(key),
  ).length;
  return html`<div class="shared">
    ${checkbox({
      words: html`<kbd aria-hidden="true">S</kbd> Same for all ${identical.length + 1} identical
        answers`,
      isOn: marking.isShared(placeOf(desk)),
      set: (isOn) => {
        marking.share(isOn);
      },
      describedBy: 'shared-note',
    })}
    <p id="shared-note" class="quiet">${sharedWords(decided)}</p>
  </div>`;
}

function sharedWords(decided: number): string {
  if (decided === 0) return 'Points, ticks and comment go to each of them.';
  const have = decided === 1 ? '1 of the others has its points' : `${decided} others have points`;
  return `Points, ticks and comment go to each of them; ${have} already, which this replaces.`;
}

function trouble(desk: Desk, marking: Marking) {
  const failure = marking.failureAt(placeOf(desk));
  const words =
    failure === undefined
      ? marking.complaint
      : `Not saved: ${failure} Nothing of it is lost; Enter tries again.`;
  return words === undefined
    ? nothing
    : html`<p class="problem tone-bad">${icon('warning')} <span>${words}</span></p>`;
}

function actions(desk: Desk, marking: Marking): TemplateResult {
  const place = placeOf(desk);
  const isUnsaved = marking.isUnsaved(place);
  return html`<div class="actions">
    ${button({
      words: 'Save & next open',
      primary: true,
      keys: 'Enter',
      busy: marking.isSaving(place),
      press: () => void marking.save(),
    })}
    ${
      isUnsaved
        ? button({
            words: 'Discard',
            label: 'Discard what is not saved',
            press: () => {
              marking.discard();
            },
          })
        : nothing
    }
    ${button({
      words: 'Undo',
      icon: 'undo',
      keys: 'U',
      label: 'Undo the last decision',
      press: () => void marking.undo(),
    })}
    <span class="saving quiet">${isUnsaved ? 'Not saved yet' : nothing}</span>
  </div>`;
}
