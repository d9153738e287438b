/** What stands in the folder of a grading: its head, all records, all decisions; read again only where files have changed. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Graded } from '../../core/gradebook/finalGrade.ts';
import { type Decisions, type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { type GradingFolder, type GradingHead } from '../grading/gradingFolder.ts';

/** A file as it was read. `value` is undefined where it cannot be read. */
interface Kept<T> {
  readonly mark: string;
  readonly writtenAt: number;
  readonly value: T | undefined;
}

type Shelf<T> = ReadonlyMap<string, Kept<T>>;

/** The last file that writing results writes for the class. */
const RESULTS = 'statistics.html';
const NAME = /^([A-Za-z0-9_-][A-Za-z0-9._-]*)\.json$/;

export class Gradebook {
  readonly folder: GradingFolder;
  #head: GradingHead;
  #records: Shelf<GradeRecord> = new Map();
  #decisions: Shelf<Decisions> = new Map();
  #resultsAt = 0;

  private constructor(folder: GradingFolder, head: GradingHead) {
    this.folder = folder;
    this.#head = head;
  }

  /** Throws where there is no grading, or none of ours. */
  static async open(folder: GradingFolder): Promise<Gradebook> {
    const book = new Gradebook(folder, await headIn(folder));
    await book.refresh();
    return book;
  }

  get head(): GradingHead {
    return this.#head;
  }

  /** In the order of the tables. */
  get graded(): readonly Graded[] {
    const names = this.#head.submissions ?? [...this.#records.keys()].toSorted();
    return names.flatMap((name) => {
      const record = this.#records.get(name)?.value;
      return record === undefined ? [] : [{ record, decisions: this.#decisions.get(name)?.value }];
    });
  }

  /** Submissions whose records cannot be read. */
  get unreadableRecords(): readonly string[] {
    return unreadable(this.#records);
  }

  /** Submissions whose decisions cannot be read. */
  get unreadableDecisions(): readonly string[] {
    return unreadable(this.#decisions);
  }

  /** Whether something was found or decided since the results were written. */
  get isStale(): boolean {
    const sources = [...this.#records.values(), ...this.#decisions.values()];
    return sources.some(({ writtenAt }) => writtenAt > this.#resultsAt);
  }

  /** Looks at the files; true where something is other than before. Throws when there is no grading any more. */
  async refresh(): Promise<boolean> {
    const before = this.#mark();
    const { folder } = this;
    this.#head = await headIn(folder);
    this.#resultsAt = await folder.writtenAt(RESULTS);
    this.#records = await shelf(folder, 'records', this.#records, (name) => recordIn(folder, name));
    this.#decisions = await shelf(folder, 'decisions', this.#decisions, (name) =>
      folder.decisions(name).catch(() => undefined),
    );
    return this.#mark() !== before;
  }

  /** What was just written to disk, so that looking again finds nothing new. */
  async refreshDecisions(submissions: readonly string[]): Promise<void> {
    const shelf = new Map(this.#decisions);
    for (const name of submissions) {
      const marked = await markOf(this.folder, `decisions/${name}.json`);
      const value = await this.folder.decisions(name).catch(() => undefined);
      if (marked === undefined) shelf.delete(name);
      else shelf.set(name, { ...marked, value });
    }
    this.#decisions = shelf;
  }

  #mark(): string {
    const marks = [this.#records, this.#decisions].map((shelf) =>
      [...shelf].map(([name, { mark }]) => [name, mark]),
    );
    return JSON.stringify([this.#head, this.#resultsAt, marks]);
  }
}

async function headIn(folder: GradingFolder): Promise<GradingHead> {
  const head = await folder.head();
  if (head !== undefined) return head;
  throw new Error(
    `${folder.path} holds no grading: expected grading.json, which exambench grade writes into the folder --out`,
  );
}

/** A record is of the submission that its file is named after; any other is none. */
async function recordIn(folder: GradingFolder, name: string): Promise<GradeRecord | undefined> {
  const record = await folder.record(name);
  return record?.submission === name ? record : undefined;
}

function unreadable(shelf: Shelf<unknown>): string[] {
  return [...shelf].flatMap(([name, { value }]) => (value === undefined ? [name] : []));
}

type Within = 'records' | 'decisions';

/** Reads what has changed; keeps the rest. */
async function shelf<T>(
  folder: GradingFolder,
  within: Within,
  before: Shelf<T>,
  read: (name: string) => Promise<T | undefined>,
): Promise<Shelf<T>> {
  const files = await readdir(join(folder.path, within)).catch(() => []);
  const names = files.flatMap((file) => NAME.exec(file)?.[1] ?? []).toSorted();
  const entries = names.map(async (name): Promise<[string, Kept<T>] | undefined> => {
    const marked = await markOf(folder, `${within}/${name}.json`);
    if (marked === undefined) return undefined;
    const known = before.get(name);
    if (known?.mark === marked.mark) return [name, known];
    return [name, { ...marked, value: await read(name) }];
  });
  return new Map((await Promise.all(entries)).filter((entry) => entry !== undefined));
}

/** Files are replaced, never changed: another file, or another time, is another text. */
async function markOf(
  folder: GradingFolder,
  path: string,
): Promise<Omit<Kept<never>, 'value'> | undefined> {
  const found = await stat(join(folder.path, path)).catch(() => undefined);
  if (found === undefined) return undefined;
  const { mtimeMs, size, ino } = found;
  return { mark: `${ino} ${mtimeMs} ${size}`, writtenAt: mtimeMs };
}
