/** Packs files into a zip: sorted, without times, so that the same files give the same bytes on this machine. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { type ArchiveFiles } from './readArchive.ts';

/** The earliest day that the format knows; in local time, as it is written. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * `stored` gives the same bytes on every machine; what deflate makes of them differs with the version of zlib. `smallest`
 * takes its time.
 */
export type Compression = 'deflated' | 'smallest' | 'stored';

const LEVELS: Readonly<Record<Compression, number>> = { deflated: 6, smallest: 9, stored: 0 };

/** Throws when a path is none that an archive may have. */
export async function writeArchive(
  files: ArchiveFiles,
  compression: Compression = 'deflated',
): Promise<Buffer> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => {
    zip.on('error', reject);
  });
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    zip.addBuffer(Buffer.from(bytes), path, {
      mtime: NO_TIME,
      mode: 0o100644,
      forceDosTimestamp: true,
      compressionLevel: LEVELS[compression],
    });
  }
  zip.end();
  return await Promise.race([buffer(zip.outputStream), failed]);
}
