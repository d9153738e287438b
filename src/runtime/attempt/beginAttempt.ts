/** Makes an attempt of a folder: the exam's files and the marker that says whose they are. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AttemptMarker, readMarker, writeMarker } from './marker.ts';
import { type FilesPlaced, type FolderFiles, placeFiles } from './studentFolder.ts';

export interface HandedOut {
  readonly taskSet: string;
  readonly version: string;
  /** `contentHash` of the set */
  readonly content: string;
  /** how many variants the set has; 0: none */
  readonly variants: number;
  /** which of them the student gets; absent: by chance */
  readonly variant?: number | undefined;
  /** what a variant hands out */
  readonly filesOf: (variant: number) => Promise<FolderFiles>;
}

/**
 * Never overwrites: what is there already stays and is told. A folder with an attempt on the same exam goes on with it,
 * and with its variant. Throws when the folder belongs to another exam or is a task set, or there is no such variant.
 */
export async function beginAttempt(folder: string, handedOut: HandedOut): Promise<FilesPlaced> {
  const { taskSet, filesOf } = handedOut;
  const before = await readMarker(folder);
  if (before !== undefined && before.taskSet !== taskSet) {
    throw new Error(
      `${folder} belongs to another exam (${before.taskSet}); choose another folder.`,
    );
  }
  if (before === undefined && existsSync(join(folder, 'taskset.yaml'))) {
    throw new Error(`${folder} is a task set, not a place for answers; choose another folder.`);
  }
  const marker = before ?? newMarker(handedOut);
  const placed = await placeFiles(folder, await filesOf(marker.variant));
  if (before === undefined) await writeMarker(folder, marker);
  return placed;
}

function newMarker(handedOut: HandedOut): AttemptMarker {
  const { taskSet, version, content } = handedOut;
  const chance = randomBytes(4);
  const day = new Date().toISOString().slice(0, 10);
  const attempt = `${taskSet}-${day}-${chance.toString('hex')}`;
  return { taskSet, version, attempt, variant: variantFor(handedOut, chance), content };
}

/** Told by the name of the attempt, so that whoever has the one can check the other. */
function variantFor({ taskSet, variants, variant }: HandedOut, chance: Buffer): number {
  if (variants === 0) return 0;
  if (variant === undefined) return (chance.readUInt32BE() % variants) + 1;
  if (Number.isInteger(variant) && variant >= 1 && variant <= variants) return variant;
  throw new Error(`${taskSet} has the variants 1 to ${variants}; there is no variant ${variant}.`);
}
