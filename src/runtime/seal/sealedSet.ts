/**
 * A whole task set, sealed: a zip inside a file of age. The copy that students get names a commitment to it, salted by
 * bytes that lie inside, so that short answers cannot be guessed from it.
 */
import { createHash } from 'node:crypto';
import { type Result, failure, success } from '../../core/result.ts';
import { archiveProblemText } from '../archive/archiveProblem.ts';
import { type ArchiveFiles, readArchive } from '../archive/readArchive.ts';
import { writeArchive } from '../archive/writeArchive.ts';
import { type Identities, open, seal } from './seal.ts';

/** In a copy for students that carries its whole set along. */
export const SEALED_INSIDE = 'sealed.age';

const SALT = 'salt';
const SALT_BYTES = 32;
const SET = 'set/';

/** Lengths tell something, too: all that is sealed is a multiple of this long, before sealing. */
const STEP = 4096;

const LIMITS = {
  bytes: 1024 ** 3,
  entries: 2001,
  fileBytes: 512 * 1024 ** 2,
  totalBytes: 1024 ** 3,
  deepest: 10,
};

export interface WholeSet {
  /** path in the set's folder → bytes */
  readonly files: ArchiveFiles;
  /** what the students' copies have to name */
  readonly commitment: string;
}

/**
 * SHA-256 in hexadecimal of the salt and of the lines that `sha256sum` prints for all files, in order of their paths.
 */
export function commitmentTo(files: ArchiveFiles, salt: Uint8Array): string {
  const lines = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
  return createHash('sha256').update(salt).update(lines.join('')).digest('hex');
}

/** @param salt 32 fresh random bytes, the same as of the commitment */
export async function sealSet(
  files: ArchiveFiles,
  salt: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array> {
  const inside = new Map([...files].map(([path, bytes]) => [`${SET}${path}`, bytes]));
  inside.set(SALT, salt);
  return await seal(padded(await writeArchive(inside)), recipients);
}

/** A sentence without its full stop says why there is no set. */
export async function openSealed(
  bytes: Uint8Array,
  identities: Identities,
): Promise<Result<WholeSet, string>> {
  const zip = await open(bytes, identities);
  if (!zip.ok) return zip;
  const read = await readArchive(zip.value, LIMITS);
  if (!read.ok) return failure(`there is no task set in it: ${archiveProblemText(read.error)}`);
  const salt = read.value.get(SALT);
  const own = [...read.value].filter(([path]) => path.startsWith(SET));
  const files = new Map(own.map(([path, content]) => [path.slice(SET.length), content]));
  if (salt?.length !== SALT_BYTES || files.size + 1 !== read.value.size) {
    return failure('there is no task set in it: expected a salt, and files in the folder set');
  }
  return success({ files, commitment: commitmentTo(files, salt) });
}

/** In the zip's comment, whose length stands in the last two bytes of a zip without one. */
function padded(zip: Buffer): Buffer {
  const missing = (STEP - (zip.length % STEP)) % STEP;
  zip.writeUInt16LE(missing, zip.length - 2);
  return Buffer.concat([zip, Buffer.alloc(missing)]);
}
