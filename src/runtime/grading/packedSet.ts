/** A package for students (`.vsix`) in place of the whole task set: it will do where its author had the set sealed into it. */
import { type Result, failure, success } from '../../core/result.ts';
import { archiveProblemText } from '../archive/archiveProblem.ts';
import { readArchive } from '../archive/readArchive.ts';
import { SEALED_INSIDE } from '../seal/sealedSet.ts';

const MiB = 2 ** 20;

/** Packages that carry Exambench along are the largest. */
const LIMITS = {
  bytes: 512 * MiB,
  entries: 20_000,
  fileBytes: 512 * MiB,
  totalBytes: 1024 * MiB,
  deepest: 20,
};

export function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The sealed file, or a sentence without its full stop on what to grade with instead. */
export async function sealedInPackage(bytes: Uint8Array): Promise<Result<Uint8Array, string>> {
  const read = await readArchive(bytes, LIMITS);
  if (!read.ok) return failure(`no package can be read: ${archiveProblemText(read.error)}`);
  const paths = [...read.value.keys()].filter((path) => path.endsWith(`/${SEALED_INSIDE}`));
  const [sealed] = paths.flatMap((path) => read.value.get(path) ?? []);
  return sealed === undefined || paths.length > 1 ? failure(WITHOUT) : success(sealed);
}

const WITHOUT =
  "this holds what students get, which is not all that grading needs. Grade with the set's folder, or with the file that 'exambench publish --recipient' sealed beside the copy (copy.sealed.age); a package will do only if it was made with --sealed-in";
