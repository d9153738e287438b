/**
 * The task sets that can be started here: those that installed extensions offer, this one among them. Their manifests
 * alone say which there are; a set is read when it is chosen, and then kept.
 */
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { type Disposable, type Event, EventEmitter, extensions } from 'vscode';
import { type AttemptMarker } from '../runtime/attempt/marker.ts';
import { type LoadedSet } from './loadedSet.ts';
import { type Log } from './log.ts';
import { candidatesFor, type OfferedSet, type Offering, offersOf } from './offeredSets.ts';

export type LoadSet = (folder: string, variant?: number) => Promise<LoadedSet>;

/** The extensions that are installed and enabled. */
export interface Installed {
  readonly all: readonly Offering[];
  readonly onDidChange: Event<void>;
}

/** No extension here offers the set of an attempt. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

export class TaskSets implements Disposable {
  readonly #own: string;
  readonly #load: LoadSet;
  readonly #log: Log;
  readonly #installed: Installed;
  readonly #loaded = new Map<string, Promise<LoadedSet>>();
  readonly #changed = new EventEmitter<void>();
  readonly #following: Disposable;
  /** other sets are offered than before */
  readonly onDidChange = this.#changed.event;
  #offered: readonly OfferedSet[];

  /** @param own the id of this extension */
  constructor(own: string, load: LoadSet, log: Log, installed: Installed = extensions) {
    this.#own = own;
    this.#load = load;
    this.#log = log;
    this.#installed = installed;
    this.#offered = this.#lookAround();
    this.#following = installed.onDidChange(() => {
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
   * Throws NotInstalled when none has its id.
   */
  async forAttempt({ taskSet, version, content, variant }: AttemptMarker): Promise<LoadedSet> {
    const [first, ...others] = candidatesFor(this.#offered, taskSet, version);
    if (first === undefined) {
      throw new NotInstalled(
        `the exam “${taskSet}” (version ${version}) is not installed here; install the file that you were given. Your answers are kept.`,
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
    try {
      await requireInside(offered);
      const set = await this.#load(offered.folder, variant);
      requireSame(set, offered);
      return set;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `what ${offered.extension} brings as “${offered.title}” cannot be used: ${reason} Install it anew, or tell who gave it to you.`,
        { cause: error },
      );
    }
  }

  #lookAround(): readonly OfferedSet[] {
    const { sets, refused } = offersOf(this.#installed.all, this.#own);
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

/** Links may lead anywhere; a set is what its extension brought. */
async function requireInside({ root, folder, path }: OfferedSet): Promise<void> {
  const [outer, inner] = await Promise.all([realpath(root), realpath(folder)]).catch(
    (error: unknown) => {
      throw new Error(`there is no folder ${path} in it.`, { cause: error });
    },
  );
  const inside = relative(outer, inner);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw new Error(`its folder ${path} leads out of it.`);
  }
}

function requireSame({ public: found }: LoadedSet, { id, version }: OfferedSet): void {
  if (found.id === id && found.version === version) return;
  throw new Error(`it promises ${id} ${version}, but holds ${found.id} ${found.version}.`);
}

function keysOf(sets: readonly OfferedSet[]): string {
  return sets.map(({ folder, version }) => `${folder} ${version}`).join('\n');
}
