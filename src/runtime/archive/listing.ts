/**
 * The list of files of an archive. yauzl reads its records; what is asked of them beyond that is here: that they are
 * plain files with fit names, that none stands twice, and that each says in front of its bytes what the list says.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type LocalFileHeader, type ZipFile } from 'yauzl';
import { Refusal } from './archiveProblem.ts';
import { type Ending } from './ending.ts';
import { fitName, sameFileKey, unfitness } from './entryName.ts';
import { type ArchiveLimits } from './limits.ts';

/** One file, with its place in the archive. */
export interface Listed {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc32: number;
  /** bytes when unpacked, as the archive says */
  readonly size: number;
  /** byte offsets of what belongs to the file: its header, then its packed bytes */
  readonly start: number;
  readonly dataStart: number;
  readonly dataEnd: number;
  /** its sizes may stand once more behind its bytes */
  readonly hasDescriptor: boolean;
}

/** All of them, folders too, in the order of the list. Throws Refusal. */
export async function listEntries(
  archive: Buffer,
  ending: Ending,
  limits: ArchiveLimits,
): Promise<Listed[]> {
  const zip = await damageAsRefusal(
    fromBufferPromise(archive, { decodeStrings: false, autoClose: false }),
  );
  const listed: Listed[] = [];
  const entries = zip.eachEntry();
  for (;;) {
    const next = await damageAsRefusal(entries.next());
    if (next.done === true) break;
    listed.push(await listedEntry(zip, next.value, limits));
  }
  refuseRepeated(listed);
  refuseDisorder(listed, ending);
  return listed;
}

/** What the reader complains about becomes a problem of the archive. */
async function damageAsRefusal<T>(reading: Promise<T>, entry?: string): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new Refusal({ entry, expected: 'a whole zip archive', found });
  }
}

async function listedEntry(zip: ZipFile, entry: Entry, limits: ArchiveLimits): Promise<Listed> {
  const name = nameOf(entry, limits);
  refuseSpecial(entry, name);
  const size = entry.uncompressedSize;
  if (size > limits.fileBytes) {
    throw new Refusal({
      entry: name,
      expected: `at most ${limits.fileBytes} bytes`,
      found: `${size}`,
    });
  }
  const local = await damageAsRefusal(zip.readLocalFileHeaderPromise(entry), name);
  const hasDescriptor = (entry.generalPurposeBitFlag & DESCRIPTOR) !== 0;
  refuseOtherHeader(entry, local, name);
  return {
    name,
    method: entry.compressionMethod === 0 ? 'stored' : 'deflated',
    crc32: entry.crc32,
    size,
    start: entry.relativeOffsetOfLocalHeader,
    dataStart: local.fileDataStart,
    dataEnd: local.fileDataStart + entry.compressedSize,
    hasDescriptor,
  };
}

const ENCRYPTED = 0x2041;
const DESCRIPTOR = 0x0008;
const PATCH = 0x0020;

function nameOf(entry: Entry, { deepest }: ArchiveLimits): string {
  // without decodeStrings the reader hands out bytes, which its types do not say
  const name = utf8(entry.fileNameRaw);
  if (name === undefined) {
    const found = entry.fileNameRaw.toString('latin1');
    throw new Refusal({ entry: found, expected: 'a name in UTF-8', found: 'other bytes' });
  }
  const unfit = unfitness(name, deepest);
  if (unfit !== undefined) {
    throw new Refusal({ entry: name, expected: fitName(deepest), found: unfit });
  }
  refuseSecondName(entry, name);
  return name;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const UNICODE_PATH = 0x7075;

/** Info-ZIP's extra field may name the file differently from the header (APPNOTE.TXT 4.6.9). */
function refuseSecondName({ extraFields, fileNameRaw }: Entry, name: string): void {
  for (const { id, data } of extraFields) {
    if (id !== UNICODE_PATH) continue;
    const isMeant = data.length >= 5 && data.readUInt32LE(1) === crc32(fileNameRaw);
    if (isMeant && utf8(data.subarray(5)) !== name) {
      throw new Refusal({ entry: name, expected: 'one name', found: 'a second one' });
    }
  }
}

const KIND = 0o170000;
const FOLDER = 0o040000;
const PLAIN = 0o100000;
const SPECIAL_RIGHTS = 0o7000;
const DOS_FOLDER = 0x10;

/** Only plain files and folders, stored or deflated, in the clear. */
function refuseSpecial(entry: Entry, name: string): void {
  const found = specialty(entry, name);
  if (found !== undefined) {
    throw new Refusal({ entry: name, expected: 'a plain file or folder', found });
  }
}

function specialty(entry: Entry, name: string): string | undefined {
  const mode = entry.externalFileAttributes >>> 16;
  const isFolder = name.endsWith('/');
  const kind = mode & KIND;
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return 'an encrypted one';
  if ((entry.generalPurposeBitFlag & PATCH) !== 0) return 'a patch';
  if (kind === 0o120000) return 'a symbolic link';
  if (kind !== 0 && kind !== (isFolder ? FOLDER : PLAIN)) return `file mode ${mode.toString(8)}`;
  if (!isFolder && (mode & SPECIAL_RIGHTS) !== 0) return `file mode ${mode.toString(8)}`;
  if (!isFolder && (entry.externalFileAttributes & DOS_FOLDER) !== 0) return 'a folder as a file';
  if (isFolder && entry.uncompressedSize > 0) return 'a folder with bytes of its own';
  return entry.compressionMethod === 0 || entry.compressionMethod === 8
    ? undefined
    : `compression method ${entry.compressionMethod}`;
}

/** Readers that start in front believe the header there, others the list: both have to say the same. */
function refuseOtherHeader(entry: Entry, local: LocalFileHeader, name: string): void {
  const isLater = (local.generalPurposeBitFlag & DESCRIPTOR) !== 0;
  const pairs: readonly (readonly [string, number | string, number | string])[] = [
    ['name', entry.fileNameRaw.toString('hex'), local.fileName.toString('hex')],
    ['method', entry.compressionMethod, local.compressionMethod],
    ['flags', entry.generalPurposeBitFlag & STRUCTURAL, local.generalPurposeBitFlag & STRUCTURAL],
    ...(isLater
      ? []
      : ([
          ['checksum', entry.crc32, local.crc32],
          ['size', sizeIn(entry.uncompressedSize, local.uncompressedSize), local.uncompressedSize],
          ['packed size', sizeIn(entry.compressedSize, local.compressedSize), local.compressedSize],
        ] as const)),
  ];
  for (const [what, expected, found] of pairs) {
    if (expected === found) continue;
    throw new Refusal({
      entry: name,
      expected: `the ${what} of the list (${expected}) in front of its bytes`,
      found: `${found}`,
    });
  }
}

const STRUCTURAL = ENCRYPTED | DESCRIPTOR | PATCH;
const IN_ZIP64 = 0xffffffff;

/** A writer that did not know the size in advance leaves room for a large one. */
function sizeIn(listed: number, local: number): number {
  return local === IN_ZIP64 ? IN_ZIP64 : listed;
}

function refuseRepeated(listed: readonly Listed[]): void {
  const seen = new Map<string, string>();
  for (const { name } of listed) {
    const key = sameFileKey(name.replace(/\/$/, ''));
    const other = seen.get(key);
    if (other !== undefined) {
      throw new Refusal({
        entry: name,
        expected: 'every file once',
        found: `a second one (${JSON.stringify(other)})`,
      });
    }
    seen.set(key, name);
  }
  for (const { name } of listed) {
    const key = sameFileKey(name.replace(/\/$/, ''));
    const outer = foldersOf(key).find((folder) => seen.get(folder)?.endsWith('/') === false);
    if (outer !== undefined) {
      throw new Refusal({ entry: name, expected: `${outer} to be a folder`, found: 'a file' });
    }
  }
}

/** `a/b/c` lies in `a` and `a/b`. */
function foldersOf(key: string): string[] {
  const parts = key.split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Checksum, packed and unpacked size, with and without a signature, of 4 or 8 bytes (APPNOTE.TXT 4.3.9). */
const DESCRIPTOR_BYTES: readonly number[] = [12, 16, 20, 24];

/** The files follow each other from the first byte to the list: none shares bytes with another, none hides between. */
function refuseDisorder(listed: readonly Listed[], { listStart }: Ending): void {
  let end = 0;
  let gaps: readonly number[] = [0];
  for (const { name, start, dataEnd, hasDescriptor } of listed.toSorted(
    (a, b) => a.start - b.start,
  )) {
    refuseGap(name, { expected: end, gaps, found: start });
    end = dataEnd;
    gaps = hasDescriptor ? DESCRIPTOR_BYTES : [0];
  }
  refuseGap(undefined, { expected: end, gaps, found: listStart });
}

interface Gap {
  readonly expected: number;
  readonly gaps: readonly number[];
  readonly found: number;
}

function refuseGap(entry: string | undefined, { expected, gaps, found }: Gap): void {
  if (gaps.includes(found - expected)) return;
  const what = entry === undefined ? 'the list of files' : 'it';
  throw new Refusal({
    entry,
    expected: `${what} to begin where the file before ends (byte ${expected})`,
    found: `byte ${found}`,
  });
}
