/** The instructor's whole task set, from its folder or opened from a sealed file: read once, kept in memory. */
import { createHash } from 'node:crypto';
import { COPY_FILE } from '../../core/publish/pinned.ts';
import { type BinaryFile, type TaskSetFiles } from '../../core/taskset/files.ts';
import { parseTaskSet } from '../../core/taskset/parseTaskSet.ts';
import { type Problem, problemText } from '../../core/taskset/problem.ts';
import { type TaskSet } from '../../core/taskset/taskSet.ts';
import { contentHash } from '../contentHash.ts';
import { isTextFile, readPinned, readTaskSetFiles } from '../taskSetFiles.ts';

export interface PinnedFile {
  readonly file: string;
  readonly sha256: string;
}

export interface GradedSet {
  /** one variant of it, where there are any */
  readonly set: TaskSet;
  /** Throws where there is none of that number; 0 is the set without variants. */
  readonly setOf: (variant: number) => TaskSet;
  readonly files: TaskSetFiles;
  /** SHA-256 over all files */
  readonly content: string;
  /** of a binary file. Rejects when the bytes are not the pinned ones. */
  readonly bytesOf: (file: PinnedFile) => Promise<Uint8Array>;
}

/** Throws an Error with all problems, or the file system's. */
export async function gradedFolder(folder: string): Promise<GradedSet> {
  const files = await readTaskSetFiles(folder);
  if (files.problems.length > 0) throw new Error(problemsText(files.problems));
  return gradedSet(files, (file) => readPinned(folder, file));
}

/** @param files path → bytes. Throws an Error with all problems. */
export function gradedFiles(files: ReadonlyMap<string, Uint8Array>): GradedSet {
  const texts = new Map<string, string>();
  const binaries = new Map<string, BinaryFile>();
  for (const [path, bytes] of files) {
    if (isTextFile(path)) texts.set(path, textOf(path, bytes));
    else binaries.set(path, { size: bytes.length, sha256: digest(bytes) });
  }
  const pinned = ({ file, sha256 }: PinnedFile): Promise<Uint8Array> => {
    const bytes = files.get(file);
    return bytes !== undefined && digest(bytes) === sha256
      ? Promise.resolve(bytes)
      : Promise.reject(new Error(`${file}: expected SHA-256 ${sha256}, found another file`));
  };
  return gradedSet({ texts, binaries }, pinned);
}

/** Refuses the copies that students get. */
function gradedSet(files: TaskSetFiles, bytesOf: GradedSet['bytesOf']): GradedSet {
  if (files.texts.has(COPY_FILE)) throw new Error(STUDENTS_COPY);
  const read = parseTaskSet(files);
  if (!read.ok) throw new Error(problemsText(read.error));
  if (read.value.copy !== 'whole') throw new Error(STUDENTS_COPY);
  const setOf = variantsOf(files, read.value);
  return { set: read.value, setOf, files, content: contentHash(files), bytesOf };
}

function variantsOf(files: TaskSetFiles, first: TaskSet): GradedSet['setOf'] {
  const known = new Map([[first.variant, first]]);
  return (variant) => {
    const found = known.get(variant) ?? parsedVariant(files, variant);
    known.set(variant, found);
    return found;
  };
}

function parsedVariant(files: TaskSetFiles, variant: number): TaskSet {
  const read = parseTaskSet(files, { variant });
  if (read.ok) return read.value;
  throw new Error(problemsText(read.error));
}

const STUDENTS_COPY =
  'this is the copy for students, which has no solutions; grading needs the whole task set or its sealed file';

function problemsText(problems: readonly Problem[]): string {
  return `the task set has problems:\n${problems.map(problemText).join('\n')}`;
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${path}: expected text in UTF-8, found other bytes`);
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
