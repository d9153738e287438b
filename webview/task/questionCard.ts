/** One question on the page: number, title, points, prompt, form, state of saving and verdict. */

import { type TemplateResult, html, nothing } from 'lit';
import { type PublicQuestion, type TaskViewState } from '../../src/protocol/messages.ts';
import { icon } from '../controls/icon.ts';
import { progress } from '../controls/progress.ts';
import { solutionView } from '../preview/solutionView.ts';
import { type FilledForm, filledForm } from '../questions/forms.ts';
import { prose } from '../typeset/prose.ts';
import { type QuestionDesk } from './questionDesk.ts';
import { savingView } from './savingView.ts';
import { sourceNote } from './sourceNote.ts';
import { verdictView } from './verdictView.ts';
import { points } from './verdictWords.ts';

export const headingId = (question: string): string => `question-${question}`;

export function questionCard(
  question: PublicQuestion,
  desk: QuestionDesk,
  state: TaskViewState,
): TemplateResult {
  const id = headingId(question.id);
  const form = filledForm({ question, desk, state, headingId: id });
  const submit = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const card = event.currentTarget;
    void form?.submit().then(() => {
      // once the page has been drawn with it, which is planned by now
      queueMicrotask(() => {
        if (card instanceof HTMLElement) showVerdict(card);
      });
    });
  };
  return html`<section
    class="question"
    aria-labelledby=${id}
    data-question=${question.id}
    @keydown=${submit}
  >
    ${heading(question, id, state.language)} ${prose(question.prompt, state)}
    ${sourceNote(question.sourceNote, state.language)}
    ${form ? answering(form, desk) : progress('Loading…')} ${solutionView(question.id, state)}
  </section>`;
}

/** The focus stays where it is: below a long answer, the verdict would come unseen. */
function showVerdict(card: HTMLElement): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  card
    .querySelector('.verdict')
    ?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' });
}

const heading = (question: PublicQuestion, id: string, language: string): TemplateResult =>
  html`<header>
    <h2 id=${id} tabindex="-1">
      <span class="number">${question.id}</span> <span lang=${language}>${question.title}</span>
    </h2>
    <span class="points">${points(question.points)}</span>
  </header>`;

function answering(form: FilledForm, desk: QuestionDesk): TemplateResult {
  const { verdict } = desk.draft;
  return html`${form.body}
    <div class="actions">${form.actions} ${savingView(desk.draft)}</div>
    ${problem(desk)}
    ${verdict && form.explanation ? verdictView(verdict, form.explanation) : nothing}`;
}

const problem = (desk: QuestionDesk): TemplateResult | typeof nothing =>
  desk.problem === undefined
    ? nothing
    : html`<p class="problem tone-bad">${icon('warning')} <span>${desk.problem}</span></p>`;
