/** What the private key opens: sealed task sets and encrypted submissions. Only this process ever holds it. */

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, failure } from '../core/result.ts';
import { errorCode } from '../runtime/attempt/durableFile.ts';
import { type GradedSet, gradedFiles, gradedFolder } from '../runtime/grading/gradedSet.ts';
import { isPackage, sealedInPackage } from '../runtime/grading/packedSet.ts';
import { readIdentities } from '../runtime/seal/identities.ts';
import { type Identities, isSealed, open } from '../runtime/seal/seal.ts';
import { openSealed, SEALED_INSIDE } from '../runtime/seal/sealedSet.ts';
import { UsageError } from './command.ts';

export interface Keys {
  readonly canDecrypt: boolean;
  /** Throws an Error that says why it cannot be opened. */
  readonly openSet: (path: string) => Promise<GradedSet>;
  /** Or a sentence on why it cannot be opened. */
  readonly decrypt: (bytes: Uint8Array) => Promise<Result<Uint8Array, string>>;
}

/** @param passphrase asked for, by the key file's name, where it is protected by one */
export async function openKeys(
  file: string | undefined,
  passphrase: (file: string) => Promise<string>,
): Promise<Keys> {
  const identities = file === undefined ? [] : await identitiesIn(file, passphrase);
  return {
    canDecrypt: identities.length > 0,
    openSet: async (path) =>
      (await stat(path)).isDirectory()
        ? await folderSet(path, identities)
        : await sealedSet(path, await readFile(path), identities),
    decrypt: async (bytes) => {
      const plain = await open(bytes, identities);
      return plain.ok ? plain : failure(`The file cannot be opened: ${plain.error}.`);
    },
  };
}

async function identitiesIn(
  file: string,
  passphrase: (file: string) => Promise<string>,
): Promise<Identities> {
  const identities = await readIdentities(file, () => passphrase(file));
  if (identities.ok) return identities.value;
  throw new Error(identities.error);
}

/** Or a copy for students with the whole set in it, sealed. */
async function folderSet(folder: string, identities: Identities): Promise<GradedSet> {
  const path = join(folder, SEALED_INSIDE);
  const sealed = identities.length === 0 ? undefined : await bytesIfThere(path);
  return sealed === undefined
    ? await gradedFolder(folder)
    : await sealedSet(path, sealed, identities);
}

async function bytesIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function inPackage(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  const inside = await sealedInPackage(bytes);
  if (inside.ok) return inside.value;
  throw new Error(`${path}: ${inside.error}`);
}

async function sealedSet(
  path: string,
  found: Uint8Array,
  identities: Identities,
): Promise<GradedSet> {
  const bytes = isPackage(found) ? await inPackage(path, found) : found;
  if (!isSealed(bytes)) {
    throw new UsageError(`${path}: expected a task set's folder, or the file that publish sealed`);
  }
  if (identities.length === 0) throw new UsageError(`${path} is sealed: --key FILE is missing`);
  const opened = await openSealed(bytes, identities);
  if (opened.ok) return gradedFiles(opened.value.files);
  throw new Error(`${path}: ${opened.error}`);
}
