/** What lies in a folder as it can be packed: a task set is published first, a students' copy is taken as it is. */
import { type Result, failure, success } from '../../core/result.ts';
import { type Problem } from '../../core/taskset/problem.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { publishTaskSet } from '../publish/publishTaskSet.ts';
import { everyVariant, readInside, readTaskSetFiles } from '../taskSetFiles.ts';
import { type ExtensionFiles } from './vsix.ts';

export interface Packable {
  readonly set: TaskSet;
  /** every variant with its solutions; none of a students' copy */
  readonly whole: readonly TaskSet[];
  /** what students may have, by its path in the set */
  readonly files: ExtensionFiles;
}

/** Throws when the folder cannot be read. */
export async function packable(folder: string): Promise<Result<Packable, readonly Problem[]>> {
  const loaded = await everyVariant(folder);
  if (!loaded.ok) return loaded;
  const [set] = loaded.value;
  if (set === undefined) throw new Error(`${folder} holds no task set`);
  if (set.copy === 'student') return await asItIs(folder, set);
  const published = await publishTaskSet(folder);
  if (!published.ok) return published;
  return success({ set, whole: loaded.value, files: published.value.files });
}

async function asItIs(folder: string, set: TaskSet): Promise<Result<Packable, readonly Problem[]>> {
  const { texts, binaries, problems } = await readTaskSetFiles(folder);
  if (problems.length > 0) return failure(problems);
  const paths = [...texts.keys(), ...binaries.keys()].sort();
  const files = paths.map(async (path) => [path, await readInside(folder, path)] as const);
  return success({ set, whole: [], files: new Map(await Promise.all(files)) });
}
