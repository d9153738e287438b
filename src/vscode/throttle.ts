/** Calls back at most once in an interval, and once more after the last request. */

export class Throttle {
  readonly #intervalMs: number;
  readonly #call: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(intervalMs: number, call: () => void) {
    this.#intervalMs = intervalMs;
    this.#call = call;
  }

  request(): void {
    this.#timer ??= setTimeout(() => {
      this.now();
    }, this.#intervalMs);
  }

  /** At once; a waiting request is thereby met. */
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#call();
  }
}
