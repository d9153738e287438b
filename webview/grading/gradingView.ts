/** The whole page of grading a class, as a function of the session. */

import { type TemplateResult, html, nothing } from 'lit';
import { type GradingViewState } from '../../src/protocol/gradingMessages.ts';
import { button } from '../controls/button.ts';
import { icon } from '../controls/icon.ts';
import { progress } from '../controls/progress.ts';
import { answerList } from './answerList.ts';
import { answerPane } from './answerPane.ts';
import { decisionForm } from './decisionForm.ts';
import { type GradingSession } from './gradingSession.ts';
import { keyDialog, keyLine } from './keyHelp.ts';
import { pageHead } from './pageHead.ts';
import { questionList } from './questionList.ts';

export function gradingView(session: GradingSession): TemplateResult {
  const { state } = session;
  return html`<main>
      ${problem(session)}
      ${state ? page(session, state) : session.problem === undefined ? progress('Opening the grading…') : nothing}
    </main>
    ${keyDialog()}
    <div class="announcements" role="status" aria-live="polite">${session.announcement}</div>`;
}

const page = (session: GradingSession, state: GradingViewState): TemplateResult =>
  html`${pageHead(session, state)}
    <div class="panes">
      <nav class="list-pane" aria-label="Questions and answers">
        <div class="list-part">${questionList(session)}</div>
        <div class="list-part">${answerList(session)}</div>
      </nav>
      <section class="answer-pane" aria-label="Answer">${answerPane(session)}</section>
      <section class="decision-pane" aria-label="Decision">${decisionForm(session)}</section>
    </div>
    ${keyLine()}`;

const problem = (session: GradingSession): TemplateResult | typeof nothing =>
  session.problem === undefined
    ? nothing
    : html`<div class="banner" role="alert">
        ${icon('warning')} <span>${session.problem}</span>
        ${button({ words: 'Try again', icon: 'reset', press: () => void session.retry() })}
      </div>`;
