/** Buttons in groups, as one stop of the Tab key; a button may stay pressed, and one that rests can still be reached. */

import { type TemplateResult, html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { roam, settle } from './roving.ts';

export interface ToolbarButton {
  readonly content: unknown;
  /** what a screen reader says */
  readonly label: string;
  /** which key does the same, shown on hover */
  readonly key?: string;
  /** undefined for a button that does something once */
  readonly isPressed?: boolean;
  readonly rests?: boolean;
  readonly press: () => void;
}

export const toolbar = (
  label: string,
  groups: readonly (readonly ToolbarButton[])[],
): TemplateResult =>
  html`<div class="toolbar" role="toolbar" aria-label=${label} @keydown=${roam} @focusin=${settle}>
    ${groups.map(
      (group, index) =>
        html`<div class="toolbar-group">
          ${group.map((each, at) => toolButton(each, index === 0 && at === 0))}
        </div>`,
    )}
  </div>`;

const toolButton = (
  { content, label, key, isPressed, rests = false, press }: ToolbarButton,
  isFirst: boolean,
): TemplateResult =>
  html`<button
    type="button"
    tabindex=${isFirst ? 0 : -1}
    aria-label=${label}
    aria-pressed=${ifDefined(isPressed)}
    aria-disabled=${rests}
    title=${key === undefined ? label : `${label} (${key})`}
    @click=${() => {
      if (!rests) press();
    }}
  >
    ${content}
  </button>`;
