/** What an author's preview says before the task: what is wrong with the set, with the way to each place. */

import { type TemplateResult, html, nothing } from 'lit';
import { type PreviewProblem, type PreviewState } from '../../src/protocol/messages.ts';
import { icon } from '../controls/icon.ts';

export function problemList(
  { problems, isStale }: Pick<PreviewState, 'problems' | 'isStale'>,
  open: (problem: PreviewProblem) => void,
): TemplateResult {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return html`<section class="set-problems tone-bad" aria-label="Problems of the task set">
    <p class="set-problems-words">
      ${icon('warning')}
      <span
        ><strong>${count}.</strong> ${
          isStale ? 'Below stands the last version that could be read, if there was one.' : nothing
        }</span
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

const note = (words: string): TemplateResult =>
  html`<p class="banner" role="note">${icon('info')} <span>${words}</span></p>`;

export const solutionsNote = note(
  'With solutions: the reference answers are filled in. Students see none of this.',
);

export const examNote = note(
  'As students see it in the exam: answers are not judged here, only read. “Preview with Solutions” in the title of this tab shows and judges everything.',
);
