/** Pages and tables of results: written anew when the grader asks for it. */

import { type Ask } from './marking.ts';

export class ResultsDesk {
  readonly #host: Ask;
  readonly #parts: { readonly changed: () => void; readonly say: (sentence: string) => void };
  #isWriting = false;
  #sentence: string | undefined;
  #failure: string | undefined;

  constructor(host: Ask, parts: { changed: () => void; say: (sentence: string) => void }) {
    this.#host = host;
    this.#parts = parts;
  }

  get isWriting(): boolean {
    return this.#isWriting;
  }

  /** What the host said of the last time. */
  get sentence(): string | undefined {
    return this.#sentence;
  }

  get failure(): string | undefined {
    return this.#failure;
  }

  async write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    this.#failure = undefined;
    this.#parts.changed();
    try {
      this.#sentence = await this.#host.request('writeResults', {});
      this.#parts.say(this.#sentence);
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
      this.#parts.say(`Results were not written: ${this.#failure}`);
    }
    this.#isWriting = false;
    this.#parts.changed();
  }
}
