/** Entry of the task view: connects to the host, and draws whenever something changed. */

import './style/task.css';
import { openTaskView } from '../src/protocol/taskChannel.ts';
import { drawsPage } from './drawing.ts';
import { connectHost } from './host.ts';
import { headingId } from './task/questionCard.ts';
import { TaskSession } from './task/taskSession.ts';
import { taskView } from './task/taskView.ts';
import { mathsReady } from './typeset/maths.ts';

const host = connectHost();
const draw = drawsPage(() => taskView(session));

/** Forms, controls and fonts have come by then. */
const GROWING_MS = 5000;

/** The question stays in sight while the page above it still grows, until the reader takes over. */
function focusQuestion(question: string): void {
  const heading = document.getElementById(headingId(question));
  if (heading === null) return;
  const show = (): void => {
    heading.scrollIntoView({ block: 'start' });
  };
  show();
  heading.focus({ preventScroll: true });
  const growing = new ResizeObserver(show);
  growing.observe(document.body);
  const stop = (): void => {
    growing.disconnect();
  };
  for (const event of ['wheel', 'keydown', 'pointerdown'])
    window.addEventListener(event, stop, { once: true, passive: true });
  setTimeout(stop, GROWING_MS);
}

/** By which the host knows an author's preview again after the window was reloaded. */
function remember(memento: string | undefined): void {
  if (memento !== undefined && memento !== host.memory.recall('memento'))
    host.memory.keep('memento', memento);
}

/** What can be seen in the upper half stays where it is. */
function showQuestion(question: string | undefined): void {
  const heading =
    question === undefined
      ? document.querySelector('h1')
      : document.getElementById(headingId(question));
  if (heading === null) return;
  const { top } = heading.getBoundingClientRect();
  if (top < 0 || top > window.innerHeight / 2) heading.scrollIntoView({ block: 'start' });
}

const handlers = {
  flush: async () => {
    await session.flush();
    return null;
  },
};

const session = new TaskSession(
  (listeners) => openTaskView(host.transport, listeners, handlers, host.log),
  {
    changed: () => {
      document.title = session.state?.task.title ?? document.title;
      remember(session.state?.preview?.memento);
      draw();
    },
    reveal: (question) =>
      void standing.then(() => {
        focusQuestion(question);
      }),
    show: (question) =>
      void standing.then(() => {
        // a task that was turned to just now is drawn by then
        requestAnimationFrame(() => {
          showQuestion(question);
        });
      }),
  },
);

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

window.addEventListener('scrollend', () => {
  host.scroll = window.scrollY;
});
// A hidden view is thrown away at once: what was typed goes to the host first.
window.addEventListener('pagehide', () => void session.flush());
document.addEventListener('visibilitychange', () => void session.flush());
