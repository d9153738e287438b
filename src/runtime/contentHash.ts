/** What tells two copies of a task set apart, whatever version they call themselves. */
import { createHash } from 'node:crypto';
import { type TaskSetFiles } from '../core/taskset/files.ts';

/** SHA-256 in hexadecimal over the paths and the contents of all files, in order of their paths. */
export function contentHash({ texts, binaries }: TaskSetFiles): string {
  const hashes = new Map([...texts].map(([path, text]) => [path, sha256(text)]));
  for (const [path, file] of binaries) hashes.set(path, file.sha256);
  const lines = [...hashes.keys()].sort().map((path) => `${hashes.get(path) ?? ''}  ${path}\n`);
  return sha256(lines.join(''));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
