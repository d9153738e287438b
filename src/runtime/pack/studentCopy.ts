/** What students may have of a task set, by its path in the set. */
import { copyFiles } from './copyFiles.ts';
import { type ExtensionFiles } from './vsix.ts';

/** Throws when a file cannot be read. */
export async function studentCopy(folder: string): Promise<ExtensionFiles> {
  return await copyFiles(folder);
}
