/** A ring that turns while something is under way, with words for those who do not see it. */

import './toolkit.ts';
import { type TemplateResult, html } from 'lit';

export const progress = (words: string): TemplateResult =>
  html`<p class="progress" role="status">
    <vscode-progress-ring aria-hidden="true"></vscode-progress-ring>${words}
  </p>`;
