/** A list of options of which one (radio buttons) or several (check boxes) can be selected. */

import './toolkit.ts';
import { type TemplateResult, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { property } from './property.ts';

export interface OptionItem {
  readonly id: string;
  readonly content: unknown;
  /** stands below the option, apart from its label */
  readonly remark: unknown;
}

export interface OptionsProps {
  /** unique on the page */
  readonly name: string;
  readonly labelledBy: string;
  readonly items: readonly OptionItem[];
  readonly selected: readonly string[];
  readonly readOnly: boolean;
  readonly select: (selected: readonly string[]) => void;
}

/** Formulas are read out from the label itself, so the label is named by id and not by its bare text. */
const labelId = (name: string, id: string): string => `${name}-option-${id}`;

const label = (name: string, { id, content }: OptionItem): TemplateResult =>
  html`<div id=${labelId(name, id)} class="option-text" dir="auto">${content}</div>`;

export function radioOptions(props: OptionsProps): TemplateResult {
  const { name, items, readOnly } = props;
  const selected = props.selected[0] ?? '';
  const change = (event: Event): void => {
    const value = property(event, 'value');
    // The group also reports changes that were made from here.
    if (typeof value === 'string' && value !== '' && value !== selected) props.select([value]);
  };
  return html`<vscode-radio-group
    class="options"
    orientation="vertical"
    name=${name}
    aria-labelledby=${props.labelledBy}
    ?readonly=${readOnly}
    .value=${live(selected)}
    @change=${change}
    >${repeat(
      items,
      ({ id }) => id,
      (item) =>
        html`<vscode-radio value=${item.id} aria-labelledby=${labelId(name, item.id)}
            >${label(name, item)}</vscode-radio
          >${item.remark}`,
    )}</vscode-radio-group
  >`;
}

export function checkboxOptions(props: OptionsProps): TemplateResult {
  const { name, items, selected, readOnly } = props;
  const change = (id: string, event: Event): void => {
    const checked = property(event, 'checked');
    if (typeof checked !== 'boolean' || checked === selected.includes(id)) return;
    const others = selected.filter((each) => each !== id);
    props.select(checked ? [...others, id] : others);
  };
  return html`<div class="options" role="group" aria-labelledby=${props.labelledBy}>
    ${repeat(
      items,
      ({ id }) => id,
      (item) =>
        html`<vscode-checkbox
            aria-labelledby=${labelId(name, item.id)}
            ?readonly=${readOnly}
            .checked=${live(selected.includes(item.id))}
            @change=${(event: Event) => {
              change(item.id, event);
            }}
            >${label(name, item)}</vscode-checkbox
          >${item.remark}`,
    )}
  </div>`;
}
