/** Where nothing of a question is open any more: that it is so, and what comes next. */

import { type TemplateResult, html } from 'lit';
import { type GradingSheet } from '../../src/protocol/gradingMessages.ts';
import { button } from '../controls/button.ts';
import { icon } from '../controls/icon.ts';
import { nextOpenQuestion, openCount } from './answerOrder.ts';
import { HEADING } from './focus.ts';
import { type GradingSession } from './gradingSession.ts';
import { counted } from './gradingWords.ts';

export function doneNote(session: GradingSession, sheet: GradingSheet): TemplateResult {
  const open = openCount(sheet.answers);
  return html`<section class="done" aria-labelledby=${HEADING}>
    <h2 id=${HEADING} tabindex="-1">${icon(open > 0 ? 'info' : 'check')} ${title(sheet, open)}</h2>
    ${next(session)}
  </section>`;
}

function title({ question, answers }: GradingSheet, open: number): string {
  if (open > 0) return `Question ${question}: ${counted(open, 'answer')} open`;
  return answers.length === 0
    ? `Nobody answered question ${question}`
    : `Question ${question} is done`;
}

function next(session: GradingSession): TemplateResult {
  const question = nextOpenQuestion(session.state?.questions ?? [], session.lectern.question);
  const here = session.question;
  if (here !== undefined && here.open > 0) return goTo(session, here.id, `Go on with ${here.id}`);
  if (question !== undefined) {
    const { id, title, open } = question;
    return html`<p>Every answer to it has its points. Next: ${id} ${title}, ${open} open.</p>
      ${goTo(session, id, `Go on with ${id}`)}`;
  }
  return html`<p>
      Nothing waits for a person any more. Pages and tables tell what was decided once the results
      are written.
    </p>
    ${button({
      words: 'Write results',
      primary: session.state?.isStale === true,
      busy: session.results.isWriting,
      press: () => void session.results.write(),
    })}`;
}

const goTo = (session: GradingSession, id: string, words: string): TemplateResult =>
  button({
    words,
    icon: 'forward',
    iconAt: 'end',
    primary: true,
    keys: 'N',
    press: () => void session.openQuestion(id),
  });
