/**
 * A `.vsix` from files in memory: what vsce checks and writes, in an archive whose bytes depend on nothing but the files.
 * No git, no network, no clock.
 */

import {
  createDefaultProcessors,
  processFiles,
  validateManifestForPackaging,
  type VsixFile,
} from './vsce.js';
import { type Compression, writeArchive } from '../archive/writeArchive.ts';

/** path inside the extension, with slashes → bytes */
export type ExtensionFiles = ReadonlyMap<string, Uint8Array>;

export interface VsixOptions {
  /** the platform that it is for; every one if absent */
  readonly target?: string | undefined;
  readonly compression: Compression;
}

/** Throws, in vsce's words, when `package.json` is missing or wrong, or a file that it names is missing. */
export async function vsixOf(files: ExtensionFiles, options: VsixOptions): Promise<Uint8Array> {
  const json = files.get('package.json');
  if (json === undefined) throw new Error('an extension needs a package.json');
  const manifest = validateManifestForPackaging(JSON.parse(new TextDecoder().decode(json)));
  const processors = createDefaultProcessors(manifest, {
    ...(options.target === undefined ? {} : { target: options.target }),
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
  const packed = await processFiles(processors, vsixFiles(files));
  const archived = new Map(packed.map(({ path, contents }) => [path, contents]));
  return await writeArchive(archived, options.compression);
}

function vsixFiles(files: ExtensionFiles): VsixFile[] {
  return [...files].map(([path, bytes]) => ({
    path: `extension/${path}`,
    contents: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  }));
}
