/** Packs files into a zip: sorted, without times, so that the same files give the same bytes on this machine. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { type ArchiveFiles } from './readArchive.ts';

/** The earliest day that the format knows; in local time, as it is written. */
const NO_TIME = new Date(1980, 0, 1);

/** Throws when a path is none that an archive may have. */
export async function writeArchive(files: ArchiveFiles): Promise<Buffer> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => {
    zip.on('error', reject);
  });
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    zip.addBuffer(Buffer.from(bytes), path, {
      mtime: NO_TIME,
      mode: 0o100644,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  return await Promise.race([buffer(zip.outputStream), failed]);
}
