/**
 * Reads a task set's folder. Only plain files inside it: symbolic links and anything special are refused, sizes and
 * counts are capped, hidden files and `node_modules` are left alone.
 */

import { createHash } from 'node:crypto';
import { type Dirent } from 'node:fs';
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { openExamCopy } from '../core/publish/examCopy.ts';
import { COPY_FILE } from '../core/publish/pinned.ts';
import { type Result, failure, success } from '../core/result.ts';
import { type BinaryFile, type TaskSetFiles } from '../core/taskset/files.ts';
import {
  type VariantChoice,
  parseEveryVariant,
  parseTaskSet,
} from '../core/taskset/parseTaskSet.ts';
import { type Problem } from '../core/taskset/problem.ts';
import { type ModelReference, type TaskSet } from '../core/taskset/taskSet.ts';

const TEXT_ENDINGS = new Set(['.yaml', '.yml', '.md', '.ts', '.json', '.svg', '.txt', '.csv']);
const MOST_FILES = 2000;
const DEEPEST = 8;
const LARGEST_TEXT = 1024 * 1024;
/** It holds all variants of an exam. */
const LARGEST_COPY = 64 * 1024 * 1024;
const LARGEST_BINARY = 512 * 1024 * 1024;

/** Whether a file of a task set is read as text, by its name. */
export function isTextFile(path: string): boolean {
  return TEXT_ENDINGS.has(extname(path).toLowerCase());
}

/** Every variant, or one of them as in `VariantChoice`. */
export type VariantsWanted = 'all' | VariantChoice;

/** Throws when the folder itself cannot be read; what is wrong inside it comes back as problems. */
export async function loadTaskSet(
  folder: string,
  choice: VariantChoice = {},
): Promise<Result<TaskSet, Problem[]>> {
  const read = variantsIn(await readTaskSetFiles(folder), choice);
  if (!read.ok) return read;
  const [set] = read.value;
  if (set === undefined) throw new Error(`${folder} holds no task set`);
  return success(set);
}

/** All of them; a set without variants is the only one. */
export async function everyVariant(folder: string): Promise<Result<readonly TaskSet[], Problem[]>> {
  return variantsIn(await readTaskSetFiles(folder), 'all');
}

/** Of a set whose files have been read. */
export function variantsIn(
  files: TaskSetFolder,
  wanted: VariantsWanted,
): Result<readonly TaskSet[], Problem[]> {
  if (files.problems.length > 0) return failure([...files.problems]);
  const copy = files.texts.get(COPY_FILE);
  if (wanted === 'all') return copy === undefined ? parseEveryVariant(files) : openExamCopy(copy);
  const read =
    copy === undefined
      ? parseTaskSet(files, wanted)
      : variantIn(openExamCopy(copy), wanted.variant ?? 1);
  return read.ok ? success([read.value]) : read;
}

/** @param variant from 1 */
function variantIn(
  sets: Result<readonly TaskSet[], Problem[]>,
  variant: number,
): Result<TaskSet, Problem[]> {
  if (!sets.ok) return sets;
  const [only] = sets.value;
  const set = only?.variants === 0 ? only : sets.value[Math.max(variant, 1) - 1];
  if (set !== undefined) return success(set);
  const message = `expected a variant from 1 to ${sets.value.length}, found ${variant}`;
  return failure([{ file: COPY_FILE, line: 1, column: 1, message }]);
}

export interface TaskSetFolder extends TaskSetFiles {
  readonly problems: readonly Problem[];
}

export async function readTaskSetFiles(folder: string): Promise<TaskSetFolder> {
  const reading = new Reading(folder);
  await reading.walk('', 0);
  return reading;
}

/** Throws when the file cannot be read, or lies outside the set. */
export async function readInside(folder: string, file: string): Promise<Uint8Array> {
  const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, file))]);
  const inside = relative(root, path);
  if (inside === '..' || inside.startsWith(`..${sep}`)) {
    throw new Error(`${file}: lies outside the task set`);
  }
  return await readFile(path);
}

/** The bytes of a pinned file. Throws when they are not those of the manifest, or lie outside the set. */
export async function readPinned(
  folder: string,
  { file, sha256 }: ModelReference,
): Promise<Uint8Array> {
  const bytes = await readInside(folder, file);
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
    const isText = isTextFile(path);
    const largest = path === COPY_FILE ? LARGEST_COPY : isText ? LARGEST_TEXT : LARGEST_BINARY;
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
