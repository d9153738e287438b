/** Makes the zip that a student hands in, and reads it back before anybody gets it. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Manifest } from '../../core/submission/manifest.ts';
import { writeArchive } from '../archive/writeArchive.ts';
import { type JournalFiles, journalState } from './journalFiles.ts';
import { filesOf, readSubmission } from './readSubmission.ts';
import { receiptOf } from './receipt.ts';
import { ANSWERS, CODE, JOURNAL, MANIFEST, SUBMISSION_LIMITS } from './submission.ts';

export interface HandingIn extends Omit<Manifest, 'format' | 'journal' | 'files'> {
  /** by question */
  readonly answers: Readonly<Record<string, unknown>>;
  /** empty: there is none, and the submission says so */
  readonly journal: JournalFiles;
}

export interface PackedSubmission {
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
  readonly receipt: string;
  /** the journal was too large to come along */
  readonly journalLeftOut: boolean;
}

/** Throws when what was packed does not read back as what was given. */
export async function packSubmission(given: HandingIn): Promise<PackedSubmission> {
  const journal = fitting(given.journal);
  const files = new Map([
    [ANSWERS, jsonBytes(answersFile(given))],
    ...codeFiles(given.answers),
    ...[...journal].map(([name, bytes]) => [JOURNAL + name, bytes] as const),
  ]);
  const manifest = manifestOf(given, files, journal);
  const manifestBytes = jsonBytes(manifest);
  const bytes = await writeArchive(new Map([[MANIFEST, manifestBytes], ...files]));
  await verify(bytes, given);
  const journalLeftOut = journal.size < given.journal.size;
  return { bytes, manifest, receipt: receiptOf(manifestBytes), journalLeftOut };
}

/** What a reader would refuse for its size must not keep the answers from being handed in. */
function fitting(journal: JournalFiles): JournalFiles {
  const size = [...journal.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const isTooLarge =
    size > SUBMISSION_LIMITS.fileBytes / 2 || journal.size > SUBMISSION_LIMITS.entries / 2;
  return isTooLarge ? new Map() : journal;
}

/** As it can be read by itself, too. */
function answersFile({ taskSet, variant, answers }: HandingIn) {
  return { taskSet, ...(variant > 0 && { variant }), answers };
}

function codeFiles(answers: HandingIn['answers']): [string, Uint8Array][] {
  return Object.values(answers)
    .flatMap((answer) => Object.entries(filesOf(answer)))
    .filter((file): file is [string, string] => typeof file[1] === 'string')
    .map(([name, text]) => [CODE + name, Buffer.from(text, 'utf8')]);
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`, 'utf8');
}

function manifestOf(
  given: HandingIn,
  files: ReadonlyMap<string, Uint8Array>,
  journal: JournalFiles,
): Manifest {
  const { taskSet, version, content, attempt, variant, student, handedIn, tool } = given;
  const hashes = [...files].map(([path, bytes]) => [path, sha256(bytes)] as const);
  return {
    format: 1,
    taskSet,
    version,
    ...(content === undefined ? {} : { content }),
    attempt,
    variant,
    ...(student === undefined ? {} : { student }),
    handedIn,
    journal: journalState(journal).chain,
    files: Object.fromEntries(hashes),
    tool,
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function verify(bytes: Uint8Array, { answers }: HandingIn): Promise<void> {
  const read = await readSubmission(bytes);
  if (!read.ok) throw new Error(`the packed submission does not read back: ${read.error.reason}`);
  const meant: unknown = JSON.parse(JSON.stringify(answers));
  if (!isDeepStrictEqual(read.value.answers, meant)) {
    throw new Error('the packed submission reads back with other answers');
  }
}
