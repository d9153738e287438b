/** Buttons for signs, as one stop of the Tab key: arrows go from sign to sign, Enter or Space takes one. */

import { type TemplateResult, html } from 'lit';

export interface PaletteSign {
  readonly content: unknown;
  /** what a screen reader says */
  readonly label: string;
  readonly press: () => void;
}

export const palette = (label: string, signs: readonly PaletteSign[]): TemplateResult =>
  html`<div class="palette" role="toolbar" aria-label=${label} @keydown=${roam} @focusin=${settle}>
    ${signs.map(
      (sign, index) =>
        html`<button
          type="button"
          tabindex=${index === 0 ? 0 : -1}
          aria-label=${sign.label}
          title=${sign.label}
          @mousedown=${keepFocus}
          @click=${sign.press}
        >
          <span aria-hidden="true">${sign.content}</span>
        </button>`,
    )}
  </div>`;

/** The mouse leaves the focus in the field. */
const keepFocus = (event: Event): void => {
  event.preventDefault();
};

type Way = (at: number, count: number) => number;

const WAYS: Readonly<Record<string, Way>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

function buttonsOf(event: Event): readonly HTMLElement[] {
  const toolbar = event.currentTarget;
  return toolbar instanceof HTMLElement ? [...toolbar.querySelectorAll('button')] : [];
}

function roam(event: KeyboardEvent): void {
  const way = WAYS[event.key];
  const buttons = buttonsOf(event);
  const at = buttons.findIndex((button) => button === event.target);
  if (way === undefined || at < 0) return;
  event.preventDefault();
  buttons[way(at, buttons.length)]?.focus();
}

/** Tab comes back to the sign that was left. */
function settle(event: Event): void {
  for (const button of buttonsOf(event)) button.tabIndex = button === event.target ? 0 : -1;
}
