/** Reads grade records and decisions back from their text. Whatever is none is an error that says why. */
import * as z from 'zod/mini';
import { CAUSES, type Decisions, type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { VERDICT_KINDS } from '../../core/grade/verdict.ts';

const question = z.looseObject({
  verdict: z.enum(VERDICT_KINDS),
  points: z.number(),
  maxPoints: z.number(),
  feedback: z.array(z.string()),
  evidence: z.optional(z.record(z.string(), z.unknown())),
  cause: z.enum(CAUSES),
  settled: z.boolean(),
  basis: z.optional(z.string()),
});

const record: z.ZodMiniType<GradeRecord> = z.looseObject({
  format: z.literal(1),
  submission: z.string(),
  file: z.optional(z.string()),
  sha256: z.string(),
  taskSet: z.string(),
  version: z.string(),
  content: z.string(),
  variant: z.int(),
  student: z.optional(z.string()),
  attempt: z.optional(z.string()),
  receipt: z.optional(z.string()),
  handedIn: z.optional(z.string()),
  cause: z.enum(CAUSES),
  reason: z.optional(z.string()),
  notes: z.optional(z.array(z.string())),
  points: z.number(),
  maxPoints: z.number(),
  questions: z.record(z.string(), question),
  answers: z.record(z.string(), z.unknown()),
  isolation: z.enum(['bubblewrap', 'permission', 'none']),
  seed: z.string(),
  tool: z.string(),
  times: z.strictObject({ gradedAt: z.string(), ms: z.number() }),
});

const decisions: z.ZodMiniType<Decisions> = z.looseObject({
  format: z.literal(1),
  submission: z.string(),
  questions: z.record(
    z.string(),
    z.looseObject({
      points: z.number(),
      ticks: z.optional(z.array(z.int())),
      comment: z.optional(z.string()),
      decidedAt: z.string(),
    }),
  ),
});

/** Throws an Error that names the field. */
export function readRecord(text: string): GradeRecord {
  return checked(record, 'grade record', text);
}

/** Throws an Error that names the field. */
export function readDecisions(text: string): Decisions {
  return checked(decisions, 'file of decisions', text);
}

function checked<T>(schema: z.ZodMiniType<T>, what: string, text: string): T {
  const read = schema.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`no ${what}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
