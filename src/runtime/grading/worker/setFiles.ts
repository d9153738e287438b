/** The task set's binary files, which the controller hands over one at a time when they are first needed. */
import { createHash } from 'node:crypto';

export interface WantedFile {
  readonly file: string;
  readonly sha256: string;
}

interface Waiting extends WantedFile {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

export class SetFiles {
  readonly #ask: (wanted: WantedFile) => void;
  readonly #known = new Map<string, Promise<Uint8Array>>();
  readonly #waiting: Waiting[] = [];

  constructor(ask: (wanted: WantedFile) => void) {
    this.#ask = ask;
  }

  /** Rejects when the controller cannot read it, or its bytes are not the pinned ones. */
  async bytesOf(wanted: WantedFile): Promise<Uint8Array> {
    const name = `${wanted.sha256} ${wanted.file}`;
    const bytes = this.#known.get(name) ?? this.#fetch(wanted);
    this.#known.set(name, bytes);
    return await bytes;
  }

  /** Answers come in the order of the questions. */
  receive(bytes: Uint8Array, problem: string | undefined): void {
    const asked = this.#waiting.shift();
    if (asked === undefined) return;
    const found = createHash('sha256').update(bytes).digest('hex');
    if (problem !== undefined) asked.reject(new Error(problem));
    else if (found === asked.sha256) asked.resolve(bytes);
    else asked.reject(new Error(`${asked.file}: expected SHA-256 ${asked.sha256}, found ${found}`));
  }

  #fetch(wanted: WantedFile): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...wanted, resolve, reject });
      this.#ask(wanted);
    });
  }
}
