/** One of several, in little space. */

import './toolkit.ts';
import { type TemplateResult, html } from 'lit';
import { live } from 'lit/directives/live.js';
import { property } from './property.ts';

export interface DropdownProps {
  readonly label: string;
  readonly items: readonly string[];
  /** index of the item that shows */
  readonly selected: number;
  readonly select: (index: number) => void;
}

export function dropdown({ label, items, selected, select }: DropdownProps): TemplateResult {
  const change = (event: Event): void => {
    const index = property(event, 'selectedIndex');
    if (typeof index === 'number' && index >= 0 && index !== selected) select(index);
  };
  return html`<vscode-dropdown
    aria-label=${label}
    .selectedIndex=${live(selected)}
    @change=${change}
    >${items.map((item) => html`<vscode-option>${item}</vscode-option>`)}</vscode-dropdown
  >`;
}
