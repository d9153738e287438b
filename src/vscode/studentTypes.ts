/** The types that a student's editor works with: those of `exambench/torch`, and of the little else that programs may use. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MARKER_FOLDER } from '../runtime/attempt/marker.ts';
import { type FolderFiles } from '../runtime/attempt/studentFolder.ts';

/** Where the handed out `tsconfig.json` looks for `exambench/torch`. */
const FOLDER = `${MARKER_FOLDER}/types/torch`;

const CONSOLE = `/** What you print is shown with the result of a run. */
declare const console: Readonly<
  Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...values: readonly unknown[]) => void>
>;
`;

/** `dist` is where the build lies. Throws when it is incomplete. */
export async function studentTypes(dist: string): Promise<FolderFiles> {
  const torch = await readFile(join(dist, 'torch', 'index.d.ts'), 'utf8');
  return {
    [`${FOLDER}/index.d.ts`]: `/// <reference path="./console.d.ts" />\n${torch}`,
    [`${FOLDER}/console.d.ts`]: CONSOLE,
  };
}
