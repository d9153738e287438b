/** Whether an answer is on disk, in words and with a sign. */

import { type TemplateResult, html, nothing } from 'lit';
import { button } from '../controls/button.ts';
import { icon } from '../controls/icon.ts';
import { type Draft, type Saving } from './draft.ts';

const signs: { readonly [S in Saving]: (draft: Draft) => TemplateResult | typeof nothing } = {
  saved: ({ answer }) => (answer === undefined ? nothing : html`${icon('saved')} Saved`),
  unsaved: () => html`${icon('dot')} Not saved yet`,
  saving: () => html`${icon('dot')} Saving…`,
  failed: (draft) =>
    html`<span class="tone-bad">${icon('warning')} Not saved: ${draft.failure}</span> ${button({
        words: 'Try again',
        press: () => void draft.flush(),
      })}`,
};

export const savingView = (draft: Draft): TemplateResult =>
  html`<span class="saving" data-saving=${draft.saving}>${signs[draft.saving](draft)}</span>`;
