/** The bytes of a task's picture, wherever a set keeps them. */
import { type Task } from '../core/taskset/taskSet.ts';
import { readInside, readPinned } from './taskSetFiles.ts';

/** @param path as the task's Markdown names it. Throws when the file cannot be read, or is not the one it should be. */
export async function readPicture(folder: string, task: Task, path: string): Promise<Uint8Array> {
  const drawn = task.pictures?.[path];
  if (drawn !== undefined) return new TextEncoder().encode(drawn);
  const pinned = task.figureFiles?.[path];
  return pinned === undefined
    ? await readInside(folder, `${task.id}/${path}`)
    : await readPinned(folder, pinned);
}
