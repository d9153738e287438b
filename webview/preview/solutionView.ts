/** What an author has written for a question beyond what students see: below its form, in a preview with solutions. */

import { type TemplateResult, html, nothing } from 'lit';
import {
  type SolutionEntry,
  type SolutionPart,
  type TaskViewState,
} from '../../src/protocol/messages.ts';
import { icon } from '../controls/icon.ts';
import { prose } from '../typeset/prose.ts';

export function solutionView(
  question: string,
  state: TaskViewState,
): TemplateResult | typeof nothing {
  const parts = state.preview?.solutions?.[question] ?? [];
  if (parts.length === 0) return nothing;
  return html`<section class="solution" aria-label=${`Solution of question ${question}`}>
    ${parts.map((part) => partView(part, state))}
  </section>`;
}

const partView = ({ title, entries }: SolutionPart, state: TaskViewState): TemplateResult =>
  html`<h3>${title}</h3>
    <ul>
      ${entries.map((entry) => entryView(entry, state))}
    </ul>`;

const entryView = ({ label, text, remark, right }: SolutionEntry, state: TaskViewState) =>
  html`<li>
    <div class="entry-words">
      ${right === undefined ? nothing : rightness(right)}
      ${label === undefined ? nothing : html`<span class="entry-label">${label}</span>`}
      ${text === undefined ? nothing : prose(text, state)}
    </div>
    ${remark === undefined ? nothing : html`<div class="remark">${prose(remark, state)}</div>`}
  </li>`;

const rightness = (right: boolean): TemplateResult =>
  html`<span class=${right ? 'tone-good' : 'tone-bad'}
    >${icon(right ? 'check' : 'cross')}<span class="unseen"
      >${right ? 'Right:' : 'Wrong:'}</span
    ></span
  >`;
