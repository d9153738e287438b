/** Fills a student's folder with the files of an exam. Nothing that is there already is overwritten. */
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { errorCode, replaceFile, textIfThere } from './durableFile.ts';

/** path in the folder, with slashes → text */
export type FolderFiles = Readonly<Record<string, string>>;

export interface FilesPlaced {
  readonly created: readonly string[];
  /** were there already, with another text, and were left as they are */
  readonly kept: readonly string[];
}

/** Throws when a file cannot be written, naming it; files placed before stay. */
export async function placeFiles(folder: string, files: FolderFiles): Promise<FilesPlaced> {
  const created: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const target = confined(folder, path);
    if (await createFile(target, text)) created.push(path);
    else if ((await readFile(target, 'utf8')) !== text) kept.push(path);
  }
  return { created, kept };
}

/** Brings files up to date that are the program's own, such as types. */
export async function refreshFiles(folder: string, files: FolderFiles): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const target = confined(folder, path);
    if ((await textIfThere(target)) !== text) await replaceFile(target, text);
  }
}

function confined(folder: string, path: string): string {
  const target = join(folder, path);
  const inside = relative(folder, target);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) {
    throw new Error(`${path}: lies outside the exam's folder`);
  }
  return target;
}

/** False when the file exists. */
async function createFile(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    const handle = await open(path, 'wx');
    await handle.writeFile(text, 'utf8').finally(() => handle.close());
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
