/**
 * An attempt's journal: append-only files in one folder, the only truth about an attempt. Every opening starts a segment of
 * its own, so two windows never write to the same file and no opening changes what an earlier one wrote.
 */
import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFault } from './diskFault.ts';
import { errorCode, flushFolder } from './durableFile.ts';
import { encodeRecord, type JournalEntry, type JournalRecord, readRecords } from './record.ts';

/** Bytes that did not read as records; they are kept in `file`. */
export interface Damage {
  readonly file: string;
  readonly bytes: number;
}

export interface JournalOpened {
  readonly journal: Journal;
  /** of all segments, oldest segment first */
  readonly records: readonly JournalRecord[];
  readonly damage: readonly Damage[];
}

/** An answer could not be put on disk. The message is a sentence for the student. */
export class SaveError extends Error {
  override readonly name: string = 'SaveError';
}

/** Another window has opened the attempt since. */
export class OwnershipLost extends SaveError {
  override readonly name = 'OwnershipLost';
}

/** Reads what is there. The folder is made when it is missing; the new segment, with the first record. */
export async function openJournal(folder: string): Promise<JournalOpened> {
  await mkdir(folder, { recursive: true });
  const segments = (await readdir(folder)).filter((name) => SEGMENT.test(name)).toSorted();
  const read = await Promise.all(segments.map((name) => readSegment(join(folder, name))));
  return {
    journal: new Journal(folder),
    records: read.flatMap((segment) => segment.records),
    damage: read.flatMap((segment) => segment.damage),
  };
}

/** Names of segments; sorted, the one begun last is last. */
export const SEGMENT = /^journal-[^.]*\.ndj$/;

export class Journal {
  readonly #folder: string;
  #segment: FileHandle | undefined;
  #hash = '';
  #seq = 0;
  /** bytes of the segment that are whole records */
  #end = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Resolves when the entry is on disk. Throws SaveError when it is not; the journal stays usable. */
  append(entry: JournalEntry): Promise<void> {
    const appended = this.#queue.then(() => this.#write(entry));
    this.#queue = appended.catch(() => undefined);
    return appended;
  }

  /** Puts what goes wrong on the disk as a SaveError. */
  async saving<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new SaveError(`Not saved: ${diskFault(error)} (${this.#folder}).`, { cause: error });
    }
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#segment?.close();
    this.#segment = undefined;
  }

  async #write(entry: JournalEntry): Promise<void> {
    const record = { seq: this.#seq, prevHash: this.#hash, time: new Date().toISOString(), entry };
    const { bytes, hash } = encodeRecord(record);
    await this.saving(async () => {
      this.#segment ??= await createSegment(this.#folder, record.time);
      // What a failed write left behind is overwritten.
      await writeAll(this.#segment, bytes, this.#end);
    });
    this.#hash = hash;
    this.#seq += 1;
    this.#end += bytes.length;
  }
}

async function createSegment(folder: string, time: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true });
  const name = `journal-${time.replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.ndj`;
  const handle = await open(join(folder, name), 'wx+', 0o600);
  await flushFolder(folder);
  return handle;
}

async function writeAll(segment: FileHandle, bytes: Buffer, position: number): Promise<void> {
  await segment.truncate(position);
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await segment.write(
      bytes,
      written,
      bytes.length - written,
      position + written,
    );
    written += bytesWritten;
  }
  await segment.datasync();
}

/** Copies a damaged rest aside and reports it, once. */
async function readSegment(
  path: string,
): Promise<{ readonly records: readonly JournalRecord[]; readonly damage: readonly Damage[] }> {
  const bytes = await readFile(path);
  const { records, end } = readRecords(bytes);
  const rest = bytes.subarray(end);
  const file = `${path}.damaged-${end}`;
  const isNews = rest.length > 0 && (await createOnce(file, rest));
  return { records, damage: isNews ? [{ file, bytes: rest.length }] : [] };
}

/** False when the file was there already. */
async function createOnce(path: string, bytes: Buffer): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
