/** Makes an attempt of a folder: the exam's files and the marker that says whose they are. */
import { randomBytes } from 'node:crypto';
import { readMarker, writeMarker } from './marker.ts';
import { type FilesPlaced, type FolderFiles, placeFiles } from './studentFolder.ts';

export interface HandedOut {
  readonly taskSet: string;
  readonly version: string;
  /** `contentHash` of the set */
  readonly content: string;
  readonly files: FolderFiles;
}

/**
 * Never overwrites: what is there already stays and is told. A folder with an attempt on the same exam goes on with it.
 * Throws when the folder belongs to another exam.
 */
export async function beginAttempt(
  folder: string,
  { taskSet, version, content, files }: HandedOut,
): Promise<FilesPlaced> {
  const marker = await readMarker(folder);
  if (marker !== undefined && marker.taskSet !== taskSet) {
    throw new Error(
      `${folder} belongs to another exam (${marker.taskSet}); choose another folder.`,
    );
  }
  const placed = await placeFiles(folder, files);
  if (marker === undefined) {
    await writeMarker(folder, { taskSet, version, attempt: newAttempt(taskSet), content });
  }
  return placed;
}

function newAttempt(taskSet: string): string {
  const day = new Date().toISOString().slice(0, 10);
  return `${taskSet}-${day}-${randomBytes(4).toString('hex')}`;
}
