/**
 * The runner's end of its two pipes. Reading blocks, which is what makes the student's API synchronous: about 0.1 ms
 * a call, and no rights are needed for a descriptor that was inherited.
 */
import { readSync, writeSync } from 'node:fs';
import { checkedLength, type Frame, parseBody } from './frame.ts';

const idle = new Int32Array(new SharedArrayBuffer(4));

export class SyncPipe {
  readonly #input: number;
  readonly #output: number;
  readonly #maxBytes: number;

  constructor(input: number, output: number, maxBytes: number) {
    this.#input = input;
    this.#output = output;
    this.#maxBytes = maxBytes;
  }

  /** Waits for the next frame; undefined when the other end is closed. */
  read(): Frame | undefined {
    const length = this.#fill(new Uint8Array(4));
    if (length === undefined) return undefined;
    const body = this.#fill(new Uint8Array(checkedLength(length, this.#maxBytes)));
    return body && parseBody(body);
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.byteLength;) {
      at += untilReady(() => writeSync(this.#output, bytes, at, bytes.byteLength - at));
    }
  }

  #fill(target: Uint8Array): Uint8Array | undefined {
    for (let at = 0; at < target.byteLength;) {
      const count = untilReady(() =>
        readSync(this.#input, target, at, target.byteLength - at, null),
      );
      if (count === 0) return undefined;
      at += count;
    }
    return target;
  }
}

/** A descriptor may have been made non-blocking by whoever shares it: then wait a little and try again. */
function untilReady(attempt: () => number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(idle, 0, 0, 1);
    }
  }
}
