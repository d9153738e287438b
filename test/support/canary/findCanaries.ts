/** Looks for strings in bytes as anyone would who unpacks what is packed. */

import { gunzipSync, inflateSync } from 'node:zlib';
import { readArchive } from '../../../src/runtime/archive/readArchive.ts';

const LIMITS = { bytes: 1e9, entries: 10_000, fileBytes: 1e9, totalBytes: 1e9, deepest: 20 };

/** Those of the strings that occur, as they are or in a usual encoding. */
export async function foundIn(bytes: Uint8Array, strings: readonly string[]): Promise<string[]> {
  const texts = (await layersOf(Buffer.from(bytes))).map((layer) => layer.toString('latin1'));
  return strings.filter((string) =>
    encodingsOf(string).some((encoded) => texts.some((text) => text.includes(encoded))),
  );
}

/** The bytes, and what is packed in them. */
async function layersOf(bytes: Buffer): Promise<Buffer[]> {
  const inner = [
    ...(await zippedIn(bytes)),
    ...unpackedBy(gunzipSync, bytes, [0x1f, 0x8b]),
    ...unpackedBy(inflateSync, bytes, [0x78]),
  ];
  const layers = await Promise.all(inner.map(layersOf));
  return [bytes, ...layers.flat()];
}

async function zippedIn(bytes: Buffer): Promise<Buffer[]> {
  if (bytes.subarray(0, 2).toString() !== 'PK') return [];
  const read = await readArchive(bytes, LIMITS);
  if (!read.ok) throw new Error('a zip that cannot be looked into');
  return [...read.value].flatMap(([name, file]) => [Buffer.from(name), Buffer.from(file)]);
}

function unpackedBy(unpack: (bytes: Buffer) => Buffer, bytes: Buffer, magic: number[]): Buffer[] {
  if (!magic.every((byte, index) => bytes[index] === byte)) return [];
  try {
    return [unpack(bytes)];
  } catch {
    return [];
  }
}

function encodingsOf(string: string): string[] {
  const utf8 = Buffer.from(string);
  const wide = Buffer.from(string, 'utf16le');
  return [
    string,
    utf8.toString('hex'),
    wide.toString('latin1'),
    Buffer.from(wide).swap16().toString('latin1'),
    ...[0, 1, 2].flatMap((offset) => base64At(utf8, offset)),
  ];
}

/** What it looks like in base64 when `offset` bytes stand before it: the middle is the same whatever these are. */
function base64At(bytes: Buffer, offset: number): string[] {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url');
  const middle = whole.slice(offset === 0 ? 0 : 4, Math.floor((offset + bytes.length) / 3) * 4);
  return [middle, middle.replaceAll('-', '+').replaceAll('_', '/')];
}
