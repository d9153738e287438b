/**
 * The folder of one grading: what it was done with, a record for each submission, and the records from before the last
 * change of the task set. Every file is wholly old or wholly new, so that a grading may be ended at any moment.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import * as z from 'zod/mini';
import { type Decisions, type GradeRecord } from '../../core/gradebook/gradeRecord.ts';
import { replaceFile, textIfThere } from '../attempt/durableFile.ts';
import { type Isolation } from '../sandbox/isolation.ts';
import { readDecisions, readRecord } from './gradeRecordFile.ts';

const headSchema = z.looseObject({
  format: z.literal(1),
  taskSet: z.string(),
  version: z.string(),
  content: z.string(),
  seed: z.string(),
  tool: z.string(),
  isolation: z.enum(['bubblewrap', 'permission', 'none']),
  started: z.string(),
  set: z.optional(z.string()),
  submissions: z.optional(z.array(z.string())),
});

/** `grading.json` */
export interface GradingHead {
  readonly format: 1;
  readonly taskSet: string;
  readonly version: string;
  /** SHA-256 over the files of the task set */
  readonly content: string;
  /** from which the cases of hidden checks are drawn */
  readonly seed: string;
  readonly tool: string;
  readonly isolation: Isolation;
  /** ISO 8601 */
  readonly started: string;
  /** where the set lay, its folder or the sealed file: from this folder, with `/`; absolute on another drive */
  readonly set?: string | undefined;
  /** all that were graded last, in the order of the tables; absent until a grading came to its end */
  readonly submissions?: readonly string[] | undefined;
}

/** As the head tells where the set lies, so that both can be moved together. */
export function setPlace(grading: string, set: string): string {
  return relative(resolve(grading), resolve(set)).replaceAll(sep, '/');
}

/** 128 bits, which nobody knew when the submissions were written. */
export function newSeed(): string {
  return randomBytes(16).toString('hex');
}

export class GradingFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** undefined where nothing was graded yet. Throws when the file is none of ours. */
  async head(): Promise<GradingHead | undefined> {
    const text = await textIfThere(join(this.path, 'grading.json'));
    if (text === undefined) return undefined;
    const head = headSchema.safeParse(JSON.parse(text));
    if (head.success) return head.data;
    throw new Error(`${join(this.path, 'grading.json')} is not what a grading writes`);
  }

  /** A grading with another set or seed starts: records from now on are compared with those that are there. */
  async begin(head: GradingHead): Promise<void> {
    await rm(join(this.path, 'previous'), { recursive: true, force: true });
    await this.writeHead(head);
  }

  async writeHead(head: GradingHead): Promise<void> {
    await this.write('grading.json', jsonText(head));
  }

  /** undefined where there is none, or none that can be read: it is made anew. */
  async record(submission: string): Promise<GradeRecord | undefined> {
    return await this.#readRecord('records', submission);
  }

  /** From before the last change. */
  async previous(submission: string): Promise<GradeRecord | undefined> {
    return await this.#readRecord('previous', submission);
  }

  /** `earlier`: the record that it replaces, where its grade is to be compared with the new one. */
  async keep(record: GradeRecord, earlier: GradeRecord | undefined): Promise<void> {
    const { submission } = record;
    if (earlier !== undefined && (await this.previous(submission)) === undefined) {
      await this.write(`previous/${submission}.json`, jsonText(earlier));
    }
    await this.write(`records/${submission}.json`, jsonText(record));
  }

  /** undefined where nobody decided anything. Throws when what is there cannot be read: no decision is left out. */
  async decisions(submission: string): Promise<Decisions | undefined> {
    const path = join(this.path, 'decisions', `${submission}.json`);
    const text = await textIfThere(path);
    try {
      return text === undefined ? undefined : readDecisions(text);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${path}: ${why}`, { cause: error });
    }
  }

  async writeDecisions(submission: string, decisions: Decisions): Promise<void> {
    await this.write(`decisions/${submission}.json`, jsonText(decisions));
  }

  /** When a file was written, in milliseconds since 1970; 0 where it is missing. */
  async writtenAt(path: string): Promise<number> {
    const found = await stat(join(this.path, path)).catch(() => undefined);
    return found?.mtimeMs ?? 0;
  }

  /**
   * For what can be made again at any time: not flushed, but never half written. @param asOf when the state that it tells
   * was read, in milliseconds since 1970: what changed later is newer than it
   */
  async writeReport(path: string, content: string, asOf: number): Promise<void> {
    const target = join(this.path, path);
    await mkdir(dirname(target), { recursive: true });
    const temporary = `${target}.${randomUUID()}.tmp`;
    await writeFile(temporary, content);
    await utimes(temporary, asOf / 1000, asOf / 1000);
    await rename(temporary, target);
  }

  /** @param path relative to the folder */
  async write(path: string, content: string): Promise<void> {
    const target = join(this.path, path);
    await mkdir(dirname(target), { recursive: true });
    await replaceFile(target, content);
  }

  async #readRecord(folder: string, submission: string): Promise<GradeRecord | undefined> {
    const text = await textIfThere(join(this.path, folder, `${submission}.json`));
    try {
      return text === undefined ? undefined : readRecord(text);
    } catch {
      return undefined;
    }
  }
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
