/**
 * Who may write to an attempt: the window that opened it last. An older window notices at its next save and goes
 * read-only, so two windows never overwrite each other's answers, and a window that hangs cannot lock a student out.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, replaceFile } from './durableFile.ts';

export class Ownership {
  readonly #path: string;
  readonly #token = randomUUID();
  #isClaimed = false;

  constructor(folder: string) {
    this.#path = join(folder, 'owner');
  }

  /** Claims the attempt, once; from then on tells whether it is still held. Throws the file system's error. */
  async hold(): Promise<boolean> {
    if (this.#isClaimed) return await this.#isHeld();
    await replaceFile(this.#path, this.#token);
    this.#isClaimed = true;
    return true;
  }

  async #isHeld(): Promise<boolean> {
    try {
      return (await readFile(this.#path, 'utf8')) === this.#token;
    } catch (error) {
      // Whoever deleted the folder took nothing over.
      if (errorCode(error) === 'ENOENT') return true;
      throw error;
    }
  }
}
