/** The task sets that come with the extension: one folder each. Loaded when first asked for, then kept. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LoadedSet } from './loadedSet.ts';

export type LoadSet = (folder: string) => Promise<LoadedSet>;

export class BundledSets {
  readonly #folder: string;
  readonly #load: LoadSet;
  readonly #loaded = new Map<string, Promise<LoadedSet>>();

  constructor(folder: string, load: LoadSet) {
    this.#folder = folder;
    this.#load = load;
  }

  async ids(): Promise<readonly string[]> {
    const entries = await readdir(this.#folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  /** Throws what is wrong with the set, or that it is not here. */
  async load(id: string): Promise<LoadedSet> {
    if (!(await this.ids()).includes(id)) {
      throw new Error(`the exam “${id}” does not come with this version of Exambench.`);
    }
    const loading = this.#loaded.get(id) ?? this.#load(join(this.#folder, id));
    this.#loaded.set(id, loading);
    loading.catch(() => this.#loaded.delete(id));
    return await loading;
  }
}
