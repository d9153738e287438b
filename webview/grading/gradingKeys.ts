/** Grading by keyboard alone. A key means something here only while nothing is being typed. */

import { COMMENT, POINTS, focusOn } from './focus.ts';
import { type GradingSession } from './gradingSession.ts';
import { showKeys } from './keyHelp.ts';
import { worthOf } from './marking.ts';
import { quickPoints } from './pointsField.ts';

type Deed = (session: GradingSession) => void;

const DEEDS: Readonly<Record<string, Deed>> = {
  J: (session) => {
    session.step(1);
  },
  K: (session) => {
    session.step(-1);
  },
  N: (session) => {
    session.nextQuestion();
  },
  U: (session) => void session.marking.undo(),
  S: ({ marking }) => {
    marking.toggleShared();
  },
  C: () => {
    focusOn(COMMENT);
  },
  P: () => {
    focusOn(POINTS);
  },
  '?': () => {
    showKeys();
  },
};

/** The innermost element, also of controls with a tree of their own. */
const targetOf = (event: Event): Element | undefined =>
  event.composedPath().find((each): each is Element => each instanceof Element);

const TYPED_IN = 'textarea, input[type=text]';
/** What the Enter key presses by itself. */
const PRESSED = 'button, a, summary';

function isPressed(event: Event): boolean {
  return event.composedPath().some((each) => each instanceof Element && each.matches(PRESSED));
}

/** On keyboards that write other letters, by where the key lies. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[!-~]$/.test(key) ? key.toUpperCase() : code.replace(/^(Key|Digit|Numpad)(?=.$)/, '');

function press(session: GradingSession, letter: string): boolean {
  const deed = DEEDS[letter] ?? digit(session, letter);
  deed?.(session);
  return deed !== undefined;
}

/** A tick of the rubric, or points at once. */
function digit(session: GradingSession, letter: string): Deed | undefined {
  const { desk } = session;
  if (desk === undefined) return undefined;
  const quick = quickPoints(worthOf(desk)).find(({ key }) => key === letter);
  if (quick !== undefined)
    return ({ marking }) => {
      marking.settle(String(quick.points));
    };
  if (!/^[1-9]$/.test(letter)) return undefined;
  return ({ marking }) => {
    marking.tick(Number(letter) - 1);
  };
}

/** In a field only what leaves it: Escape, Ctrl+Enter, and in a field of one line Enter. */
function pressInField(session: GradingSession, field: Element, event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, isComposing } = event;
  if (isComposing) return false;
  if (key === 'Escape') {
    focusOn('answer-heading');
    return true;
  }
  const isEnd = ctrlKey || metaKey || field instanceof HTMLInputElement;
  if (key !== 'Enter' || !isEnd) return false;
  enter(session, event);
  return true;
}

/** Who holds the key down means it once. */
function enter(session: GradingSession, { repeat }: KeyboardEvent): void {
  if (!repeat) session.enter();
}

function handle(session: GradingSession, event: KeyboardEvent): boolean {
  const target = targetOf(event);
  if (target?.matches(TYPED_IN) === true) return pressInField(session, target, event);
  const { key, ctrlKey, metaKey, altKey } = event;
  if (key === 'Enter' && !altKey && (ctrlKey || metaKey || !isPressed(event))) {
    enter(session, event);
    return true;
  }
  return ctrlKey || metaKey || altKey ? false : press(session, letterOf(event));
}

/** For `keydown` of the document. */
export const gradingKeys =
  (session: GradingSession) =>
  (event: KeyboardEvent): void => {
    // a dialog keeps its keys
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    if (handle(session, event)) event.preventDefault();
  };
