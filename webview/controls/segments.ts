/** One of a few, side by side: radio buttons that look like a switch. */

import { type TemplateResult, html } from 'lit';
import { live } from 'lit/directives/live.js';

export interface SegmentsProps<T extends string> {
  /** unique on the page */
  readonly name: string;
  readonly label: string;
  readonly items: readonly { readonly id: T; readonly words: string }[];
  readonly selected: T;
  readonly select: (id: T) => void;
}

export const segments = <T extends string>(props: SegmentsProps<T>): TemplateResult =>
  html`<fieldset class="segments">
    <legend class="unseen">${props.label}</legend>
    ${props.items.map(
      ({ id, words }) =>
        html`<label
          ><input
            type="radio"
            name=${props.name}
            .checked=${live(id === props.selected)}
            @change=${() => {
              props.select(id);
            }}
          /><span>${words}</span></label
        >`,
    )}
  </fieldset>`;
