/**
 * What a view knows while a student holds a text against the rubric: model answer and criteria once the host has given them,
 * and what a language model made of the text. The ticks themselves are a part of the answer.
 */

import {
  type AnswerOf,
  type ReviewSuggestions,
  type TextReviewSheet,
} from '../../../src/protocol/messages.ts';
import { type QuestionDesk } from '../../task/questionDesk.ts';

type TextAnswer = AnswerOf['text'];
type Errand = 'reviewText' | 'suggestReview';

export class Review {
  readonly #desk: QuestionDesk;
  #sheet: TextReviewSheet | undefined;
  #suggested: { readonly of: string; readonly by: ReviewSuggestions } | undefined;
  #busy: Errand | undefined;
  #problem: string | undefined;

  constructor(desk: QuestionDesk) {
    this.#desk = desk;
  }

  get sheet(): TextReviewSheet | undefined {
    return this.#sheet;
  }

  get busy(): Errand | undefined {
    return this.#busy;
  }

  /** Why the last thing that was asked for came to nothing. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Of the text as it stands; those of another are of no use. */
  suggestionsFor(text: string): ReviewSuggestions | undefined {
    return this.#suggested?.of === text ? this.#suggested.by : undefined;
  }

  /** For an answer that was compared before: the sheet comes again, once. */
  recall(): void {
    if (this.#sheet !== undefined || this.#busy !== undefined || this.#problem !== undefined)
      return;
    // not while the page is being drawn
    queueMicrotask(() => void this.load());
  }

  load(): Promise<void> {
    return this.#go('reviewText', async () => {
      this.#sheet = await this.#desk.host.request('reviewText', { question: this.#desk.id });
    });
  }

  /** Shows the model answer; from then on the answer says which text it was shown for. */
  async begin(): Promise<boolean> {
    const { draft } = this.#desk;
    await draft.flush();
    if (draft.saving === 'failed') return false;
    await this.load();
    const answer = draft.answer;
    if (this.#sheet === undefined || answer === undefined || !('text' in answer)) return false;
    const { text } = answer;
    draft.change({ text, review: { of: text, met: [] } }, 0);
    this.#desk.say('The model answer and the rubric are shown below your answer.');
    return true;
  }

  suggest({ text }: TextAnswer): Promise<void> {
    return this.#go('suggestReview', async () => {
      const { id, draft, host } = this.#desk;
      await draft.flush();
      const by = await host.request('suggestReview', { question: id });
      this.#suggested = { of: text, by };
      this.#desk.say(`${by.model} made a suggestion for each criterion.`);
    });
  }

  async #go(errand: Errand, run: () => Promise<void>): Promise<void> {
    if (this.#busy !== undefined) return;
    this.#busy = errand;
    this.#problem = undefined;
    this.#desk.redraw();
    try {
      await run();
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
      this.#desk.say(this.#problem);
    }
    this.#busy = undefined;
    this.#desk.redraw();
  }
}

const reviews = new WeakMap<QuestionDesk, Review>();

export function reviewOf(desk: QuestionDesk): Review {
  const review = reviews.get(desk) ?? new Review(desk);
  reviews.set(desk, review);
  return review;
}
