/** Makes zips byte by byte, so that every field of them can lie. Honest where nothing is said. */

import { crc32, deflateRawSync } from 'node:zlib';

export interface MadeEntry {
  readonly name: string | Uint8Array;
  readonly content?: Uint8Array | string;
  readonly method?: number;
  readonly flags?: number;
  /** packed bytes; those of the content unless stated */
  readonly packed?: Uint8Array;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  /** Unix mode; 0 as from systems without */
  readonly mode?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
  /** where the list says that it lies */
  readonly offset?: number;
  readonly extra?: Uint8Array;
  /** what stands in front of the bytes, where it is not what the list says */
  readonly local?: {
    readonly name?: string;
    readonly method?: number;
    readonly flags?: number;
    readonly size?: number;
    readonly crc?: number;
    readonly extra?: Uint8Array;
  };
  /** put behind the bytes: sizes that were not known before */
  readonly descriptor?: Uint8Array;
}

export interface MadeArchive {
  readonly entries: readonly MadeEntry[];
  readonly prefix?: Uint8Array;
  readonly beforeList?: Uint8Array;
  readonly beforeEnd?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly count?: number;
  readonly countHere?: number;
  readonly disk?: number;
  readonly listBytes?: number;
  readonly listStart?: number;
  readonly commentLength?: number;
}

const STORED = 0;
const DEFLATED = 8;
const UNIX = 3 << 8;

export function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => bytes.writeUInt16LE(value, 2 * index));
  return bytes;
}

export function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32LE(value >>> 0, 4 * index));
  return bytes;
}

export function u64(...values: readonly bigint[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, index) => bytes.writeBigUInt64LE(value, 8 * index));
  return bytes;
}

/** A data descriptor with its signature. */
export function descriptorOf(content: Uint8Array, packed: Uint8Array): Buffer {
  return Buffer.concat([u32(0x08074b50, crc32(content), packed.length, content.length)]);
}

export function makeZip(archive: MadeArchive): Buffer {
  const parts: Buffer[] = [Buffer.from(archive.prefix ?? [])];
  const list: Buffer[] = [];
  let at = parts[0]?.length ?? 0;
  for (const entry of archive.entries) {
    const { local, central } = entryBytes(entry, at);
    parts.push(local);
    list.push(central);
    at += local.length;
  }
  const before = Buffer.from(archive.beforeList ?? []);
  const listed = Buffer.concat(list);
  const ending = endingOf(archive, { start: at + before.length, bytes: listed.length });
  const behind = Buffer.from(archive.beforeEnd ?? []);
  return Buffer.concat([
    ...parts,
    before,
    listed,
    behind,
    ending,
    Buffer.from(archive.suffix ?? []),
  ]);
}

function endingOf(archive: MadeArchive, list: { start: number; bytes: number }): Buffer {
  const { entries, count = entries.length, comment = Buffer.alloc(0) } = archive;
  return Buffer.concat([
    u32(0x06054b50),
    u16(archive.disk ?? 0, 0, archive.countHere ?? count, count),
    u32(archive.listBytes ?? list.bytes, archive.listStart ?? list.start),
    u16(archive.commentLength ?? comment.length),
    comment,
  ]);
}

function entryBytes(entry: MadeEntry, at: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(entry.content ?? '');
  const { method = content.length > 0 ? DEFLATED : STORED, flags = 0x0800 } = entry;
  const packed = Buffer.from(
    entry.packed ?? (method === DEFLATED ? deflateRawSync(content) : content),
  );
  const name = Buffer.from(entry.name);
  const extra = Buffer.from(entry.extra ?? []);
  const crc = entry.crc ?? crc32(content);
  const size = entry.size ?? content.length;
  const packedSize = entry.packedSize ?? packed.length;
  const isLater = (flags & 8) !== 0;
  const front = entry.local ?? {};
  const localName = Buffer.from(front.name ?? name);
  const localExtra = Buffer.from(front.extra ?? extra);
  const local = Buffer.concat([
    u32(0x04034b50),
    u16(20, front.flags ?? flags, front.method ?? method, 0, 0x21),
    u32(
      isLater ? 0 : (front.crc ?? crc),
      isLater ? 0 : packedSize,
      isLater ? 0 : (front.size ?? size),
    ),
    u16(localName.length, localExtra.length),
    localName,
    localExtra,
    packed,
    Buffer.from(entry.descriptor ?? []),
  ]);
  const mode = entry.mode ?? 0o100644;
  const central = Buffer.concat([
    u32(0x02014b50),
    u16(entry.madeBy ?? UNIX | 20, 20, flags, method, 0, 0x21),
    u32(crc, packedSize, size),
    u16(name.length, extra.length, 0, 0, 0),
    u32(entry.attributes ?? mode * 0x10000, entry.offset ?? at),
    name,
    extra,
  ]);
  return { local, central };
}
