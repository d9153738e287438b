/**
 * The answer to one question as the reader sees it, on its way to the host. What was typed is shown at once and saved
 * soon; saves of one question follow each other, and no reply, however late, overwrites what was typed since.
 */

import { type Answer, type QuestionState, type Verdict } from '../../src/protocol/messages.ts';

export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed';

/** Resolves when the answer is on disk; null clears it. */
export type Save = (answer: Answer | null, revision: number) => Promise<QuestionState>;

/** Typing is saved this long after its last change. */
export const TYPING_MS = 400;

export class Draft {
  #answer: Answer | undefined;
  #verdict: Verdict | undefined;
  #revision = 0;
  #saving: Saving = 'saved';
  #failure: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | undefined;
  readonly #save: Save;
  readonly #changed: () => void;

  constructor(save: Save, changed: () => void) {
    this.#save = save;
    this.#changed = changed;
  }

  get answer(): Answer | undefined {
    return this.#answer;
  }

  get verdict(): Verdict | undefined {
    return this.#verdict;
  }

  get saving(): Saving {
    return this.#saving;
  }

  /** Why the last save failed. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Takes what the host knows, unless this end knows better. */
  adopt(state: QuestionState): void {
    if (state.revision < this.#revision) return;
    this.#revision = state.revision;
    if (this.#saving !== 'saved') return;
    this.#answer = state.answer;
    this.#verdict = state.verdict;
  }

  /** @param afterMs how long to wait for more changes before saving */
  change(answer: Answer | undefined, afterMs: number): void {
    this.#answer = answer;
    this.#verdict = undefined;
    this.#become('unsaved');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), afterMs);
  }

  /** What was not saved yet is given up. */
  abandon(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = 'saved';
  }

  /** Saves what is not saved yet. Resolves when all is on disk or a save has failed (see `saving`). */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flight ??= this.#saveAll().finally(() => {
      this.#flight = undefined;
    });
    await this.#flight;
  }

  async #saveAll(): Promise<void> {
    while (this.#saving !== 'saved' && this.#timer === undefined) {
      if (!(await this.#saveOnce())) return;
    }
  }

  async #saveOnce(): Promise<boolean> {
    const sent = this.#answer;
    this.#become('saving');
    try {
      const state = await this.#save(sent ?? null, this.#revision);
      if (this.#answer === sent) this.#become('saved');
      this.adopt(state);
      return true;
    } catch (error) {
      this.#become('failed', error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      this.#changed();
    }
  }

  #become(saving: Saving, failure?: string): void {
    this.#saving = saving;
    this.#failure = failure;
    this.#changed();
  }
}
