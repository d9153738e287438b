/** Buttons for signs, as one stop of the Tab key: arrows go from sign to sign, Enter or Space takes one. */

import { type TemplateResult, html } from 'lit';
import { roam, settle } from './roving.ts';

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
