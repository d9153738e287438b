/**
 * The task sets that can be started here: those that installed extensions offer, this one among them. Their manifests
 * alone say which there are; a set is read when it is chosen, and then kept.
 */
import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { type Disposable, EventEmitter, extensions } from 'vscode';
import { type AttemptMarker } from '../runtime/attempt/marker.ts';
import { type LoadedSet } from './loadedSet.ts';
import { type Log } from './log.ts';
import { candidatesFor, type OfferedSet, offersOf } from './offeredSets.ts';

export type LoadSet = (folder: string, variant?: number) => Promise<LoadedSet>;

export class TaskSets implements Disposable {
  readonly #own: string;
  readonly #load: LoadSet;
  readonly #log: Log;
  readonly #loaded = new Map<string, Promise<LoadedSet>>();
  readonly #changed = new EventEmitter<void>();
  readonly #following: Disposable;
  /** other sets are offered than before */
  readonly onDidChange = this.#changed.event;
  #offered: readonly OfferedSet[];

  /** @param own the id of this extension */
  constructor(own: string, load: LoadSet, log: Log) {
    this.#own = own;
    this.#load = load;
    this.#log = log;
    this.#offered = this.#lookAround();
    this.#following = extensions.onDidChange(() => {
      this.#refresh();
    });
  }

  get offered(): readonly OfferedSet[] {
    return this.#offered;
  }

  /** Throws what is wrong with the set. */
  async load(set: OfferedSet, variant?: number): Promise<LoadedSet> {
    const key = `${set.folder}\n${variant ?? 1}`;
    const loading = this.#loaded.get(key) ?? this.#read(set, variant);
    this.#loaded.set(key, loading);
    loading.catch(() => this.#loaded.delete(key));
    return await loading;
  }

  /**
   * The set that an attempt was started on, in its variant: the one with the same content, else of the same version,
   * else the newest.
   * Throws when none has its id.
   */
  async forAttempt({ taskSet, version, content, variant }: AttemptMarker): Promise<LoadedSet> {
    const [first, ...others] = candidatesFor(this.#offered, taskSet, version);
    if (first === undefined) {
      throw new Error(
        `the exam “${taskSet}” is not installed here; install the extension that it came with.`,
      );
    }
    for (const candidate of others.length === 0 ? [] : [first, ...others]) {
      const set = await this.load(candidate, variant).catch(() => undefined);
      if (set !== undefined && set.content === content) return set;
    }
    return await this.load(first, variant);
  }

  dispose(): void {
    this.#following.dispose();
    this.#changed.dispose();
  }

  async #read(offered: OfferedSet, variant?: number): Promise<LoadedSet> {
    const { root, folder, id, version, extension } = offered;
    const [outer, inner] = await Promise.all([realpath(root), realpath(folder)]);
    const inside = relative(outer, inner);
    if (inside === '..' || inside.startsWith(`..${sep}`)) {
      throw new Error(`the task set lies outside the extension that offers it (${folder}).`);
    }
    const set = await this.#load(folder, variant);
    const found = `${set.public.id} ${set.public.version}`;
    if (found !== `${id} ${version}`) {
      throw new Error(`${extension} offers ${id} ${version}, but the set in it is ${found}.`);
    }
    return set;
  }

  #lookAround(): readonly OfferedSet[] {
    const { sets, refused } = offersOf(extensions.all, this.#own);
    for (const sentence of refused) this.#log.info(`A task set was left out. ${sentence}`);
    return sets;
  }

  #refresh(): void {
    const before = keysOf(this.#offered);
    this.#offered = this.#lookAround();
    if (keysOf(this.#offered) === before) return;
    this.#loaded.clear();
    this.#changed.fire();
  }
}

function keysOf(sets: readonly OfferedSet[]): string {
  return sets.map(({ folder, version }) => `${folder} ${version}`).join('\n');
}
