/** A verdict: sign, words, points, and below them what is to be said. */

import { type TemplateResult, html, nothing } from 'lit';
import { type Verdict } from '../../src/protocol/messages.ts';
import { icon } from '../controls/icon.ts';
import { type Explanation } from '../questions/form.ts';
import { proseLine } from '../typeset/prose.ts';
import { hasPoints, pointsOf, wordsOf } from './verdictWords.ts';

export function verdictView(verdict: Verdict, { remarks, more }: Explanation): TemplateResult {
  const { words, icon: sign, tone } = wordsOf(verdict);
  const reached = hasPoints(verdict) ? html`<span>· ${pointsOf(verdict)}</span>` : nothing;
  return html`<div class="verdict tone-${tone}" data-verdict=${verdict.verdict}>
    <p class="verdict-words">${icon(sign)} <strong>${words}</strong> ${reached}</p>
    ${remarks.length > 0 ? remarkList(remarks) : nothing} ${more}
  </div>`;
}

const remarkList = (remarks: readonly string[]): TemplateResult =>
  remarks.length === 1
    ? html`<p>${proseLine(remarks[0] ?? '')}</p>`
    : html`<ul class="remarks">
        ${remarks.map((remark) => html`<li>${proseLine(remark)}</li>`)}
      </ul>`;
