/** Where the copy for an exam keeps pictures and models: under their hashes, so that no name tells anything. */

import * as z from 'zod/mini';
import { sha256 } from '../taskset/schema/fields.ts';
import { type ModelReference } from '../taskset/taskSet.ts';

/** The file that holds everything else. */
export const COPY_FILE = 'exam.json';

export const pinnedSchema = z.strictObject({
  file: z.string().check(z.regex(/^files\/[0-9a-f]{64}\.[A-Za-z0-9]{1,10}$/, 'a file of the copy')),
  sha256: sha256(),
});

/** @param file as in `5-programming/model.onnx` */
export function pinnedUnder({ file, sha256: hash }: ModelReference): ModelReference {
  return { file: `files/${hash}.${endingOf(file)}`, sha256: hash };
}

function endingOf(file: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(file)?.[1] ?? 'bin';
}
