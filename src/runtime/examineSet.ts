/** All that can be told of a task set without running anything: how its files read, and how its texts will look. */
import { inReadingOrder, type Problem } from '../core/taskset/problem.ts';
import { type TaskSet } from '../core/taskset/taskSet.ts';
import { type Inspected } from '../core/validate/inspected.ts';
import { inspectSet } from '../core/validate/inspectSet.ts';
import { type TextInspector } from '../core/validate/textInspector.ts';
import { readTaskSetFiles, variantsIn, type VariantsWanted } from './taskSetFiles.ts';

export interface Examined extends Inspected {
  /** none of a set that could not be read: its answers cannot be tried before its files are right */
  readonly variants: readonly TaskSet[];
}

/** Throws when the folder itself cannot be read. */
export async function examineSet(
  folder: string,
  inspector: TextInspector,
  wanted: VariantsWanted = 'all',
): Promise<Examined> {
  const files = await readTaskSetFiles(folder);
  const read = variantsIn(files, wanted);
  const variants = read.ok ? read.value : [];
  const problems = read.ok ? [] : read.error;
  // a copy for students holds no texts of an author; of files that could not be read, links lead nowhere
  if (variants[0]?.copy === 'student' || files.problems.length > 0) {
    return { variants, problems, warnings: [] };
  }
  const found = inspectSet(files, variants, inspector);
  const all = inReadingOrder([...problems, ...found.problems]);
  return { variants, problems: all.filter(isFirst), warnings: found.warnings };
}

/** What is wrong is told once at a place, by whom it is found first. */
function isFirst({ file, line, column, message }: Problem, index: number, all: readonly Problem[]) {
  return !all
    .slice(0, index)
    .some(
      (each) =>
        each.file === file &&
        each.line === line &&
        each.column === column &&
        each.message === message,
    );
}
