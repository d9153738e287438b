/** What goes through the queue: submissions with what they are graded with, and what came of them. Both are sealed. */
import * as z from 'zod/mini';
import { CAUSES } from '../../core/gradebook/gradeRecord.ts';
import { type ProviderChoice } from '../attack/attack.ts';
import { readRecord } from '../grading/gradeRecordFile.ts';
import { type SubmissionJob } from '../grading/job.ts';
import { type Graded } from '../grading/workerPool.ts';

/** What all submissions of one grading are graded with. The task set itself is the worker's own copy. */
export interface Run {
  readonly taskSet: string;
  /** SHA-256 over the files of the task set */
  readonly content: string;
  readonly seed: string;
  /** program and version */
  readonly tool: string;
  readonly provider: ProviderChoice;
  readonly requireSandbox: boolean;
}

export interface Parcel {
  readonly run: Run;
  readonly job: SubmissionJob;
  /** plain bytes of what was handed in */
  readonly bytes: Uint8Array;
}

const headSchema = z.strictObject({
  run: z.strictObject({
    taskSet: z.string(),
    content: z.string(),
    seed: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
    tool: z.string(),
    provider: z.enum(['auto', 'cpu', 'cuda']),
    requireSandbox: z.boolean(),
  }),
  job: z.strictObject({
    submission: z.string(),
    form: z.enum(['archive', 'answers']),
    sha256: z.string(),
    earlier: z.optional(z.unknown()),
    again: z.optional(z.array(z.string())),
  }),
});

const gradedSchema = z.union([
  z.strictObject({ ok: z.literal(true), record: z.unknown() }),
  z.strictObject({ ok: z.literal(false), cause: z.enum(CAUSES), reason: z.string() }),
]);

const NEWLINE = 10;

/** A line of JSON, then the bytes as they are. */
export function packParcel({ run, job, bytes }: Parcel): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ run, job })}\n`), bytes]);
}

/** Throws an Error that says what is wrong with it. */
export function readParcel(packed: Uint8Array): Parcel {
  const end = packed.indexOf(NEWLINE);
  const text = new TextDecoder().decode(packed.subarray(0, end));
  const { run, job } = headSchema.parse(JSON.parse(text));
  const { earlier, ...rest } = job;
  const known = earlier === undefined ? {} : { earlier: readRecord(JSON.stringify(earlier)) };
  return { run, job: { ...rest, ...known }, bytes: packed.subarray(end + 1) };
}

export function packGraded(graded: Graded): Uint8Array {
  const { ok } = graded;
  const { cause, reason } = ok ? {} : graded;
  return Buffer.from(JSON.stringify(ok ? { ok, record: graded.record } : { ok, cause, reason }));
}

/** Throws an Error that says what is wrong with it. */
export function readGraded(packed: Uint8Array): Graded {
  const graded = gradedSchema.parse(JSON.parse(new TextDecoder().decode(packed)));
  return graded.ok ? { ok: true, record: readRecord(JSON.stringify(graded.record)) } : graded;
}
