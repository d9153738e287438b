/** Makes the students' copy of a task set, and seals the whole set for those who grade. Writes nothing. */
import { createHash, randomBytes } from 'node:crypto';
import { COPY_FILE, pinnedUnder } from '../../core/publish/pinned.ts';
import { examCopy } from '../../core/publish/examCopy.ts';
import { type Outline, examOutline } from '../../core/publish/outline.ts';
import { practiceCopy } from '../../core/publish/practiceCopy.ts';
import { type Result, failure, success } from '../../core/result.ts';
import { type Problem } from '../../core/taskset/problem.ts';
import {
  type ModelReference,
  type Task,
  type TaskSet,
  questionsOf,
} from '../../core/taskset/taskSet.ts';
import { type ArchiveFiles } from '../archive/readArchive.ts';
import { readPicture } from '../pictures.ts';
import { commitmentTo, SEALED_INSIDE, sealSet } from '../seal/sealedSet.ts';
import { everyVariant, readInside, readPinned, readTaskSetFiles } from '../taskSetFiles.ts';

export interface PublishOptions {
  /** public keys of those who may open the whole set; none: nothing is sealed */
  readonly sealedFor?: readonly string[];
  /** the sealed set lies inside the copy, too */
  readonly sealedIn?: boolean;
}

export interface Published {
  readonly set: Pick<TaskSet, 'id' | 'title' | 'version' | 'mode' | 'reveal' | 'variants'>;
  /** the copy: path → bytes */
  readonly files: ArchiveFiles;
  /** the whole set, for those who grade */
  readonly sealed?: Uint8Array | undefined;
  /** of the copy to the sealed set */
  readonly commitment?: string | undefined;
  readonly outlines: readonly Outline[];
  /** files of the set that the copy does not have, as they are called there */
  readonly leftOut: readonly string[];
}

/** Where a sealed set lies inside a copy. */

/** Throws when the folder cannot be read, or holds a students' copy itself. */
export async function publishTaskSet(
  folder: string,
  { sealedFor = [], sealedIn = false }: PublishOptions = {},
): Promise<Result<Published, Problem[]>> {
  const loaded = await everyVariant(folder);
  if (!loaded.ok) return loaded;
  const [set] = loaded.value;
  if (set === undefined) return failure([]);
  if (set.copy === 'student') throw new Error('this is a students’ copy already');
  const whole = await filesIn(folder);
  const salt = randomBytes(32);
  const commitment = sealedFor.length === 0 ? undefined : commitmentTo(whole, salt);
  const sealed = sealedFor.length === 0 ? undefined : await sealSet(whole, salt, sealedFor);
  const source = { folder, whole, variants: loaded.value, commitment };
  const copy = await (set.mode === 'exam' ? examFiles(source) : practiceFiles(source));
  if (sealedIn && sealed !== undefined) copy.files.set(SEALED_INSIDE, sealed);
  return success({ set, ...copy, ...(sealed === undefined ? {} : { sealed, commitment }) });
}

interface Source {
  readonly folder: string;
  readonly whole: ArchiveFiles;
  readonly variants: readonly TaskSet[];
  readonly commitment: string | undefined;
}

interface Copy {
  readonly files: Map<string, Uint8Array>;
  readonly outlines: readonly Outline[];
  readonly leftOut: readonly string[];
}

async function filesIn(folder: string): Promise<ArchiveFiles> {
  const { texts, binaries, problems } = await readTaskSetFiles(folder);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`${problem.file}: ${problem.message}`);
  const paths = [...texts.keys(), ...binaries.keys()].toSorted();
  const files = paths.map(async (path) => [path, await readInside(folder, path)] as const);
  return new Map(await Promise.all(files));
}

async function practiceFiles({ folder, whole, variants, commitment }: Source): Promise<Copy> {
  const [set] = variants;
  if (set === undefined) throw new Error('there is no variant');
  const { rewritten, taken, outlines } = practiceCopy(
    await readTaskSetFiles(folder),
    set,
    commitment,
  );
  const files = new Map<string, Uint8Array>();
  for (const [path, text] of rewritten) files.set(path, new TextEncoder().encode(text));
  for (const path of taken) files.set(path, whole.get(path) ?? new Uint8Array());
  return { files, outlines, leftOut: [...whole.keys()].filter((path) => !files.has(path)) };
}

async function examFiles({ folder, whole, variants, commitment }: Source): Promise<Copy> {
  const files = new Map<string, Uint8Array>();
  const pinned = await Promise.all(
    variants.map((set) => withPictures(set, folder, files, commitment)),
  );
  for (const { model } of pinned.flatMap(questionsOf).filter(isCode)) {
    files.set(pinnedUnder(model).file, await readPinned(folder, model));
  }
  files.set(COPY_FILE, new TextEncoder().encode(examCopy(pinned)));
  const [first] = variants;
  return {
    files: new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    outlines: first === undefined ? [] : questionsOf(first).map(examOutline),
    leftOut: [...whole.keys()].filter((path) => !holds(files, whole.get(path))),
  };
}

const isCode = <Q extends { readonly kind: string }>(
  question: Q,
): question is Extract<Q, { readonly kind: 'code' }> => question.kind === 'code';

/** Each picture becomes a file of the copy, under its hash. */
async function withPictures(
  set: TaskSet,
  folder: string,
  files: Map<string, Uint8Array>,
  commitment: string | undefined,
): Promise<TaskSet> {
  const tasks = set.tasks.map(async (task): Promise<Task> => {
    const found = task.figures.map(async (path) => {
      const bytes = await readPicture(folder, task, path);
      const reference = pinnedUnder({ file: path, sha256: sha256(bytes) });
      files.set(reference.file, bytes);
      return [path, reference] as const;
    });
    const figureFiles: Record<string, ModelReference> = Object.fromEntries(
      await Promise.all(found),
    );
    return found.length === 0 ? task : { ...task, figureFiles };
  });
  return { ...set, commitment, tasks: await Promise.all(tasks) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function holds(files: ArchiveFiles, bytes: Uint8Array | undefined): boolean {
  return (
    bytes !== undefined && [...files.values()].some((each) => Buffer.compare(each, bytes) === 0)
  );
}
