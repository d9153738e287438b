/** What both formula fields are given, and what can be done to either from outside. */

import { type MathFieldElement } from './mathFieldElement.ts';
import { offsetsOf, valueOf } from './mathLatex.ts';

export interface FormulaInput {
  /** unique on the page */
  readonly id: string;
  readonly label: string;
  readonly latex: string;
  /** LaTeX of what formulas may be made of */
  readonly symbols: readonly string[];
  readonly readOnly: boolean;
  readonly type: (latex: string) => void;
  readonly enter?: (() => void) | undefined;
  readonly leave: () => void;
  /** before the field gets it; what is prevented does not reach the field */
  readonly key?: ((event: KeyboardEvent) => void) | undefined;
  /** LaTeX of plain text that is pasted; undefined if it cannot be read */
  readonly read?: ((text: string) => Promise<string | undefined>) | undefined;
}

/** Offsets into the text of the field, `end` not included. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

interface Hands<F> {
  readonly insert: (field: F, latex: string) => void;
  readonly select: (field: F, place: Place) => void;
  readonly isAtStart: (field: F) => boolean;
}

const HOLE = String.raw`\placeholder{}`;

const maths: Hands<MathFieldElement> = {
  insert: (field, latex) => {
    focus(field);
    field.insert(valueOf(latex), { format: 'latex', selectionMode: 'placeholder' });
    field.dispatchEvent(new Event(latex.includes(HOLE) ? 'put-hole' : 'put'));
    tell(field);
  },
  select: (field, place) => {
    focus(field);
    const range = offsetsOf(field, place);
    if (range !== undefined) field.selection = { ranges: [range] };
  },
  isAtStart: ({ position, selectionIsCollapsed }) => position === 0 && selectionIsCollapsed,
};

const text: Hands<HTMLTextAreaElement> = {
  insert: (field, latex) => {
    field.focus();
    const from = field.selectionStart;
    field.setRangeText(latex.replaceAll(HOLE, ''), from, field.selectionEnd, 'end');
    const hole = latex.indexOf(HOLE);
    if (hole >= 0) field.setSelectionRange(from + hole, from + hole);
    tell(field);
  },
  select: (field, { start, end }) => {
    field.focus();
    field.setSelectionRange(start, end);
  },
  isAtStart: ({ selectionEnd }) => selectionEnd === 0,
};

/** The browser's own way: MathLive's takes a moment, and what is typed meanwhile would go elsewhere. */
export const focus = (field: HTMLElement): void => {
  HTMLElement.prototype.focus.call(field);
};

const tell = (field: HTMLElement): void => {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

/** Does something with the field of that id, whichever of the two it is. */
function at<R>(id: string, act: <F>(hands: Hands<F>, field: F) => R): R | undefined {
  const field = document.getElementById(id);
  if (field === null) return undefined;
  if (field instanceof HTMLTextAreaElement) return act(text, field);
  return act(maths, field as MathFieldElement); // the only other one
}

/** Puts LaTeX in at the caret and gives the field the focus. */
export function insertInto(id: string, latex: string): void {
  at(id, (hands, field) => {
    hands.insert(field, latex);
  });
}

/** Selects a place, or the nearest that can be selected, and gives the field the focus. */
export function selectIn(id: string, place: Place): void {
  at(id, (hands, field) => {
    hands.select(field, place);
  });
}

export const isAtStart = (id: string): boolean =>
  at(id, (hands, field) => hands.isAtStart(field)) ?? false;

export function focusOn(id: string): void {
  const field = document.getElementById(id);
  if (field) focus(field);
}
