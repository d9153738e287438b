/** The files of a student's copy that lies in a folder, for packing them as they are. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problemText } from '../../core/taskset/problem.ts';
import { readTaskSetFiles } from '../taskSetFiles.ts';
import { type ExtensionFiles } from './vsix.ts';

/** Throws when a file cannot be read, or is none that a task set may have. */
export async function copyFiles(folder: string): Promise<ExtensionFiles> {
  const { texts, binaries, problems } = await readTaskSetFiles(folder);
  if (problems.length > 0) throw new Error(problems.map(problemText).join('\n'));
  const paths = [...texts.keys(), ...binaries.keys()].sort();
  const files = paths.map(async (path) => [path, await readFile(join(folder, path))] as const);
  return new Map(await Promise.all(files));
}
