/** `.exambench/handed-in.json`: what was handed in from a folder, so that a receipt can be found again. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { errorCode, replaceFile } from '../attempt/durableFile.ts';
import { MARKER_FOLDER } from '../attempt/marker.ts';

const handedInSchema = z.object({
  receipt: z.string(),
  /** where it was put */
  path: z.string(),
  /** ISO 8601 */
  time: z.string(),
});

export type HandedIn = z.infer<typeof handedInSchema>;

/** The last one is last. What cannot be read is nothing: the submissions themselves are what counts. */
export async function readHandedIn(studentFolder: string): Promise<readonly HandedIn[]> {
  try {
    const read = z
      .array(handedInSchema)
      .safeParse(JSON.parse(await readFile(pathIn(studentFolder), 'utf8')));
    return read.success ? read.data : [];
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return [];
    throw error;
  }
}

/** @returns all of them */
export async function keepHandedIn(
  studentFolder: string,
  handedIn: HandedIn,
): Promise<readonly HandedIn[]> {
  const all = [...(await readHandedIn(studentFolder)), handedIn];
  await replaceFile(pathIn(studentFolder), `${JSON.stringify(all, undefined, 2)}\n`);
  return all;
}

function pathIn(studentFolder: string): string {
  return join(studentFolder, MARKER_FOLDER, 'handed-in.json');
}
