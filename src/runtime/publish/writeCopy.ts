/** Writes a published copy: all of it or nothing, and never over something else. */
import { lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { problemText } from '../../core/taskset/problem.ts';
import { everyVariant } from '../taskSetFiles.ts';
import { type Published } from './publishTaskSet.ts';

export interface Written {
  readonly folder: string;
  /** beside it; undefined where nothing was sealed */
  readonly sealed?: string | undefined;
}

/** Throws where something is in the way, and when the copy that was written cannot be read. */
export async function writeCopy(
  { files, sealed }: Published,
  source: string,
  out: string,
): Promise<Written> {
  const folder = resolve(out);
  const beside = `${folder}.sealed.age`;
  await refuseObstacles(source, folder, sealed === undefined ? undefined : beside);
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  try {
    for (const [path, bytes] of files) await put(join(part, path), bytes);
    await expectReadable(part);
    if (sealed !== undefined) await writeFile(beside, sealed, { flag: 'wx' });
    await rmdir(folder).catch(() => undefined);
    await rename(part, folder);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  return { folder, ...(sealed === undefined ? {} : { sealed: beside }) };
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

async function refuseObstacles(
  source: string,
  folder: string,
  beside: string | undefined,
): Promise<void> {
  const inside = `${resolve(source)}${sep}`;
  if (`${folder}${sep}`.startsWith(inside)) {
    throw new Error('the copy may not lie inside the task set: give --out another folder');
  }
  const found = await readdir(folder).catch(() => []);
  if (found.length > 0) {
    throw new Error(`${folder} is not empty: ${found.slice(0, 5).join(', ')}`);
  }
  if (beside === undefined || (await lstat(beside).catch(() => undefined)) === undefined) return;
  throw new Error(
    `${beside} is there already: copies that were handed out before may belong to it; give --out another name`,
  );
}

/** As students' programs will read it. */
async function expectReadable(folder: string): Promise<void> {
  const read = await everyVariant(folder);
  if (read.ok) return;
  throw new Error(`the copy cannot be read:\n${read.error.map(problemText).join('\n')}`);
}
