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

  private constructor(path: string) {
    this.#path = path;
  }

  static async claim(folder: string): Promise<Ownership> {
    const ownership = new Ownership(join(folder, 'owner'));
    await replaceFile(ownership.#path, ownership.#token);
    return ownership;
  }

  async isHeld(): Promise<boolean> {
    try {
      return (await readFile(this.#path, 'utf8')) === this.#token;
    } catch (error) {
      // Whoever deleted the folder took nothing over.
      if (errorCode(error) === 'ENOENT') return true;
      throw error;
    }
  }
}
