/** How a comment will look to the student: asked for when typing pauses; a late reply is shown for its own text only. */

import { type Markup } from '../../src/protocol/gradingMessages.ts';

const PAUSE_MS = 200;

export class CommentPreview {
  readonly #typeset: (text: string) => Promise<Markup>;
  readonly #changed: () => void;
  #wanted = '';
  #markup: Markup | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(typeset: (text: string) => Promise<Markup>, changed: () => void) {
    this.#typeset = typeset;
    this.#changed = changed;
  }

  /** Whose looks are shown or on their way. */
  get text(): string {
    return this.#wanted;
  }

  /** While a text is being typed: of the text a moment ago. */
  get markup(): Markup | undefined {
    return this.#markup;
  }

  /** Another answer's comment comes in place of the one before. */
  begin(text: string): void {
    clearTimeout(this.#timer);
    this.#markup = undefined;
    this.#wanted = text;
    if (text.trim() !== '') void this.#show(text);
  }

  type(text: string): void {
    if (text.trim() === '') {
      this.begin(text);
      return;
    }
    clearTimeout(this.#timer);
    this.#wanted = text;
    this.#timer = setTimeout(() => void this.#show(text), PAUSE_MS);
  }

  /** Without a preview the comment itself still stands in its field. */
  async #show(text: string): Promise<void> {
    const markup = await this.#typeset(text).catch(() => undefined);
    if (text !== this.#wanted) return;
    this.#markup = markup;
    this.#changed();
  }
}
