/**
 * Reads a task set's folder. Only plain files inside it: symbolic links and anything special are refused, sizes and
 * counts are capped, hidden files and `node_modules` are left alone.
 */

import { createHash } from 'node:crypto';
import { type Dirent } from 'node:fs';
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { type Result, failure } from '../core/result.ts';
import { type BinaryFile, type TaskSetFiles } from '../core/taskset/files.ts';
import { parseTaskSet } from '../core/taskset/parseTaskSet.ts';
import { type Problem } from '../core/taskset/problem.ts';
import { type ModelReference, type TaskSet } from '../core/taskset/taskSet.ts';

const TEXT_ENDINGS = new Set(['.yaml', '.yml', '.md', '.ts', '.json', '.svg', '.txt', '.csv']);
const MOST_FILES = 2000;
const DEEPEST = 8;
const LARGEST_TEXT = 1024 * 1024;
const LARGEST_BINARY = 512 * 1024 * 1024;

/** Throws when the folder itself cannot be read; what is wrong inside it comes back as problems. */
export async function loadTaskSet(folder: string): Promise<Result<TaskSet, Problem[]>> {
  const files = await readTaskSetFiles(folder);
  return files.problems.length > 0 ? failure([...files.problems]) : parseTaskSet(files);
}

export interface TaskSetFolder extends TaskSetFiles {
  readonly problems: readonly Problem[];
}

export async function readTaskSetFiles(folder: string): Promise<TaskSetFolder> {
  const reading = new Reading(folder);
  await reading.walk('', 0);
  return reading;
}

/** The bytes of a pinned file. Throws when they are not those of the manifest, or lie outside the set. */
export async function readPinned(
  folder: string,
  { file, sha256 }: ModelReference,
): Promise<Uint8Array> {
  const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, file))]);
  const inside = relative(root, path);
  if (inside === '..' || inside.startsWith(`..${sep}`)) {
    throw new Error(`${file}: lies outside the task set`);
  }
  const bytes = await readFile(path);
  const found = digest(bytes);
  if (found !== sha256) {
    throw new Error(`${file}: expected SHA-256 ${sha256}, found ${found}; the file was changed`);
  }
  return bytes;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

class Reading implements TaskSetFolder {
  readonly texts = new Map<string, string>();
  readonly binaries = new Map<string, BinaryFile>();
  readonly problems: Problem[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param within the folder that is read, relative to the set; empty for the set itself */
  async walk(within: string, depth: number): Promise<void> {
    const entries = await readdir(join(this.#folder, within), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (this.texts.size + this.binaries.size >= MOST_FILES) {
        this.#refuse(within, `a task set may have at most ${MOST_FILES} files`);
        return;
      }
      await this.#take(entry, within === '' ? entry.name : `${within}/${entry.name}`, depth);
    }
  }

  async #take(entry: Dirent, path: string, depth: number): Promise<void> {
    if (entry.isDirectory()) {
      if (depth < DEEPEST) await this.walk(path, depth + 1);
      else this.#refuse(path, `folders may be nested at most ${DEEPEST} deep`);
    } else if (entry.isFile()) {
      await this.#read(path);
    } else {
      this.#refuse(path, 'only plain files and folders are allowed, no symbolic links');
    }
  }

  async #read(path: string): Promise<void> {
    const isText = TEXT_ENDINGS.has(extname(path).toLowerCase());
    const largest = isText ? LARGEST_TEXT : LARGEST_BINARY;
    const { size } = await stat(join(this.#folder, path));
    if (size > largest) {
      this.#refuse(path, `expected at most ${largest} bytes, found ${size}`);
      return;
    }
    const bytes = await readFile(join(this.#folder, path));
    if (isText) this.#decode(path, bytes);
    else this.binaries.set(path, { size, sha256: digest(bytes) });
  }

  #decode(path: string, bytes: Uint8Array): void {
    try {
      this.texts.set(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      this.#refuse(path, 'expected text in UTF-8, found other bytes');
    }
  }

  #refuse(file: string, message: string): void {
    this.problems.push({ file: file === '' ? '.' : file, line: 1, column: 1, message });
  }
}
