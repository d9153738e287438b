/**
 * How the host reads the formulas of one question. Each field has a slot; a slot keeps showing what was last known while
 * its text is being typed, and asks a moment after the last change.
 */

import { type Echo } from '../../src/protocol/messages.ts';

/** Typing is read this long after its last change. */
export const READING_MS = 150;

export interface Reading {
  /** the text that was read */
  readonly latex: string;
  readonly echo: Echo;
}

export class Readings {
  readonly #ask: (latex: string) => Promise<Echo>;
  readonly #changed: () => void;
  readonly #known = new Map<string, Reading>();
  readonly #wanted = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: (latex: string) => Promise<Echo>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** What is known of that slot by now; sees to it that its text is read. Cheap, so that every drawing may ask. */
  of(slot: string, latex: string): Reading | undefined {
    const known = this.#known.get(slot);
    if (known?.latex === latex) this.#wanted.delete(slot);
    else if (this.#wanted.get(slot) !== latex) this.#want(slot, latex);
    return known;
  }

  /** LaTeX of how a text is read, at once; undefined if it cannot be read. */
  async latexOf(text: string): Promise<string | undefined> {
    const echo = await this.#ask(text).catch(() => undefined);
    return echo?.kind === 'read' ? echo.latex : undefined;
  }

  #want(slot: string, latex: string): void {
    this.#wanted.set(slot, latex);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const [each, wanted] of this.#wanted) void this.#read(each, wanted);
    }, READING_MS);
  }

  async #read(slot: string, latex: string): Promise<void> {
    const echo = await this.#ask(latex).catch(unread);
    // typed on meanwhile
    if (this.#wanted.get(slot) !== latex) return;
    this.#known.set(slot, { latex, echo });
    this.#changed();
  }
}

/** The host did not answer: that is no fault of the formula. */
const unread = (): Echo => ({ kind: 'empty' });
