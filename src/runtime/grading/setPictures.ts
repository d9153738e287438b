/** A task set's pictures as data URIs, for pages that load nothing from anywhere. */
import { type Task, type TaskSet } from '../../core/taskset/taskSet.ts';
import { pictureUri } from '../pictures.ts';
import { type GradedSet } from './gradedSet.ts';

/** By the path that a task's Markdown uses. */
export type Pictures = Readonly<Record<string, string>>;

/** Task id → its pictures, in one variant. */
export async function picturesOf(
  graded: GradedSet,
  { tasks }: TaskSet,
): Promise<ReadonlyMap<string, Pictures>> {
  const read = tasks.map(async (task) => [task.id, await taskPictures(graded, task)] as const);
  return new Map(await Promise.all(read));
}

async function taskPictures(graded: GradedSet, task: Task): Promise<Pictures> {
  const read = task.figures.map(
    async (path) => [path, pictureUri(path, await bytesOf(graded, task, path))] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

async function bytesOf(graded: GradedSet, task: Task, path: string): Promise<Uint8Array> {
  const file = `${task.id}/${path}`;
  const text = task.pictures?.[path] ?? graded.files.texts.get(file);
  if (text !== undefined) return new TextEncoder().encode(text);
  const pinned = graded.files.binaries.get(file);
  if (pinned === undefined) throw new Error(`there is no picture ${file}`);
  return await graded.bytesOf({ file, sha256: pinned.sha256 });
}
