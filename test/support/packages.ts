/** The packages under test, made once for whoever asks. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageProduct } from '../../scripts/package/package.ts';
import { type Target } from '../../scripts/package/targets.ts';
import { at } from '../../scripts/project.ts';
import { type ArchiveFiles, readArchive } from '../../src/runtime/archive/readArchive.ts';
import { packable } from '../../src/runtime/pack/packable.ts';
import { packTaskSet } from '../../src/runtime/pack/packTaskSet.ts';

const LIMITS = { bytes: 1e8, entries: 2000, fileBytes: 1e8, totalBytes: 1e9, deepest: 12 };

/** A folder for packages, for as long as a test needs it. */
export class PackageFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async create(): Promise<PackageFolder> {
    return new PackageFolder(await mkdtemp(join(tmpdir(), 'packages-')));
  }

  /** @returns where the package lies */
  async product(target: Target): Promise<string> {
    return (await packageProduct(target, this.path)).file;
  }

  /** @param folder of a task set. @returns where the package lies */
  async taskSet(folder: string): Promise<string> {
    const found = await packable(folder);
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    const icon = await readFile(at('media/icon.png'));
    const made = await packTaskSet(found.value, { publisher: 'someone', icon });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const file = join(this.path, `${found.value.set.id}.vsix`);
    await writeFile(file, made.value);
    return file;
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Every file of a package, by its path in it. */
export async function openPackage(file: string): Promise<ArchiveFiles> {
  const read = await readArchive(await readFile(file), LIMITS);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
