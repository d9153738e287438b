/** Points of an answer: what the ticks come to, or the grader's own. */

import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { button } from '../controls/button.ts';
import { icon } from '../controls/icon.ts';
import { points as pointsText } from '../task/verdictWords.ts';
import { type DecisionDraft, type Worth, pointsIn, sumOf } from './decisionDraft.ts';
import { POINTS } from './focus.ts';
import { type Marking } from './marking.ts';

interface PointsProps {
  readonly draft: DecisionDraft;
  readonly worth: Worth;
  readonly marking: Marking;
}

export const pointsField = (props: PointsProps): TemplateResult =>
  html`<div class="points-row">
      <label for=${POINTS}>Points</label>
      ${field(props)} <span>of ${props.worth.most}</span>
      <span class="quick">${quickButtons(props)}</span>
    </div>
    <p id="points-note" class="points-note">${note(props)}</p>`;

function field({ draft, worth, marking }: PointsProps): TemplateResult {
  const points = pointsIn(draft, worth);
  const now = typeof points === 'number' ? points : undefined;
  const typed = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) marking.give(event.target.value);
  };
  return html`<input
    id=${POINTS}
    type="text"
    role="spinbutton"
    inputmode="decimal"
    autocomplete="off"
    aria-valuemin="0"
    aria-valuemax=${worth.most}
    aria-valuenow=${ifDefined(now)}
    aria-valuetext=${now === undefined ? 'no points yet' : nothing}
    aria-invalid=${points === 'unreadable' ? 'true' : nothing}
    aria-describedby="points-note"
    .value=${live(draft.given ?? (now === undefined ? '' : String(now)))}
    @input=${typed}
    @keydown=${stepper(marking)}
    @focusout=${() => {
      marking.settle();
    }}
  />`;
}

const stepper =
  (marking: Marking) =>
  (event: KeyboardEvent): void => {
    const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
    if (way === undefined) return;
    event.preventDefault();
    marking.step(way);
  };

/** Where ticks make the points, only what no tick can say. */
function quickButtons({ worth, marking }: PointsProps): readonly TemplateResult[] {
  return quickPoints(worth).map(({ key, points, words }) =>
    button({
      words,
      keys: key,
      press: () => {
        marking.settle(String(points));
      },
    }),
  );
}

interface QuickPoints {
  readonly key: string;
  readonly points: number;
  readonly words: string;
}

export function quickPoints({ rubric, most }: Worth): readonly QuickPoints[] {
  const none = { key: '0', points: 0, words: 'None: 0' };
  if (rubric.length > 0) return [none];
  const half = Math.round(most * 50) / 100;
  return [
    none,
    { key: 'H', points: half, words: `Half: ${half}` },
    { key: 'F', points: most, words: `Full: ${most}` },
  ];
}

function note({ draft, worth, marking }: PointsProps): unknown {
  const points = pointsIn(draft, worth);
  if (points === 'unreadable')
    return html`<span class="tone-bad complaint"
      >${icon('warning')} Points are a number from 0 to ${worth.most}, such as 0.5.</span
    >`;
  const sum = sumOf(draft, worth);
  if (points === 'missing' || points === sum || draft.ticks.length === 0) return nothing;
  return html`<span>Your own points; the ticks come to ${sum}.</span> ${button({
      words: `Use ${pointsText(sum)}`,
      press: () => {
        marking.useSum();
      },
    })}`;
}
