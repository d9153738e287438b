import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, SaveError } from '../../../src/runtime/attempt/journal.ts';
import {
  encodeRecord,
  type JournalEntry,
  readRecords,
} from '../../../src/runtime/attempt/record.ts';

const answer = (question: string, text: string, revision = 1): JournalEntry => ({
  kind: 'answer',
  question,
  answer: { text },
  revision,
});

describe('records', () => {
  const entries = [
    answer('3c', 'Größe ‖w‖₁'),
    answer('5c', 'noise\nand more'),
    answer('3c', '', 2),
  ];
  const chain = () => {
    let prevHash = '';
    return entries.map((entry, seq) => {
      const encoded = encodeRecord({ seq, prevHash, time: '2026-01-01T00:00:00.000Z', entry });
      prevHash = encoded.hash;
      return encoded.bytes;
    });
  };

  it('reads back what was written', () => {
    const bytes = Buffer.concat(chain());
    const read = readRecords(bytes);
    expect(read.records.map((record) => record.entry)).toEqual(entries);
    expect(read.end).toBe(bytes.length);
  });

  it('recovers exactly the whole records, wherever the bytes are cut off', () => {
    const parts = chain();
    const bytes = Buffer.concat(parts);
    const ends = parts.map((_, i) => Buffer.concat(parts.slice(0, i + 1)).length);
    for (let length = 0; length <= bytes.length; length += 1) {
      const read = readRecords(bytes.subarray(0, length));
      const whole = ends.filter((end) => end <= length);
      expect(read.records).toHaveLength(whole.length);
      expect(read.end).toBe(whole.at(-1) ?? 0);
    }
  });

  it('stops at a changed byte and keeps everything before it', () => {
    const parts = chain();
    const bytes = Buffer.concat(parts);
    const [first, second] = parts.map((part) => part.length);
    for (let offset = first ?? 0; offset < (first ?? 0) + (second ?? 0); offset += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed.readUInt8(offset) + 1) % 256, offset);
      expect(readRecords(changed).records.map(({ entry }) => entry)).toEqual(entries.slice(0, 1));
    }
  });

  it('does not take a record whose predecessor is missing', () => {
    const [first, , third] = chain();
    const bytes = Buffer.concat([first ?? Buffer.alloc(0), third ?? Buffer.alloc(0)]);
    expect(readRecords(bytes).records).toHaveLength(1);
  });

  it('is not misled by a tail of zeros or ones', () => {
    const bytes = Buffer.concat(chain());
    for (const fill of [0x00, 0xff, 0x0a, 0x30]) {
      const read = readRecords(Buffer.concat([bytes, Buffer.alloc(4096, fill)]));
      expect(read.records).toHaveLength(entries.length);
      expect(read.end).toBe(bytes.length);
    }
  });
});

describe('a journal on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const segments = async () => (await readdir(folder)).filter((name) => name.endsWith('.ndj'));

  it('keeps the order of many appends that were not awaited', async () => {
    const { journal } = await openJournal(folder);
    const entries = Array.from({ length: 40 }, (_, i) => answer('1.1', `#${i}`, i + 1));
    await Promise.all(entries.map((entry) => journal.append(entry)));
    await journal.close();
    const { records, damage } = await openJournal(folder);
    expect(records.map(({ entry }) => entry)).toEqual(entries);
    expect(damage).toEqual([]);
  });

  it('has an entry on disk when append resolves', async () => {
    const { journal } = await openJournal(folder);
    await journal.append(answer('3c', 'on disk'));
    const [name] = await segments();
    const read = readRecords(await readFile(join(folder, name ?? '')));
    expect(read.records.map(({ entry }) => entry)).toEqual([answer('3c', 'on disk')]);
    await journal.close();
  });

  it('makes no file before the first entry', async () => {
    const { journal } = await openJournal(folder);
    await journal.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives each opening a segment of its own and reads them all', async () => {
    for (const text of ['first', 'second', 'third']) {
      const { journal } = await openJournal(folder);
      await journal.append(answer('3c', text));
      await journal.close();
    }
    expect(await segments()).toHaveLength(3);
    const { records } = await openJournal(folder);
    expect(records).toHaveLength(3);
  });

  it('keeps a damaged rest aside and reports it once', async () => {
    const { journal } = await openJournal(folder);
    await journal.append(answer('3c', 'good'));
    await journal.close();
    const [name] = await segments();
    const path = join(folder, name ?? '');
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.from('17 torn')]));

    const first = await openJournal(folder);
    expect(first.records).toHaveLength(1);
    expect(first.damage).toEqual([
      { file: expect.stringContaining('.damaged-') as string, bytes: 7 },
    ]);
    expect(await readFile(first.damage[0]?.file ?? '', 'utf8')).toBe('17 torn');
    expect((await openJournal(folder)).damage).toEqual([]);
  });

  it('has every entry that was acknowledged when the process is killed, and reads on from there', async () => {
    let acknowledged = 0;
    for (const saves of [1, 7, 30]) {
      acknowledged += await killAfter(saves);
      const { records, damage } = await openJournal(folder);
      expect(records.length).toBeGreaterThanOrEqual(acknowledged);
      expect(damage.length).toBeLessThanOrEqual(1);
    }
  });

  /** Resolves to how many saves the process had acknowledged before it was killed. */
  async function killAfter(saves: number): Promise<number> {
    const saver = spawn(process.execPath, [join(import.meta.dirname, 'saver.ts'), folder]);
    let acknowledged = 0;
    saver.stdout.on('data', (chunk: Buffer) => {
      acknowledged += chunk.toString().split('\n').length - 1;
      if (acknowledged >= saves) saver.kill('SIGKILL');
    });
    await once(saver, 'close');
    return acknowledged;
  }

  it('says that an entry is not saved when the disk refuses, and goes on once it accepts', async () => {
    const { journal } = await openJournal(folder);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file where the folder was');
    await expect(journal.append(answer('3c', 'lost'))).rejects.toThrow(SaveError);
    await rm(folder);
    await journal.append(answer('3c', 'kept'));
    await journal.close();
    const { records } = await openJournal(folder);
    expect(records.map(({ entry }) => entry)).toEqual([answer('3c', 'kept')]);
  });
});
