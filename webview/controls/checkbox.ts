/**
 * A single box to tick: the browser's own, for that of the toolkit also reports what the page itself has set, and where one
 * answer comes in place of another that would count as the reader's doing.
 */

import { type TemplateResult, html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

export interface CheckboxProps {
  readonly words: unknown;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
  /** id of what explains it */
  readonly describedBy?: string | undefined;
}

export function checkbox({ words, isOn, set, describedBy }: CheckboxProps): TemplateResult {
  const change = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) set(target.checked);
  };
  return html`<label class="checkbox"
    ><input
      type="checkbox"
      aria-describedby=${ifDefined(describedBy)}
      .checked=${live(isOn)}
      @change=${change}
    /><span>${words}</span></label
  >`;
}
