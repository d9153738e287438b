/**
 * What the host says that the changes make of the program. What was last known shows until there is something newer; the host
 * is asked a moment after the last change, and again when something changed outside the view.
 */

import { type AnswerOf, type EditsPreview } from '../../../src/protocol/messages.ts';

/** Typing is tried this long after its last change. */
const PREVIEW_MS = 150;

/** The changes as written, with the rows that they stand in. */
export interface Written {
  readonly answer: AnswerOf['lines'];
  readonly rows: readonly number[];
  /** whatever differs once something outside the view has changed */
  readonly epoch: object;
}

export interface Preview {
  readonly shown: EditsPreview;
  /** rows of the sheet by the place of their edit in what was asked */
  readonly rows: readonly number[];
}

interface Wanted extends Written {
  readonly key: string;
}

export class Previews {
  readonly #ask: (answer: AnswerOf['lines']) => Promise<EditsPreview>;
  readonly #changed: () => void;
  #asked: Wanted | undefined;
  #known: Preview | undefined;
  #problem: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: (answer: AnswerOf['lines']) => Promise<EditsPreview>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** Why the last one could not be had. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** What is known by now; sees to it that these changes are tried. Cheap, so that every drawing may ask. */
  of(written: Written): Preview | undefined {
    const wanted = { ...written, key: JSON.stringify(written.answer) };
    const isNew = this.#asked?.key !== wanted.key || this.#asked.epoch !== wanted.epoch;
    if (isNew) this.#want(wanted);
    return this.#known;
  }

  #want(wanted: Wanted): void {
    const wait = this.#asked === undefined ? 0 : PREVIEW_MS;
    this.#asked = wanted;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#try(wanted), wait);
  }

  async #try(wanted: Wanted): Promise<void> {
    try {
      const shown = await this.#ask(wanted.answer);
      if (this.#asked !== wanted) return;
      this.#known = { shown, rows: wanted.rows };
      this.#problem = undefined;
    } catch (error) {
      if (this.#asked !== wanted) return;
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.#changed();
  }
}
