/** What the source of the exam had lost and how it was repaired: there for who asks, out of the way of who reads. */

import { type TemplateResult, html, nothing } from 'lit';
import { prose } from '../typeset/prose.ts';

export const sourceNote = (
  note: string | undefined,
  language: string,
): TemplateResult | typeof nothing =>
  note === undefined
    ? nothing
    : html`<details class="source-note">
        <summary>Source note</summary>
        ${prose(note, { language })}
      </details>`;
