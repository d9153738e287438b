/**
 * The task sets that somebody works on in this window: each is read when one of its files is opened, and again whenever
 * something in its folder changes. Who shows something of them hears of every reading.
 */
import {
  type Disposable,
  EventEmitter,
  RelativePattern,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type Problem } from '../../core/taskset/problem.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { type Log } from '../log.ts';
import { Throttle } from '../throttle.ts';
import { isSetFolder, setFolderOf } from './setFolder.ts';

export interface AuthoredSet {
  readonly folder: Uri;
  /** its first variant; undefined: it cannot be read */
  readonly set: TaskSet | undefined;
  readonly problems: readonly Problem[];
  /** what may be meant so */
  readonly warnings: readonly Problem[];
  /** there is no set in this folder any more */
  readonly isGone: boolean;
}

/** Several changes in a row, as saving all files makes them, are read once. */
const TOGETHER_MS = 150;

interface Followed {
  dispose(): void;
  readonly reading: Throttle;
  latest: AuthoredSet | undefined;
}

export class AuthoredSets implements Disposable {
  readonly #log: Log;
  readonly #followed = new Map<string, Followed>();
  /** in the editor: heard at once, so that what the disk tells of them later is no news */
  readonly #saved = new Set<string>();
  readonly #didRead = new EventEmitter<AuthoredSet>();
  readonly onDidRead = this.#didRead.event;
  readonly #listeners: readonly Disposable[];

  constructor(log: Log) {
    this.#log = log;
    this.#listeners = [
      workspace.onDidOpenTextDocument((document) => void this.#notice(document)),
      workspace.onDidSaveTextDocument(({ uri }) => {
        this.#changed(uri);
      }),
      window.onDidChangeActiveTextEditor((editor) => editor && void this.#notice(editor.document)),
    ];
    for (const document of workspace.textDocuments) void this.#notice(document);
  }

  /** As it was read last; reads it now if it was not yet. */
  async latest(folder: Uri): Promise<AuthoredSet> {
    return this.#follow(folder).latest ?? (await this.#read(folder));
  }

  /** Reads it from the disk as it is now. */
  async reread(folder: Uri): Promise<AuthoredSet> {
    this.#follow(folder);
    return await this.#read(folder);
  }

  dispose(): void {
    for (const followed of this.#followed.values()) followed.dispose();
    for (const listener of this.#listeners) listener.dispose();
    this.#didRead.dispose();
  }

  /** Task sets are found by their texts: a program or a picture alone leads to none. */
  async #notice({ uri, languageId }: TextDocument): Promise<void> {
    if (languageId !== 'yaml' && languageId !== 'markdown') return;
    const folder = await setFolderOf(uri);
    if (folder === undefined || this.#followed.has(folder.toString())) return;
    this.#follow(folder).reading.request();
  }

  #changed(file: Uri): void {
    for (const [folder, { reading }] of this.#followed) {
      if (!file.toString().startsWith(`${folder}/`)) continue;
      this.#saved.add(file.toString());
      reading.request();
    }
  }

  #follow(folder: Uri): Followed {
    const known = this.#followed.get(folder.toString());
    if (known !== undefined) return known;
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
    const reading = new Throttle(TOGETHER_MS, () => {
      this.#read(folder).catch((error: unknown) => {
        this.#log.report('read the task set', error);
      });
    });
    const request = (file: Uri): void => {
      if (!this.#saved.delete(file.toString())) reading.request();
    };
    watcher.onDidChange(request);
    watcher.onDidCreate(request);
    watcher.onDidDelete(() => {
      reading.request();
    });
    const followed = { reading, latest: undefined, dispose: () => void watcher.dispose() };
    this.#followed.set(folder.toString(), followed);
    return followed;
  }

  async #read(folder: Uri): Promise<AuthoredSet> {
    const authored = await readSet(folder);
    const followed = this.#followed.get(folder.toString());
    if (followed !== undefined) followed.latest = authored;
    if (authored.isGone) this.#forget(folder);
    this.#didRead.fire(authored);
    return authored;
  }

  #forget(folder: Uri): void {
    this.#followed.get(folder.toString())?.dispose();
    this.#followed.delete(folder.toString());
  }
}

async function readSet(folder: Uri): Promise<AuthoredSet> {
  if (!(await isSetFolder(folder))) {
    return { folder, set: undefined, problems: [], warnings: [], isGone: true };
  }
  const { examineSet } = await import('../assessment.ts');
  const { inspector } = await import('./inspector.ts');
  const first = { variant: 1 };
  const { variants, problems, warnings } = await examineSet(folder.fsPath, inspector, first);
  return { folder, set: variants[0], problems, warnings, isGone: false };
}
