/** A task set as a folder on disk, for as long as a test needs it. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MODEL, SMALL_SET } from './taskSet.ts';

export class SetFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async create(texts: Readonly<Record<string, string>> = SMALL_SET): Promise<SetFolder> {
    const folder = new SetFolder(await mkdtemp(join(tmpdir(), 'taskset-')));
    for (const [path, text] of Object.entries(texts)) await folder.put(path, text);
    await folder.put('second/model.onnx', MODEL);
    return folder;
  }

  /** @returns where the file lies */
  async put(path: string, content: string | Uint8Array): Promise<string> {
    const target = join(this.path, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    return target;
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}
