/** Hands drafts over to the host while they are written: one message at a time, and always the newest one after it. */

import { type Ask } from './marking.ts';

export class DraftKeeper {
  readonly #host: Ask;
  #next: string | undefined;
  #isBusy = false;

  constructor(host: Ask) {
    this.#host = host;
  }

  keep(text: string): void {
    this.#next = text;
    if (!this.#isBusy) void this.#hand();
  }

  async #hand(): Promise<void> {
    this.#isBusy = true;
    while (this.#next !== undefined) {
      const text = this.#next;
      this.#next = undefined;
      // the host logs why it could not; the view has them still
      await this.#host.request('keepDrafts', { text }).catch(() => undefined);
    }
    this.#isBusy = false;
  }
}
