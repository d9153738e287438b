/** Puts mutated task sets through the reader of folders and the parser, and says what became of each. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { type Problem } from '../../src/core/taskset/problem.ts';
import { loadTaskSet } from '../../src/runtime/taskSetFiles.ts';
import { mutantOf, type SetContent } from '../hostile/taskSets.ts';

export interface MutantOutcome {
  readonly number: number;
  readonly done: readonly string[];
  /** of computing */
  readonly ms: number;
  /** empty: it still is a task set */
  readonly problems: readonly Problem[];
  /** what must never be: files that were not there before, exceptions, problems without place or reason */
  readonly faults: readonly string[];
}

/** Of computing, whatever else the machine does: above this it hangs. */
const LONGEST_MS = 2000;
const LONGEST_MESSAGE = 1000;

export async function contentOf(folder: string): Promise<SetContent> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(
    async (file) => [relative(folder, file).split(sep).join('/'), await readFile(file)] as const,
  );
  return new Map(await Promise.all(read));
}

/** One mutant after the other, through a folder on the disk. */
export async function* mutantOutcomes(
  content: SetContent,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<MutantOutcome> {
  const parent = await mkdtemp(join(tmpdir(), 'mutants-'));
  const folder = join(parent, 'set');
  try {
    await write(folder, content);
    let touched: string[] = [];
    for (let number = from; number < to; number++) {
      await write(
        folder,
        new Map(touched.map((path) => [path, content.get(path) ?? Buffer.alloc(0)])),
      );
      const mutant = mutantOf(content, number);
      touched = [...content.keys()].filter(
        (path) => mutant.content.get(path) !== content.get(path),
      );
      for (const path of touched) await rm(join(folder, path));
      await write(
        folder,
        new Map(
          touched.flatMap((path) => {
            const bytes = mutant.content.get(path);
            return bytes === undefined ? [] : [[path, bytes] as const];
          }),
        ),
      );
      yield {
        number,
        done: mutant.done,
        ...(await outcomeOf(folder, parent, mutant.content.size)),
      };
    }
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

async function write(folder: string, content: SetContent): Promise<void> {
  for (const [path, bytes] of content) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

async function outcomeOf(
  folder: string,
  parent: string,
  files: number,
): Promise<Omit<MutantOutcome, 'number' | 'done'>> {
  const start = process.cpuUsage();
  const read = await loadTaskSet(folder).catch((error: unknown) => String(error));
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  const problems = typeof read === 'string' || read.ok ? [] : read.error;
  const faults = [
    ...(typeof read === 'string' ? [`thrown: ${read}`] : []),
    ...(ms > LONGEST_MS ? [`took ${Math.round(ms)} ms`] : []),
    ...problems.flatMap(faultOf),
    ...((await readdir(parent)).length === 1 ? [] : ['a file outside']),
    ...((await contentOf(folder)).size === files ? [] : ['a file more or less']),
  ];
  return { ms, problems, faults };
}

/** Words that are the machine's, not the author's. */
const MACHINE =
  /call stack|TypeError|RangeError|is not a function|\[object|\bundefined\b|\bat \w+ \(/;

function faultOf({ file, line, column, message }: Problem): string[] {
  const isPlaced = file !== '' && line >= 1 && column >= 1;
  const isWorded = message !== '' && message.length <= LONGEST_MESSAGE && !MACHINE.test(message);
  return isPlaced && isWorded ? [] : [`${file}:${line}:${column}: ${message.slice(0, 300)}`];
}
