/**
 * The end of a zip, read before anything else: it says how many files there are and where their list lies, so that an
 * archive of too many is refused without listing one (APPNOTE.TXT 4.3.16).
 */
import { Refusal } from './archiveProblem.ts';

export interface Ending {
  readonly entries: number;
  /** byte offset of the list of files, which ends where this record begins */
  readonly listStart: number;
  readonly listEnd: number;
}

const SIGNATURE = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
/** of the record without its comment */
const BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/** Throws Refusal. */
export function readEnding(archive: Buffer): Ending {
  const at = startOf(archive);
  refuseZip64(archive, at);
  const listed = archive.readUInt16LE(at + 8);
  const entries = archive.readUInt16LE(at + 10);
  const listBytes = archive.readUInt32LE(at + 12);
  const listStart = archive.readUInt32LE(at + 16);
  if (archive.readUInt32LE(at + 4) !== 0 || listed !== entries) {
    throw new Refusal({ expected: 'one file', found: 'a part of an archive in several' });
  }
  if (listStart + listBytes !== at) {
    throw new Refusal({
      expected: `the list of files to end at byte ${at}`,
      found: `${listStart + listBytes}`,
    });
  }
  return { entries, listStart, listEnd: at };
}

function startOf(archive: Buffer): number {
  const earliest = Math.max(0, archive.length - BYTES - LONGEST_COMMENT);
  for (let at = archive.length - BYTES; at >= earliest; at--) {
    if (archive.readUInt32LE(at) !== SIGNATURE) continue;
    const rest = archive.length - at - BYTES;
    const comment = archive.readUInt16LE(at + 20);
    if (comment === rest) return at;
    throw new Refusal({
      expected: `the archive to end after a comment of ${comment} bytes`,
      found: `${rest} bytes`,
    });
  }
  throw new Refusal({ expected: 'a zip archive', found: 'a file without the end of one' });
}

/** Only needed beyond 4 GiB or 65 534 files; below, it says the same thing twice, and may say two different things. */
function refuseZip64(archive: Buffer, at: number): void {
  const locator = at - LOCATOR_BYTES;
  const isStated = [10, 8].some((field) => archive.readUInt16LE(at + field) === 0xffff);
  const isOffset = [12, 16].some((field) => archive.readUInt32LE(at + field) === 0xffffffff);
  if (isStated || isOffset || (locator >= 0 && archive.readUInt32LE(locator) === ZIP64_LOCATOR)) {
    throw new Refusal({ expected: 'an archive below 4 GiB and 65535 files', found: 'a zip64' });
  }
}
