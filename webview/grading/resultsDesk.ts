/** Pages and tables of results: written anew when the grader asks for it. */

import { type Ask } from './marking.ts';

interface ResultsParts {
  readonly changed: () => void;
  readonly say: (sentence: string) => void;
  /** how many answers have changes that are not saved */
  readonly unsaved: () => number;
}

export class ResultsDesk {
  readonly #host: Ask;
  readonly #parts: ResultsParts;
  #isWriting = false;
  #sentence: string | undefined;
  #failure: string | undefined;

  constructor(host: Ask, parts: ResultsParts) {
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
      const unsaved = unsavedWords(this.#parts.unsaved());
      this.#sentence = `${await this.#host.request('writeResults', {})}${unsaved}`;
      this.#parts.say(this.#sentence);
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
      this.#parts.say(`Results were not written: ${this.#failure}`);
    }
    this.#isWriting = false;
    this.#parts.changed();
  }
}

function unsavedWords(count: number): string {
  if (count === 0) return '';
  const have = count === 1 ? '1 answer has' : `${count} answers have`;
  return ` ${have} unsaved changes, which are not in the results.`;
}
