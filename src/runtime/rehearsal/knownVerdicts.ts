/**
 * Verdicts of earlier calls, in a file below the user's cache folder. Each is found by the SHA-256 of everything that
 * it depends on, so that a change of anything makes it unknown; and each carries a checksum, so that a file that was
 * damaged only costs time. What is found is what a rehearsal without it would find.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type Rehearsal } from '../../core/grade/rehearsal.ts';
import { type KnownVerdicts, type Round } from '../../core/grade/rehearsing.ts';
import { type Verdict } from '../../core/grade/verdict.ts';
import { replaceFile, textIfThere } from '../attempt/durableFile.ts';
import { plainText } from './plainText.ts';

export interface VerdictFile extends KnownVerdicts {
  /** Whether `keepFine` was told the same before. */
  isFine(data: unknown): boolean;
  keepFine(data: unknown): void;
  /** Keeps what this call has used and found, and nothing else. Never rejects: who cannot write finds it again. */
  save(): Promise<void>;
}

interface VerdictFileOptions {
  /** of all caches */
  readonly folder: string;
  /** of the task set */
  readonly set: string;
  readonly basis: string;
  /** SHA-256 of the file that a question's model is now; undefined: there is none */
  readonly modelOf: (question: Rehearsal['question']) => string | undefined;
}

export async function openVerdictFile(options: VerdictFileOptions): Promise<VerdictFile> {
  const { folder, set, basis } = options;
  const path = join(folder, 'rehearsals', `${sha256(set).slice(0, 32)}.txt`);
  const found = new Entries(await readEntries(path, basis));
  const nameOf = namer(options);
  const fine = (data: unknown): string | undefined => nameIn(basis, ['fine', data]);
  return {
    // only verdicts are written under the names of rehearsals
    find: (rehearsal, round) => found.find(nameOf(rehearsal, round)) as Verdict | undefined,
    keep: (rehearsal, round, verdict) => {
      found.keep(nameOf(rehearsal, round), verdict);
    },
    isFine: (data) => found.find(fine(data)) === true,
    keepFine: (data) => {
      found.keep(fine(data), true);
    },
    save: async () => {
      await replaceFile(path, found.text(basis)).catch(() => undefined);
    },
  };
}

class Entries {
  readonly #before: ReadonlyMap<string, unknown>;
  readonly #used = new Map<string, unknown>();

  constructor(before: ReadonlyMap<string, unknown>) {
    this.#before = before;
  }

  find(name: string | undefined): unknown {
    const found = name === undefined ? undefined : this.#before.get(name);
    if (name !== undefined && found !== undefined) this.#used.set(name, found);
    return found;
  }

  keep(name: string | undefined, value: unknown): void {
    if (name !== undefined) this.#used.set(name, value);
  }

  text(basis: string): string {
    return [...this.#used].map(([name, value]) => lineOf(basis, name, value)).join('');
  }
}

type Namer = (rehearsal: Rehearsal, round: Round) => string | undefined;

/** Undefined where something is no plain data: its verdict is never kept. */
function namer({ basis, modelOf }: VerdictFileOptions): Namer {
  const questions = new Map<unknown, string | undefined>();
  return ({ question, answer, given = new Map() }, round) => {
    if (!questions.has(question)) {
      questions.set(question, nameIn(basis, [question, modelOf(question)]));
    }
    const name = questions.get(question);
    return name && nameIn(basis, [name, round, answer, given]);
  };
}

function nameIn(basis: string, data: unknown): string | undefined {
  const text = plainText(data);
  return text && sha256(`${basis} ${text}`);
}

async function readEntries(path: string, basis: string): Promise<Map<string, unknown>> {
  const text = (await textIfThere(path).catch(() => undefined)) ?? '';
  return new Map(text.split('\n').flatMap((line) => entryIn(line, basis)));
}

/** Nothing where the line is not as it was written, or was written on another basis. */
function entryIn(line: string, basis: string): (readonly [string, unknown])[] {
  const [name = '', sum = '', data = ''] = line.split(' ');
  if (sum !== checksum(basis, name, data)) return [];
  return [[name, deserialize(Buffer.from(data, 'base64'))]];
}

function lineOf(basis: string, name: string, value: unknown): string {
  const data = serialize(value).toString('base64');
  return `${name} ${checksum(basis, name, data)} ${data}\n`;
}

const checksum = (basis: string, name: string, data: string): string =>
  sha256(`${basis} ${name} ${data}`);

function sha256(data: string): string {
  return createHash('sha256').update(data).digest('hex');
}
