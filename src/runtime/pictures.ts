/** The bytes of a task's picture, wherever a set keeps them, and the same as data for pages that load nothing. */
import { extname } from 'node:path';
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

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/** As a data URI. Throws when the path does not end as pictures do. */
export function pictureUri(path: string, bytes: Uint8Array): string {
  const type = MEDIA_TYPES[extname(path).toLowerCase()];
  if (type === undefined) throw new Error(`${path}: pictures may be svg, png, jpg, gif or webp.`);
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
