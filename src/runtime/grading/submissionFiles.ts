/** Finds what was handed in: a folder as a learning platform gives it, with archives and answers files somewhere in it. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type SubmissionJob } from './job.ts';

export interface SubmissionFile {
  readonly path: string;
  /** the same below the folder, with slashes: as the platform or the student named it */
  readonly file: string;
  /** unique in the folder, also where case does not count; of `[A-Za-z0-9._-]` */
  readonly submission: string;
  readonly form: SubmissionJob['form'];
  readonly encrypted: boolean;
}

interface Ending {
  readonly text: string;
  readonly form: SubmissionJob['form'];
  readonly encrypted: boolean;
}

const ENDINGS: readonly Ending[] = [
  { text: '.zip', form: 'archive', encrypted: false },
  { text: '.zip.age', form: 'archive', encrypted: true },
  { text: '.json', form: 'answers', encrypted: false },
];
const DEEPEST = 4;
const LONGEST = 100;

/** In the order of their names. Links and hidden files are left alone. Throws when the folder cannot be read. */
export async function findSubmissions(folder: string): Promise<SubmissionFile[]> {
  const found = (await pathsIn(folder, '', 0)).flatMap((path) => {
    const ending = ENDINGS.find(({ text }) => path.toLowerCase().endsWith(text));
    return ending === undefined ? [] : [{ path, ...ending, stem: stemOf(path, ending) }];
  });
  const taken = counted(found.map(({ stem }) => stem.toLowerCase()));
  return found.map(({ path, stem, form, encrypted }) => {
    const isAlone = taken.get(stem.toLowerCase()) === 1;
    const submission = named(stem, path, isAlone);
    const file = path.replaceAll(sep, '/');
    return { path: join(folder, path), file, submission, form, encrypted };
  });
}

async function pathsIn(folder: string, within: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(within, entry.name);
    if (entry.isFile()) paths.push(path);
    else if (entry.isDirectory() && depth < DEEPEST) {
      paths.push(...(await pathsIn(folder, path, depth + 1)));
    }
  }
  return paths;
}

function stemOf(path: string, { text }: Ending): string {
  return path.slice(0, -text.length);
}

/** A name that has to be changed gets a mark made of its path, so that it stays the same whatever else is there. */
function named(stem: string, path: string, isAlone: boolean): string {
  const reduced = stem.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
  if (isAlone && reduced === stem && stem.length <= LONGEST) return stem;
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 8);
  return `${reduced === '' ? 'submission' : reduced.slice(0, LONGEST)}-${mark}`;
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
