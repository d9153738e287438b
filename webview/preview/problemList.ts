/** What an author's preview says before the task: what is wrong with the set, with the way to each place. */

import { type TemplateResult, html } from 'lit';
import { type PreviewProblem } from '../../src/protocol/messages.ts';
import { icon } from '../controls/icon.ts';

export function problemList(
  problems: readonly PreviewProblem[],
  open: (problem: PreviewProblem) => void,
): TemplateResult {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return html`<section class="set-problems tone-bad" aria-label="Problems of the task set">
    <p class="set-problems-words">
      ${icon('warning')}
      <span
        ><strong>${count}.</strong> Below stands the last version that was right, if there was
        one.</span
      >
    </p>
    <ul>
      ${problems.map((problem) => problemItem(problem, open))}
    </ul>
  </section>`;
}

const problemItem = (
  problem: PreviewProblem,
  open: (problem: PreviewProblem) => void,
): TemplateResult =>
  html`<li>
    <button
      type="button"
      class="place"
      @click=${() => {
        open(problem);
      }}
    >
      ${problem.file}:${problem.line}:${problem.column}
    </button>
    <span>${problem.message}</span>
  </li>`;

export const solutionsNote = html`<p class="banner" role="note">
  ${icon('info')}
  <span>With solutions: the reference answers are filled in. Students see none of this.</span>
</p>`;
