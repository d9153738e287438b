/** Buttons, with a sign and while something is under way a ring. */

import './toolkit.ts';
import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type IconName, icon } from './icon.ts';

export interface ButtonOptions {
  readonly words: string;
  readonly press: () => void;
  readonly primary?: boolean;
  readonly icon?: IconName;
  /** where the sign stands; before the words unless stated */
  readonly iconAt?: 'start' | 'end';
  readonly disabled?: boolean;
  /** shows that what was asked for is under way; the button rests meanwhile */
  readonly busy?: boolean;
  /** what a screen reader says, where the words alone do not tell */
  readonly label?: string | undefined;
  /** shown on hover: why the button rests */
  readonly hint?: string | undefined;
  /** that press it from the keyboard, as in `aria-keyshortcuts`; shown on hover as well */
  readonly keys?: string | undefined;
}

export function button(options: ButtonOptions): TemplateResult {
  const { words, press, primary = false, disabled = false, busy = false } = options;
  return html`<vscode-button
    appearance=${primary ? 'primary' : 'secondary'}
    ?disabled=${disabled || busy}
    aria-label=${ifDefined(options.label)}
    aria-keyshortcuts=${ifDefined(options.keys)}
    title=${ifDefined(options.hint ?? options.keys?.replace('Control', 'Ctrl'))}
    @click=${press}
    >${busy ? ring() : sign(options)}${words}</vscode-button
  >`;
}

const sign = ({ icon: name, iconAt = 'start' }: ButtonOptions): TemplateResult | typeof nothing =>
  name ? icon(name, iconAt) : nothing;

const ring = (): TemplateResult =>
  html`<vscode-progress-ring slot="start" aria-hidden="true"></vscode-progress-ring>`;
