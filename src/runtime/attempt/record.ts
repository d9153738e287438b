/**
 * The records of an attempt's journal, as bytes: `length sha256\n{json}\n`. Each record carries the hash of the one
 * before it, so a record that was lost, changed or torn by a power cut is noticed, and everything before it still reads.
 */
import { createHash } from 'node:crypto';
import { type Answer } from '../../core/answer/answer.ts';
import { type Verdict } from '../../core/grade/verdict.ts';

/** What is kept for good. */
export type JournalEntry =
  | {
      readonly kind: 'answer';
      readonly question: string;
      /** null: the answer was taken back */
      readonly answer: Answer | null;
      readonly revision: number;
    }
  | {
      readonly kind: 'verdict';
      readonly question: string;
      /** of the answer that was checked */
      readonly revision: number;
      readonly verdict: Verdict;
    }
  /** a file's text before the student let it be replaced */
  | { readonly kind: 'kept-file'; readonly file: string; readonly text: string };

export interface JournalRecord {
  readonly seq: number;
  /** sha256 of the previous record's json; empty for the first */
  readonly prevHash: string;
  /** ISO 8601 */
  readonly time: string;
  readonly entry: JournalEntry;
}

export interface RecordsRead {
  readonly records: readonly JournalRecord[];
  /** hash of the last good record; empty when there is none */
  readonly hash: string;
  /** byte offset up to which the bytes are good; less than their length when the rest is damaged */
  readonly end: number;
}

export function encodeRecord(record: JournalRecord): {
  readonly bytes: Buffer;
  readonly hash: string;
} {
  const json = Buffer.from(JSON.stringify(record), 'utf8');
  const hash = sha256(json);
  const head = Buffer.from(`${json.length} ${hash}\n`, 'latin1');
  return { bytes: Buffer.concat([head, json, NEWLINE]), hash };
}

/** Reads up to the first bad record. Never throws. */
export function readRecords(bytes: Buffer): RecordsRead {
  const records: JournalRecord[] = [];
  let hash = '';
  let end = 0;
  for (;;) {
    const next = readRecord(bytes, end);
    if (next === undefined) break;
    if (next.record.seq !== records.length || next.record.prevHash !== hash) break;
    records.push(next.record);
    ({ hash, end } = next);
  }
  return { records, hash, end };
}

const NEWLINE = Buffer.from('\n');
const HEAD = /^(\d{1,10}) ([0-9a-f]{64})$/;
/** Ten digits, a space, the hash, a newline. */
const LONGEST_HEAD = 76;

function readRecord(
  bytes: Buffer,
  start: number,
): { readonly record: JournalRecord; readonly hash: string; readonly end: number } | undefined {
  const headEnd = bytes.subarray(start, start + LONGEST_HEAD).indexOf(NEWLINE);
  const head = HEAD.exec(bytes.toString('latin1', start, start + Math.max(0, headEnd)));
  if (head === null) return undefined;
  const jsonStart = start + headEnd + 1;
  const jsonEnd = jsonStart + Number(head[1]);
  if (bytes[jsonEnd] !== NEWLINE[0]) return undefined;
  const json = bytes.subarray(jsonStart, jsonEnd);
  const hash = sha256(json);
  if (hash !== head[2]) return undefined;
  const record = parsed(json.toString('utf8'));
  return record === undefined ? undefined : { record, hash, end: jsonEnd + 1 };
}

/** The checksum says that this program wrote it, unless somebody means to deceive: then what is in `entry` is anything. */
function parsed(json: string): JournalRecord | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as JournalRecord) : undefined;
  } catch {
    return undefined;
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
