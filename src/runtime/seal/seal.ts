/**
 * Sealing bytes to people's public keys, as files of age (age-encryption.org/v1): what is sealed here opens with the
 * program `age`, and the other way round.
 */
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { type Result, failure, success } from '../../core/result.ts';

/** Secret keys, `AGE-SECRET-KEY-1…`; they stay in memory. */
export type Identities = readonly string[];

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

/** Why a text is no public key to seal for; undefined: it is one. */
export function recipientComplaint(text: string): string | undefined {
  if (!RECIPIENT.test(text)) {
    const found = text.startsWith('AGE-SECRET-KEY') ? 'a secret key' : `'${text.slice(0, 80)}'`;
    return `expected a public key such as exambench keygen prints (age1 and 58 characters), found ${found}`;
  }
  try {
    new Encrypter().addRecipient(text);
    return undefined;
  } catch {
    return `there is a slip in the public key '${text}': its checksum does not fit`;
  }
}

/** @param recipients at least one; throws when one of them is no public key */
export async function seal(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length === 0) throw new Error('expected a public key to seal for');
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    const complaint = recipientComplaint(recipient);
    if (complaint !== undefined) throw new Error(complaint);
    encrypter.addRecipient(recipient);
  }
  return await encrypter.encrypt(bytes);
}

/** The bytes that were sealed, or a sentence without its full stop on why they cannot be had. */
export async function open(
  bytes: Uint8Array,
  identities: Identities,
): Promise<Result<Uint8Array, string>> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return await decrypted(bytes, decrypter, 'it is sealed for other keys than this one');
}

/** Likewise with a passphrase. */
export async function openWithPassphrase(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array, string>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return await decrypted(bytes, decrypter, 'the passphrase is another one');
}

/** Armored: text that survives mails and can be typed from paper. */
export async function sealWithPassphrase(
  text: string,
  passphrase: string,
  logN?: number,
): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  if (logN !== undefined) encrypter.setScryptWorkFactor(logN);
  return armor.encode(await encrypter.encrypt(text));
}

const ARMORED = '-----BEGIN AGE ENCRYPTED FILE-----';
const BINARY = 'age-encryption.org/';

export function isSealed(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart();
  return start.startsWith(ARMORED) || start.startsWith(BINARY);
}

async function decrypted(
  bytes: Uint8Array,
  decrypter: Decrypter,
  wrongKey: string,
): Promise<Result<Uint8Array, string>> {
  if (!isSealed(bytes)) return failure('it is no sealed file');
  try {
    return success(await decrypter.decrypt(withoutArmor(bytes)));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return failure(/no identity matched/.test(said) ? wrongKey : `it is damaged (${said})`);
  }
}

function withoutArmor(bytes: Uint8Array): Uint8Array {
  return bytes[0] === BINARY.charCodeAt(0)
    ? bytes
    : armor.decode(Buffer.from(bytes).toString('latin1'));
}
