/**
 * The key of one grading's queue. Whoever has it may grade: it names the queue, hides submissions, seeds and results from
 * whoever can read Redis, and keeps anybody else from putting in records of their own.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../attempt/durableFile.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export class QueueKey {
  readonly #naming: Uint8Array;
  readonly #sealing: Uint8Array;

  /** @param secret 32 random bytes */
  constructor(secret: Uint8Array) {
    this.#naming = derived(secret, 'names');
    this.#sealing = derived(secret, 'seals');
  }

  /** The queue's name, from which the key cannot be told. */
  get queue(): string {
    return `grading-${this.nameOf('queue').slice(0, 16)}`;
  }

  /** 32 hexadecimal digits, other ones for other content. */
  nameOf(content: Uint8Array | string): string {
    return createHmac('sha256', this.#naming).update(content).digest('hex').slice(0, 32);
  }

  /** AES-256-GCM, by NIST SP 800-38D: IV, tag, ciphertext. `about`: what it is, so that nothing passes for another thing. */
  seal(about: string, plain: Uint8Array): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#sealing, iv).setAAD(Buffer.from(about));
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]);
  }

  /** undefined where it was sealed with another key or about another thing, or was changed. */
  open(about: string, sealed: Uint8Array): Buffer | undefined {
    try {
      const decipher = createDecipheriv(CIPHER, this.#sealing, sealed.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(about));
      decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const text = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]);
    } catch {
      return undefined;
    }
  }
}

function derived(secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `exambench queue ${purpose}`, KEY_BYTES));
}

/** Throws an Error where the file is none that `grade --queue` wrote. */
export async function readQueueKey(file: string): Promise<QueueKey> {
  const text = (await readFile(file, 'utf8')).trim();
  if (/^[0-9a-f]{64}$/.test(text)) return new QueueKey(Buffer.from(text, 'hex'));
  throw new Error(`${file}: expected a queue's key, which is 64 hexadecimal digits`);
}

/** The key in the file; a new one where there is no such file yet. */
export async function keptQueueKey(file: string): Promise<QueueKey> {
  try {
    return await readQueueKey(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  await mkdir(dirname(file), { recursive: true });
  const text = `${randomBytes(KEY_BYTES).toString('hex')}\n`;
  await writeFile(file, text, { mode: 0o600, flag: 'wx', flush: true });
  return await readQueueKey(file);
}
