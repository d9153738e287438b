/** What concerns the grading as a whole: notices, names, drafts, results. */

import { type TemplateResult, html, nothing } from 'lit';
import { type GradingViewState } from '../../src/protocol/gradingMessages.ts';
import { button } from '../controls/button.ts';
import { checkbox } from '../controls/checkbox.ts';
import { icon } from '../controls/icon.ts';
import { type GradingSession } from './gradingSession.ts';
import { counted } from './gradingWords.ts';

export const pageHead = (session: GradingSession, state: GradingViewState): TemplateResult =>
  html`<header class="head">
      <h1 lang=${state.language}>${state.taskSetTitle}</h1>
      <p class="quiet">${counted(state.submissions, 'submission')} · ${openWords(state)}</p>
      ${names(session)} ${results(session, state)}
    </header>
    ${session.notices.map((notice) => noticeView(notice, session))} ${drafts(session)}`;

function openWords({ questions }: GradingViewState): string {
  const open = questions.reduce((sum, question) => sum + question.open, 0);
  return open === 0 ? 'nothing is open' : `${counted(open, 'answer')} open`;
}

const names = (session: GradingSession): TemplateResult =>
  html`<div class="names">
    ${checkbox({
      words: 'Show names',
      isOn: session.showsNames,
      set: (isOn) => void session.showNames(isOn),
      describedBy: 'names-note',
    })}
    <span id="names-note" class="quiet"
      >${
        session.showsNames
          ? 'You see whose answer it is, which may sway you.'
          : 'Students are numbers, in another order for each question.'
      }</span
    >
  </div>`;

function results({ results: desk }: GradingSession, { isStale }: GradingViewState): TemplateResult {
  return html`<div class="results">
    <span class="results-state">${resultsWords(desk, isStale)}</span>
    ${button({
      words: desk.isWriting ? 'Writing results…' : 'Write results',
      primary: isStale,
      busy: desk.isWriting,
      press: () => void desk.write(),
    })}
  </div>`;
}

function resultsWords({ isWriting, failure, sentence }: GradingSession['results'], stale: boolean) {
  if (isWriting) return nothing;
  if (failure !== undefined)
    return html`<span class="complaint tone-bad">${icon('warning')} Not written: ${failure}</span>`;
  if (stale) return 'Pages and tables are not up to date.';
  return sentence ?? 'Pages and tables are up to date.';
}

const noticeView = (notice: string, session: GradingSession): TemplateResult =>
  html`<div class="banner" role="note">
    ${icon('info')} <span>${notice}</span>
    ${button({
      words: 'Dismiss',
      label: `Dismiss: ${notice}`,
      press: () => {
        session.dismiss(notice);
      },
    })}
  </div>`;

/** What lies under the grader's eyes says so itself. */
function drafts(session: GradingSession) {
  const { shelf, lectern } = session;
  if (shelf.size === 0) return nothing;
  const { question, key } = lectern;
  const isHere =
    question !== undefined && key !== undefined && shelf.get({ question, key }) !== undefined;
  const elsewhere = shelf.size - (isHere ? 1 : 0);
  if (elsewhere === 0) return nothing;
  const have = elsewhere === 1 ? '1 answer has changes' : `${elsewhere} answers have changes`;
  return html`<div class="banner" role="note">
    ${icon('edit')}
    <span>${have} that are not saved; they stay, also when this tab is closed.</span>
    ${button({
      words: 'Show',
      label: 'Show changes that are not saved',
      press: () => {
        session.openDraft();
      },
    })}
  </div>`;
}
