/**
 * Programs as files of a folder, one each. The first line of each says in brackets what has to come of it, then what it
 * tries: `// [timeout] Never ends.` So what is tried is read, formatted and searched like any other program.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface TriedProgram {
  readonly name: string;
  /** between the brackets */
  readonly expected: string;
  /** a sentence */
  readonly tries: string;
  readonly source: string;
}

const FIRST_LINE = /^\/\/ \[(.+?)\] (.+)/;

/** By name. `folder`: beside this file. Throws where a first line is none. */
export function programsIn(folder: string): TriedProgram[] {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).toSorted();
  return files.map((file) =>
    programOf(basename(file, '.ts'), readFileSync(join(path, file), 'utf8')),
  );
}

function programOf(name: string, source: string): TriedProgram {
  const [, expected, tries] = FIRST_LINE.exec(source) ?? [];
  if (expected === undefined || tries === undefined) {
    throw new Error(`${name}: expected a first line like '// [timeout] Never ends.'`);
  }
  return { name, expected, tries, source };
}
