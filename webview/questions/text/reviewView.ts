/** Model answer and rubric under a written text, with boxes to tick for what the text says. Ticks are no points. */

import { type TemplateResult, html, nothing } from 'lit';
import {
  type AnswerOf,
  type TextReview,
  type TextReviewSheet,
} from '../../../src/protocol/messages.ts';
import { button } from '../../controls/button.ts';
import { icon } from '../../controls/icon.ts';
import { type OptionItem, checkboxOptions } from '../../controls/options.ts';
import { progress } from '../../controls/progress.ts';
import { points } from '../../task/verdictWords.ts';
import { prose, proseLine } from '../../typeset/prose.ts';
import { type FormProps } from '../form.ts';
import { type Review, reviewOf } from './review.ts';

type Props = FormProps<'text'>;
type TextAnswer = AnswerOf['text'];
type Suggestion = ReturnType<Review['suggestionsFor']>;

/** What stands below a text, where students may compare it themselves. */
export function reviewSection(props: Props): TemplateResult | typeof nothing {
  const { state, answer, desk } = props;
  if (!state.modelAnswers || answer === undefined) return nothing;
  const review = reviewOf(desk);
  if (answer.review === undefined) {
    return state.readOnly === undefined ? invitation(props, review) : nothing;
  }
  review.recall();
  if (review.sheet === undefined) return waiting(review);
  return sheetView(props, review.sheet, { text: answer.text, review: answer.review });
}

const headingIdOf = ({ headingId }: Props): string => `${headingId}-model-answer`;

function invitation(props: Props, review: Review): TemplateResult {
  const begin = async (): Promise<void> => {
    if (!(await review.begin())) return;
    // once the page has been drawn with it, which is planned by now
    queueMicrotask(() => document.getElementById(headingIdOf(props))?.focus());
  };
  return html`<div class="review-invitation">
      ${button({
        words: 'Compare with the model answer',
        label: `Compare with the model answer: question ${props.question.id}`,
        busy: review.busy === 'reviewText',
        press: () => void begin(),
      })}
      <span class="quiet">When you have finished: later changes are marked as such.</span>
    </div>
    ${problem(review)}`;
}

const problem = ({ problem: reason }: Review): TemplateResult | typeof nothing =>
  reason === undefined
    ? nothing
    : html`<p class="problem tone-bad">${icon('warning')} <span>${reason}</span></p>`;

const waiting = (review: Review): TemplateResult =>
  review.problem === undefined
    ? progress('Fetching the model answer…')
    : html`${problem(review)}
      ${button({ words: 'Try again', icon: 'reset', press: () => void review.load() })}`;

type Compared = TextAnswer & { readonly review: TextReview };

function sheetView(props: Props, sheet: TextReviewSheet, answer: Compared): TemplateResult {
  const id = headingIdOf(props);
  return html`<section class="review" aria-labelledby=${id}>
    ${changedSince(answer)}
    <h3 id=${id} tabindex="-1">Model answer</h3>
    ${prose(sheet.modelAnswer, props.state)}
    <h3 id=${`${id}-rubric`}>What is in your answer? Tick it honestly.</h3>
    ${ticks(props, sheet, answer)} ${ownPoints(props, sheet, answer.review)}
    ${suggestionLine(props, answer)} ${problem(reviewOf(props.desk))}
  </section>`;
}

const changedSince = ({ text, review }: Compared): TemplateResult | typeof nothing =>
  review.of === text
    ? nothing
    : html`<div class="review-changed">
        ${icon('info')} <span>You changed your answer after you saw the model answer.</span>
        <details>
          <summary>What it was before</summary>
          ${prose(review.of)}
        </details>
      </div>`;

function ticks(props: Props, { rubric }: TextReviewSheet, answer: Compared): TemplateResult {
  const { desk, state } = props;
  const suggested = reviewOf(desk).suggestionsFor(answer.text);
  return checkboxOptions({
    name: `${props.headingId}-criteria`,
    labelledBy: `${headingIdOf(props)}-rubric`,
    items: rubric.map((criterion, index) => itemOf(criterion, index, suggested)),
    selected: answer.review.met.map(String),
    readOnly: state.readOnly !== undefined,
    select: (selected) => {
      const met = selected.map(Number).toSorted((a, b) => a - b);
      desk.draft.change({ text: answer.text, review: { of: answer.review.of, met } }, 0);
    },
  });
}

type Criterion = TextReviewSheet['rubric'][number];

const itemOf = (criterion: Criterion, index: number, suggested: Suggestion): OptionItem => ({
  id: String(index),
  content: html`${proseLine(criterion.criterion)}
    <span class="quiet">(${points(criterion.points)})</span>`,
  remark: html`<div class="criterion-remarks">
    ${sampleLine(criterion)}${suggestionOn(index, suggested)}
  </div>`,
});

const sampleLine = ({ sample }: Criterion): TemplateResult | typeof nothing =>
  sample === undefined
    ? nothing
    : html`<p class="quiet">For example: <q>${proseLine(sample)}</q></p>`;

const MET = { yes: 'it is there', no: 'it is not there', unclear: 'unclear' } as const;

function suggestionOn(index: number, suggested: Suggestion): TemplateResult | typeof nothing {
  const found = suggested?.suggestions[index];
  if (suggested === undefined || found === undefined) return nothing;
  return html`<p class="suggestion">
    <strong>Suggestion by ${suggested.model}:</strong> ${MET[found.met]}. ${found.why}
  </p>`;
}

function ownPoints(
  { question }: Props,
  { rubric }: TextReviewSheet,
  { met }: TextReview,
): TemplateResult {
  const own = met.reduce((sum, index) => sum + (rubric[index]?.points ?? 0), 0);
  const ticked = Math.round(own * 100) / 100;
  return html`<p class="own-points">
    By your own ticks: ${ticked} of ${points(question.points)}; a person grades this.
  </p>`;
}

function suggestionLine(
  { state, desk, question }: Props,
  answer: Compared,
): TemplateResult | typeof nothing {
  if (!state.suggestions || state.readOnly !== undefined) return nothing;
  const review = reviewOf(desk);
  return html`<div class="review-invitation">
    ${button({
      words: 'Ask the language model',
      label: `Ask the language model about question ${question.id}`,
      busy: review.busy === 'suggestReview',
      press: () => void review.suggest(answer),
    })}
    <span class="quiet"
      >Your text is sent to it, with the question, its model answer and the rubric. What it says
      ticks nothing, and may be wrong.</span
    >
  </div>`;
}
