/** The student's folder of a preview: files that only this window has, in memory. */
import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';

export const PREVIEW_SCHEME = 'exambench-preview';

interface StoredFile extends FileStat {
  readonly bytes: Uint8Array;
}

export class PreviewFiles implements FileSystemProvider, Disposable {
  readonly #files = new Map<string, StoredFile>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #time = 0;

  /** The text of a file; undefined where there is none. */
  textOf(uri: Uri): string | undefined {
    const file = this.#files.get(uri.path);
    return file && new TextDecoder().decode(file.bytes);
  }

  put(uri: Uri, text: string): void {
    this.writeFile(uri, new TextEncoder().encode(text));
  }

  stat(uri: Uri): FileStat {
    const within = `${uri.path.replace(/\/$/, '')}/`;
    const isFolder = [...this.#files.keys()].some((path) => path.startsWith(within));
    if (isFolder) return { type: FileType.Directory, ctime: 0, mtime: this.#time, size: 0 };
    return this.#found(uri);
  }

  readFile(uri: Uri): Uint8Array {
    return this.#found(uri).bytes;
  }

  writeFile(uri: Uri, bytes: Uint8Array): void {
    const before = this.#files.get(uri.path);
    // Editors take a file for unchanged as long as its time is.
    this.#time += 1;
    const mtime = this.#time;
    const ctime = before?.ctime ?? mtime;
    this.#files.set(uri.path, { type: FileType.File, ctime, mtime, size: bytes.length, bytes });
    const type = before === undefined ? FileChangeType.Created : FileChangeType.Changed;
    this.#changed.fire([{ type, uri }]);
  }

  readDirectory(uri: Uri): [string, FileType][] {
    const within = `${uri.path.replace(/\/$/, '')}/`;
    return [...this.#files.keys()]
      .filter((path) => path.startsWith(within) && !path.slice(within.length).includes('/'))
      .map((path) => [path.slice(within.length), FileType.File]);
  }

  /** Every change is told anyway. */
  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(from: Uri): void {
    throw FileSystemError.NoPermissions(from);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #found(uri: Uri): StoredFile {
    const file = this.#files.get(uri.path);
    if (file === undefined) throw FileSystemError.FileNotFound(uri);
    return file;
  }
}
