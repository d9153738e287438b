/** One of several in the browser's own list, with its name beside it or, in a table, for screen readers only. */

import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { property } from '../../controls/property.ts';

export interface Choice {
  readonly value: string;
  readonly words: string;
}

export interface SelectProps {
  /** shown beside it; none in tables */
  readonly name?: string | undefined;
  /** for screen readers */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly disabled: boolean;
  readonly choose: (value: string) => void;
}

export function selectOne(props: SelectProps): TemplateResult {
  const change = (event: Event): void => {
    const value = property(event, 'value');
    if (typeof value === 'string') props.choose(value);
  };
  return html`<span class="diagram-choice">
    ${props.name === undefined ? nothing : html`<span aria-hidden="true">${props.name}</span>`}
    <select
      aria-label=${props.label}
      ?disabled=${props.disabled}
      .value=${live(props.chosen)}
      @change=${change}
    >
      ${props.choices.map(
        ({ value, words }) =>
          html`<option value=${value} ?selected=${value === props.chosen}>${words}</option>`,
      )}
    </select>
  </span>`;
}
