/**
 * Unpacks zips that strangers made, in memory alone. Sizes that the archive states are believed only as far as they make
 * it worse: bytes are counted while they are unpacked.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { type Result, failure, success } from '../../core/result.ts';
import { type ArchiveProblem, Refusal } from './archiveProblem.ts';
import { readEnding } from './ending.ts';
import { type ArchiveLimits } from './limits.ts';
import { listEntries, type Listed } from './listing.ts';

/** path with slashes → bytes */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Every file, or the first thing that is wrong. Folders have no entry of their own, and what macOS and Windows add by
 * themselves (`__MACOSX`, `.DS_Store`, `Thumbs.db`) is checked like the rest and left out. Never throws, writes nothing.
 */
export async function readArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
): Promise<Result<ArchiveFiles, ArchiveProblem>> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return success(await unpacked(archive, limits));
  } catch (error) {
    if (error instanceof Refusal) return failure(error.problem);
    throw error;
  }
}

async function unpacked(archive: Buffer, limits: ArchiveLimits): Promise<ArchiveFiles> {
  refuseMore(archive.length, limits.bytes, 'bytes');
  const ending = readEnding(archive);
  refuseMore(ending.entries, limits.entries, 'files');
  const listed = await listEntries(archive, ending, limits);
  const wanted = listed.filter(({ name }) => !name.endsWith('/') && !isSystems(name));
  const stated = wanted.reduce((sum, { size }) => sum + size, 0);
  refuseMore(stated, limits.totalBytes, 'bytes in all files');
  const files = new Map<string, Uint8Array>();
  for (const entry of wanted) {
    if (limits.allows?.(entry.name) === false) {
      throw new Refusal({ entry: entry.name, expected: 'no such file', found: 'it' });
    }
    files.set(entry.name, contentOf(archive, entry));
  }
  return files;
}

function refuseMore(found: number, most: number, what: string): void {
  if (found > most) throw new Refusal({ expected: `at most ${most} ${what}`, found: `${found}` });
}

/** Put there by the system that packed or looked into the folder. */
function isSystems(name: string): boolean {
  return /^__MACOSX\//.test(name) || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);
}

/** Throws Refusal when the bytes are not those that the archive announces. */
function contentOf(archive: Buffer, entry: Listed): Uint8Array {
  const packed = archive.subarray(entry.dataStart, entry.dataEnd);
  const content = entry.method === 'stored' ? Buffer.from(packed) : inflated(packed, entry);
  const { name, size } = entry;
  if (content.length !== size) {
    throw new Refusal({ entry: name, expected: `${size} bytes`, found: `${content.length}` });
  }
  const checksum = crc32(content);
  if (checksum !== entry.crc32) {
    throw new Refusal({
      entry: name,
      expected: `checksum ${entry.crc32.toString(16)}`,
      found: checksum.toString(16),
    });
  }
  return content;
}

/** Stops as soon as there is one byte more than the archive says, which is within the limits. */
function inflated(packed: Buffer, { name, size }: Listed): Buffer {
  try {
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: Math.max(size, 1),
      info: true,
    }) as unknown as Inflated; // what `info` returns is missing in the types
    if (engine.bytesWritten !== packed.length) {
      const found = `${packed.length - engine.bytesWritten} bytes behind it`;
      throw new Refusal({ entry: name, expected: 'nothing but the packed file', found });
    }
    return buffer;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(inflationProblem(name, size, error));
  }
}

interface Inflated {
  readonly buffer: Buffer;
  /** `bytesWritten`: how many packed bytes were used */
  readonly engine: { readonly bytesWritten: number };
}

function inflationProblem(entry: string, size: number, error: unknown): ArchiveProblem {
  const isMore = error instanceof RangeError;
  if (isMore) return { entry, expected: `${size} bytes`, found: 'more' };
  const found = error instanceof Error ? error.message : String(error);
  return { entry, expected: 'deflated bytes', found };
}
