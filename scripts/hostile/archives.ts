/** Archives that are none, or too much of one. */
import { readArchive } from '../../src/runtime/archive/readArchive.ts';
import { hostileArchives } from '../../test/hostile/archives.ts';
import { type HostileKind } from './trials.ts';

const MiB = 2 ** 20;
const LIMITS = {
  bytes: 64 * MiB,
  entries: 2000,
  fileBytes: 16 * MiB,
  totalBytes: 128 * MiB,
  deepest: 8,
};

export const archives: HostileKind = {
  name: 'archives',
  least: 200,
  of: 'hostile archives',
  run: async () => {
    const broken: string[] = [];
    let tried = 0;
    for (const { name, bytes } of hostileArchives()) {
      const read = await readArchive(bytes, LIMITS);
      if (read.ok) broken.push(`${name}: was read`);
      tried += 1;
    }
    return { tried, broken, figures: [] };
  },
};
