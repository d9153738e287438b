/** An attempt's journal as files: what they say about the answers, as far as their chains of hashes hold. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Answer } from '../../core/answer/answer.ts';
import { type Manifest } from '../../core/submission/manifest.ts';
import { errorCode } from '../attempt/durableFile.ts';
import { questionsIn } from '../attempt/questionRecord.ts';
import { type JournalRecord, readRecords } from '../attempt/record.ts';
import { SEGMENT } from '../attempt/journal.ts';

/** segment's name → bytes */
export type JournalFiles = ReadonlyMap<string, Uint8Array>;

export interface JournalState {
  /** as the manifest names them */
  readonly chain: Manifest['journal'];
  /** by question, as they were saved last */
  readonly answers: Readonly<Record<string, Answer>>;
  /** segments with bytes that are no records */
  readonly damaged: readonly string[];
}

/** Segments in the order in which they were begun. None when there is no such folder. */
export async function journalFilesIn(folder: string): Promise<JournalFiles> {
  const names = await namesIn(folder);
  const segments = names.filter((name) => SEGMENT.test(name)).toSorted();
  const read = segments.map(async (name) => [name, await readFile(join(folder, name))] as const);
  return new Map(await Promise.all(read));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

export function isSegment(name: string): boolean {
  return SEGMENT.test(name);
}

/** Never throws: what is no record of this program is damage. */
export function journalState(files: JournalFiles): JournalState {
  const segments = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => ({ name, size: bytes.length, ...readRecords(Buffer.from(bytes)) }));
  const records = segments.flatMap((segment) => segment.records).filter(isWellFormed);
  const answered = [...questionsIn(records)].flatMap(([id, { answer }]) =>
    answer === undefined ? [] : [[id, answer] as const],
  );
  const all = segments.reduce((sum, segment) => sum + segment.records.length, 0);
  return {
    chain: { head: segments.at(-1)?.hash ?? '', records: all },
    answers: Object.fromEntries(answered),
    damaged: segments
      .filter(({ end, size, records: read }) => end < size || !read.every(isWellFormed))
      .map(({ name }) => name),
  };
}

const text = z.string();
const revision = z.number();
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), question: text, answer: z.unknown(), revision }),
  z.object({ kind: z.literal('verdict'), question: text, revision }),
  z.object({ kind: z.literal('kept-file'), file: text, text }),
]);

/** Hashes say that nobody changed it since, not that this program wrote it. */
function isWellFormed({ time, entry }: JournalRecord): boolean {
  return !Number.isNaN(Date.parse(time)) && entrySchema.safeParse(entry).success;
}
