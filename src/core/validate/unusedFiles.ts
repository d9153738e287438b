/** Files in a set's folder that nothing refers to: left over, or forgotten. */

import { type TaskSetFiles } from '../taskset/files.ts';
import { picturesOf } from '../taskset/pictures.ts';
import { type Problem } from '../taskset/problem.ts';
import { type AuthoredTask, stringsIn } from './authoredTask.ts';

/** For people, wherever they lie. */
const FOR_PEOPLE = /(^|\/)(readme|license|licence|copying|changelog|notes?)(\.[a-z]+)?$/i;

const LINK = /\]\(\s*<?([^\s)>#]*)/g;

export function unusedFiles(files: TaskSetFiles, tasks: readonly AuthoredTask[]): Problem[] {
  const used = new Set(['taskset.yaml', ...tasks.flatMap((task) => [...usedBy(task, files)])]);
  const unused = [...files.texts.keys(), ...files.binaries.keys()].filter(
    (path) => !used.has(path) && !FOR_PEOPLE.test(path),
  );
  const folders = new Set(tasks.map(({ id }) => id));
  const strayFolders = new Set(unused.map(folderOf).filter((each) => !folders.has(each)));
  strayFolders.delete('');
  return [
    ...[...strayFolders].map((folder) => warning(folder, 'the folder is no task of the set')),
    ...unused
      .filter((path) => !strayFolders.has(folderOf(path)))
      .map((path) => warning(path, 'nothing refers to this file')),
  ];
}

/** Of the first level; empty for a file in the set's own folder. */
function folderOf(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

function usedBy(task: AuthoredTask, files: TaskSetFiles): Set<string> {
  const inSet = (name: string): string => `${task.id}/${name}`;
  const named = [...stringsIn(task.value)];
  const texts = [...named, ...task.inFiles().map(({ text }) => text)];
  const targets = texts.flatMap((text) => [
    ...picturesOf(text).map(({ target }) => target),
    ...[...text.matchAll(LINK)].map((match) => match[1] ?? ''),
  ]);
  const used = new Set(['task.yaml', ...targets].map(inSet));
  const own = [...files.texts.keys(), ...files.binaries.keys()].filter((path) =>
    path.startsWith(inSet('')),
  );
  // also where a longer text speaks of it, as a model's source may
  const isNamed = (path: string) =>
    named.some((text) => text.includes(path.slice(inSet('').length)));
  return new Set(own.filter((path) => used.has(path) || isNamed(path)));
}

function warning(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}
