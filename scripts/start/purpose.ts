/** What a folder is opened for. An exam is begun only where nothing of anybody's lies: the rest is opened as it is. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { Failure } from '../progress.mjs';

export type Purpose = 'solving' | 'writing' | 'reading';

/** Left by systems that only showed the folder. */
const UNNOTICED: readonly string[] = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** `solving` is for a folder that is new, empty, or an attempt already. @throws {Failure} when it is no folder */
export async function purposeOf(folder: string): Promise<Purpose> {
  if (existsSync(join(folder, '.exambench/attempt.json'))) return 'solving';
  if (existsSync(join(folder, 'taskset.yaml'))) return 'writing';
  const names = existsSync(folder) ? await namesIn(folder) : [];
  return names.every((name) => UNNOTICED.includes(name)) ? 'solving' : 'reading';
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`${folder} cannot be read: ${reason}`, 'Name another one by --folder PATH.');
  }
}

/**
 * VS Code runs no extension that lies inside a folder that is not trusted yet, and this one runs from where it was built.
 * @throws {Failure} when it lies in the folder
 */
export function refuseAround(extension: string, folder: string): void {
  const way = relative(folder, extension);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw new Failure(
    `${folder} holds Exambench itself (${extension}): VS Code would switch it off there, as the folder is not trusted.`,
    'Name the folder of the task set or of the exam alone: npm start -- --folder PATH',
  );
}
