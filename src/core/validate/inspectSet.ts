/** Looks through the files of a task set for what its format cannot rule out, also while other things are wrong with it. */

import { type TaskSetFiles } from '../taskset/files.ts';
import { inReadingOrder } from '../taskset/problem.ts';
import { type TaskSet } from '../taskset/taskSet.ts';
import { readYaml } from '../taskset/yamlText.ts';
import { adviceOn } from './advice.ts';
import { AuthoredTask } from './authoredTask.ts';
import { type Inspected } from './inspected.ts';
import { inspectTexts, inspectVariants } from './inspectTexts.ts';
import { type TextInspector } from './textInspector.ts';
import { unusedFiles } from './unusedFiles.ts';

/** @param variants of the set, or the one that it is; none when it could not be read */
export function inspectSet(
  files: TaskSetFiles,
  variants: readonly TaskSet[],
  inspector: TextInspector,
): Inspected {
  const [set] = variants;
  const folders = set === undefined ? taskFolders(files) : set.tasks.map(({ id }) => id);
  const tasks = folders.flatMap((id) => authored(files, id) ?? []);
  const texts = tasks.map((task) => inspectTexts(task, inspector));
  const read = new Set(texts.flatMap(({ read: some }) => some));
  const advice = tasks.map(adviceOn);
  return {
    problems: inReadingOrder([
      ...texts.flatMap(({ problems }) => problems),
      ...inspectVariants(variants, read, inspector),
      ...advice.flatMap(({ problems }) => problems),
    ]),
    warnings: inReadingOrder([
      ...advice.flatMap(({ warnings }) => warnings),
      // of a set that could not be read, nobody knows what it refers to
      ...(set === undefined ? [] : unusedFiles(files, tasks)),
    ]),
  };
}

/** All that hold a task, whether the set names them or not. */
function taskFolders({ texts }: TaskSetFiles): string[] {
  return [...texts.keys()].flatMap((path) => TASK_FILE.exec(path)?.[1] ?? []);
}

const TASK_FILE = /^([^/]+)\/task\.yaml$/;

function authored(files: TaskSetFiles, id: string): AuthoredTask | undefined {
  const file = `${id}/task.yaml`;
  const yaml = readYaml(file, files.texts.get(file) ?? '');
  return yaml.ok ? new AuthoredTask(id, files, yaml.value) : undefined;
}
