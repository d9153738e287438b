/** Files with secret keys, as `age-keygen` writes them: plain, or protected by a passphrase. */
import { readFile } from 'node:fs/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type Result, failure, success } from '../../core/result.ts';
import { type Identities, isSealed, openWithPassphrase, sealWithPassphrase } from './seal.ts';

export interface KeyPair {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…`, for everyone to know */
  readonly recipient: string;
}

export async function newKeyPair(): Promise<KeyPair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export interface Protection {
  /** undefined: whoever has the file has the key */
  readonly passphrase: string | undefined;
  /** base-2 logarithm of scrypt's cost; the usual one unless stated */
  readonly logN?: number | undefined;
}

/** What the file says. `created` is ISO 8601. */
export async function keyFileText(
  { identity, recipient }: KeyPair,
  created: string,
  { passphrase, logN }: Protection,
): Promise<string> {
  const text = `# created: ${created}\n# public key: ${recipient}\n${identity}\n`;
  return passphrase === undefined ? text : await sealWithPassphrase(text, passphrase, logN);
}

const LARGEST = 64 * 1024;

/**
 * The secret keys of a file, or a sentence on why there are none. Throws when the file cannot be read.
 * @param passphrase called only where the file is protected by one
 */
export async function readIdentities(
  file: string,
  passphrase: () => Promise<string>,
): Promise<Result<Identities, string>> {
  const bytes = await readFile(file);
  if (bytes.length > LARGEST) return failure(`${file}: a key file is not that large`);
  const text = isSealed(bytes)
    ? await opened(bytes, await passphrase())
    : success(bytes.toString());
  if (!text.ok) return failure(`${file}: the key cannot be read: ${text.error}`);
  return await identitiesIn(file, text.value);
}

async function opened(bytes: Uint8Array, passphrase: string): Promise<Result<string, string>> {
  const plain = await openWithPassphrase(bytes, passphrase);
  return plain.ok ? success(Buffer.from(plain.value).toString()) : plain;
}

async function identitiesIn(file: string, text: string): Promise<Result<Identities, string>> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (identities.length === 0) return failure(`${file}: there is no secret key in it`);
  for (const identity of identities) {
    if (await isIdentity(identity)) continue;
    return failure(`${file}: ${NO_KEY}`);
  }
  return success(identities);
}

const NO_KEY =
  'expected secret keys (AGE-SECRET-KEY-1…), one a line, found something else; a public key opens nothing';

async function isIdentity(text: string): Promise<boolean> {
  if (!text.startsWith('AGE-SECRET-KEY-')) return false;
  try {
    await identityToRecipient(text);
    return true;
  } catch {
    return false;
  }
}
