/** The whole page of a task, as a function of the session. */

import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type TaskLink, type TaskViewState } from '../../src/protocol/messages.ts';
import { button } from '../controls/button.ts';
import { type IconName, icon } from '../controls/icon.ts';
import { progress } from '../controls/progress.ts';
import { examNote, problemList, solutionsNote } from '../preview/problemList.ts';
import { variantPicker } from '../preview/variantPicker.ts';
import { prose } from '../typeset/prose.ts';
import { questionCard } from './questionCard.ts';
import { sourceNote } from './sourceNote.ts';
import { type TaskSession } from './taskSession.ts';
import { hasPoints, points, pointsOf } from './verdictWords.ts';

export function taskView(session: TaskSession): TemplateResult {
  return html`${session.state ? page(session, session.state) : waiting(session)}
    <div class="announcements" role="status" aria-live="polite">${session.announcement}</div>`;
}

function waiting({ problem }: TaskSession): TemplateResult {
  return html`<main>
    ${problem === undefined ? progress('Opening the task…') : banner('warning', problem)}
  </main>`;
}

function page(session: TaskSession, state: TaskViewState): TemplateResult {
  const { task } = state;
  return html`<main>
    ${banners(session, state)} ${previewed(session, state)}
    <header class="task-header">
      <p class="task-set" lang=${state.language}>${state.taskSetTitle}</p>
      <h1 lang=${state.language}>${task.title}</h1>
      <p class="task-points">${reached(session, state)}</p>
    </header>
    ${prose(task.prompt, state)} ${sourceNote(task.sourceNote, state.language)}
    ${repeat(
      task.questions,
      ({ id }) => id,
      (question) => questionCard(question, session.desk(question.id), state),
    )}
    ${navigation(session, state)}
  </main>`;
}

function previewed(session: TaskSession, { preview, canGrade }: TaskViewState): unknown {
  if (preview === undefined) return nothing;
  const { problems, solutions, variant } = preview;
  return [
    problems.length > 0 ? problemList(preview, (place) => void session.openPlace(place)) : nothing,
    solutions === undefined ? nothing : solutionsNote,
    canGrade ? nothing : examNote,
    variant === undefined
      ? nothing
      : variantPicker(variant, (number) => void session.chooseVariant(number)),
  ];
}

/** What there is to reach, until something was checked. */
function reached(session: TaskSession, { task }: TaskViewState): string {
  const verdicts = task.questions
    .map(({ id }) => session.desk(id).draft.verdict)
    .filter((verdict) => verdict !== undefined && hasPoints(verdict));
  const sum = verdicts.reduce((total, verdict) => total + (verdict?.points ?? 0), 0);
  return verdicts.length === 0
    ? points(task.points)
    : pointsOf({ points: sum, maxPoints: task.points });
}

const RESTRICTED =
  'This folder is not trusted: you can read and answer everything, but code does not run. ' +
  'The command “Workspaces: Manage Workspace Trust” changes that.';

function banners({ problem }: TaskSession, { restricted, readOnly }: TaskViewState): unknown {
  return [
    problem === undefined ? nothing : banner('warning', problem),
    readOnly === undefined ? nothing : banner('lock', `Reading only: ${readOnly}`),
    restricted ? banner('info', RESTRICTED) : nothing,
  ];
}

const banner = (sign: IconName, words: string): TemplateResult =>
  html`<p class="banner" role="note">${icon(sign)} <span>${words}</span></p>`;

function navigation(session: TaskSession, { previous, next }: TaskViewState): unknown {
  if (!previous && !next) return nothing;
  return html`<nav class="task-navigation" aria-label="Tasks">
    ${previous ? leafButton(session, 'Previous task', previous) : html`<span></span>`}
    ${next ? leafButton(session, 'Next task', next) : nothing}
  </nav>`;
}

const leafButton = (
  session: TaskSession,
  way: 'Previous task' | 'Next task',
  { id, title }: TaskLink,
): TemplateResult =>
  button({
    words: `${way}: ${title}`,
    ...(way === 'Next task' ? { icon: 'forward', iconAt: 'end' } : { icon: 'back' }),
    press: () => void session.openTask(id),
  });
