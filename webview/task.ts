/** Entry of the task view: connects to the host, and draws whenever something changed. */

import './style/task.css';
import { openTaskView } from '../src/protocol/taskChannel.ts';
import { drawsPage } from './drawing.ts';
import { connectHost } from './host.ts';
import { loadForm } from './questions/forms.ts';
import { headingId } from './task/questionCard.ts';
import { TaskSession } from './task/taskSession.ts';
import { taskView } from './task/taskView.ts';
import { mathsReady } from './typeset/maths.ts';

const host = connectHost();
const draw = drawsPage(() => taskView(session));

function focusQuestion(question: string): void {
  const heading = document.getElementById(headingId(question));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

const session = new TaskSession((listeners) => openTaskView(host.transport, listeners, host.log), {
  changed: draw,
  reveal: (question) =>
    void grown.then(() => {
      focusQuestion(question);
    }),
});

draw();
// Without KaTeX the page still reads: formulas show their source.
void mathsReady.catch((error: unknown) => {
  host.log('KaTeX could not be loaded', error);
});
const standing = Promise.allSettled([session.start(), mathsReady]).then(async () => {
  draw();
  await new Promise(requestAnimationFrame);
  window.scrollTo({ top: host.scroll });
});

/** Until all forms, controls and fonts are there, the page still grows above the question that is to be shown. */
const grown = standing.then(async () => {
  const kinds = session.state?.task.questions.map(({ kind }) => kind) ?? [];
  await Promise.allSettled(kinds.map(loadForm));
  draw();
  await new Promise(requestAnimationFrame);
  const controls = [...document.querySelectorAll(':not(:defined)')].map((e) => e.localName);
  await Promise.all([...new Set(controls)].map((name) => customElements.whenDefined(name)));
  await document.fonts.ready;
  await new Promise(requestAnimationFrame);
});

window.addEventListener('scrollend', () => {
  host.scroll = window.scrollY;
});
// A hidden view is thrown away at once: what was typed goes to the host first.
window.addEventListener('pagehide', () => void session.flush());
document.addEventListener('visibilitychange', () => void session.flush());
