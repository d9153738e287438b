/** `manifest.json` of a submission: what was handed in, and the hashes that prove it whole. */

import * as z from 'zod/mini';

const hash = () => z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'));
const name = () => z.string().check(z.minLength(1), z.maxLength(200));

export const manifestSchema = z.strictObject({
  format: z.literal(1),
  taskSet: name(),
  /** of the task set when the attempt was started */
  version: name(),
  /** SHA-256 over the files of the task set that the student had */
  content: z.optional(hash()),
  attempt: name(),
  /** which of the set's variants the student had; 0 where there are none */
  variant: z.int().check(z.gte(0), z.lte(100_000)),
  student: z.optional(name()),
  /** ISO 8601, by the student's clock */
  handedIn: z.iso.datetime(),
  /** the journal's last record: nothing before it can be changed without being noticed; of several segments the last */
  journal: z.strictObject({
    head: z.string().check(z.regex(/^([0-9a-f]{64})?$/, 'a SHA-256 in hexadecimal, or nothing')),
    /** of all segments */
    records: z.int().check(z.gte(0)),
  }),
  /** path in the archive → SHA-256 of the file, for every file but this one */
  files: z.record(name(), hash()),
  /** of the program that wrote it */
  tool: name(),
});

export type Manifest = z.infer<typeof manifestSchema>;
