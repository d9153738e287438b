/** Entry of the grading view: connects to the host, hears keys, and draws whenever something changed. */

import './style/grading.css';
import { openGradingView } from '../src/protocol/gradingChannel.ts';
import { answerStyle } from '../src/typeset/answerStyle.ts';
import { drawsPage } from './drawing.ts';
import { followAnswer, leaveFold, meetAnswer } from './grading/focus.ts';
import { gradingKeys } from './grading/gradingKeys.ts';
import { GradingSession } from './grading/gradingSession.ts';
import { gradingView } from './grading/gradingView.ts';
import { connectHost } from './host.ts';

/** Answers look as on pages of results; the rules are for what the host has made, and for nothing else. */
function adoptAnswerStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.report { ${answerStyle} }`);
  document.adoptedStyleSheets.push(sheet);
}

const host = connectHost();
const draw = drawsPage(() => gradingView(session));

const session = new GradingSession(
  (listeners) => openGradingView(host.transport, listeners, host.log),
  {
    changed: draw,
    moved: () => {
      draw();
      // once the page has been drawn with it, which is planned by now
      queueMicrotask(followAnswer);
    },
    arrived: () => {
      draw();
      queueMicrotask(meetAnswer);
    },
  },
  host.memory,
);

adoptAnswerStyle();
draw();
document.addEventListener('keydown', gradingKeys(session));
document.addEventListener('click', leaveFold);
void session.start();
