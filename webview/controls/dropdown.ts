/** One of several, in little space. */

import './toolkit.ts';
import { Dropdown } from '@vscode/webview-ui-toolkit';
import { type TemplateResult, html } from 'lit';
import { live } from 'lit/directives/live.js';

export interface DropdownProps {
  readonly label: string;
  readonly items: readonly string[];
  /** index of the item that shows */
  readonly selected: number;
  readonly select: (index: number) => void;
}

export function dropdown({ label, items, selected, select }: DropdownProps): TemplateResult {
  const change = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof Dropdown && currentTarget.selectedIndex !== selected) {
      select(currentTarget.selectedIndex);
    }
  };
  return html`<vscode-dropdown
    aria-label=${label}
    .selectedIndex=${live(selected)}
    @change=${change}
    >${items.map((item) => html`<vscode-option>${item}</vscode-option>`)}</vscode-dropdown
  >`;
}
