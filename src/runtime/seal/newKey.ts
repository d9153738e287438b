/** Makes a key that is known to work: it counts only once a file sealed for it was opened with what the disk holds. */
import { randomBytes } from 'node:crypto';
import { lstat, open as openFile } from 'node:fs/promises';
import { keyFileText, newKeyPair, readIdentities } from './identities.ts';
import { open, seal } from './seal.ts';

export interface NewKey {
  readonly file: string;
  /** `age1…` */
  readonly recipient: string;
  /** what the file holds */
  readonly text: string;
}

export interface KeyWish {
  readonly file: string;
  /** undefined: not protected */
  readonly passphrase: string | undefined;
  /** ISO 8601 */
  readonly created: string;
  /** base-2 logarithm of scrypt's cost */
  readonly logN?: number | undefined;
}

/** Throws when the file is there already, cannot be written, or cannot be used once it is written. */
export async function makeKey({ file, passphrase, created, logN }: KeyWish): Promise<NewKey> {
  const pair = await newKeyPair();
  const text = await keyFileText(pair, created, { passphrase, logN });
  await writeNew(file, text);
  await expectOpens(file, pair.recipient, passphrase);
  return { file, recipient: pair.recipient, text };
}

/** Why no key can be written there: it might be needed. */
export async function keyFileComplaint(file: string): Promise<string | undefined> {
  const isThere = (await lstat(file).catch(() => undefined)) !== undefined;
  return isThere ? occupied(file) : undefined;
}

const occupied = (file: string): string =>
  `${file} is there already: a key is never overwritten, since it may be needed. Give --out another name`;

/** For the owner alone; never in the place of another file. */
async function writeNew(file: string, text: string): Promise<void> {
  const handle = await openFile(file, 'wx', 0o600).catch((error: unknown) => {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw exists ? new Error(occupied(file)) : error;
  });
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function expectOpens(
  file: string,
  recipient: string,
  passphrase: string | undefined,
): Promise<void> {
  const trial = randomBytes(64);
  const identities = await readIdentities(file, () => Promise.resolve(passphrase ?? ''));
  const opened = identities.ok
    ? await open(await seal(trial, [recipient]), identities.value)
    : identities;
  if (opened.ok && trial.equals(opened.value)) return;
  const reason = opened.ok ? 'it opens to something else' : opened.error;
  throw new Error(`the new key does not work (${reason}): do not use ${file}`);
}
