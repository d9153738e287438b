/**
 * Reads what a student handed in, and verifies it as far as it can be: the frame, every hash, the answers, and that the
 * journal leads to them. It proves that nothing was changed after handing in, not who wrote it.
 */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { readAnswersFile } from '../../core/answer/answersFile.ts';
import { type Result, failure, success } from '../../core/result.ts';
import { type Manifest, manifestSchema } from '../../core/submission/manifest.ts';
import { readJson } from '../../core/submission/readJson.ts';
import { explainIssue } from '../../core/taskset/explain.ts';
import { type ArchiveProblem, archiveProblemText, shown } from '../archive/archiveProblem.ts';
import { type ArchiveFiles, readArchive } from '../archive/readArchive.ts';
import { isSegment, journalState } from './journalFiles.ts';
import { receiptOf } from './receipt.ts';
import {
  ANSWERS,
  CODE,
  type HandedInFile,
  JOURNAL,
  MANIFEST,
  type Submission,
  SUBMISSION_LIMITS,
  type SubmissionProblem,
} from './submission.ts';

/** Inside: the first thing that is wrong. */
class Unreadable extends Error {
  readonly problem: SubmissionProblem;

  constructor(cause: SubmissionProblem['cause'], reason: string) {
    super(reason);
    this.problem = { cause, reason };
  }
}

/** @param bytes of the zip itself; a sealed one is opened before. Never throws. */
export async function readSubmission(
  bytes: Uint8Array,
): Promise<Result<Submission, SubmissionProblem>> {
  const archive = await readArchive(bytes, SUBMISSION_LIMITS);
  if (!archive.ok) {
    return failure({ cause: 'not-gradable', reason: whyNoArchive(bytes, archive.error) });
  }
  try {
    return verified(fromTop(archive.value));
  } catch (error) {
    if (error instanceof Unreadable) return failure(error.problem);
    throw error;
  }
}

const LONGEST_BEGINNING = 8;

/** What most likely became of the file stands first: whoever reads it has to ask for another one. */
function whyNoArchive(bytes: Uint8Array, problem: ArchiveProblem): string {
  if (bytes.length === 0) return 'The file is empty.';
  const beginning = Buffer.from(bytes.subarray(0, LONGEST_BEGINNING)).toString('latin1');
  if (!beginning.startsWith('PK')) {
    return `The file is no zip archive: it begins with ${shown(beginning)}.`;
  }
  return `The archive is damaged, cut off, or not one that is read: ${archiveProblemText(problem)}.`;
}

/** Who unpacks a submission and packs it again often packs the folder around it, too. */
function fromTop(files: ArchiveFiles): ArchiveFiles {
  if (files.has(MANIFEST)) return files;
  const around = [...files.keys()].find((path) => /^[^/]+\/manifest\.json$/.test(path));
  if (around === undefined) {
    throw new Unreadable('not-gradable', `This is no submission: there is no ${MANIFEST} in it.`);
  }
  const folder = around.slice(0, -MANIFEST.length);
  const inside = [...files].filter(([path]) => path.startsWith(folder));
  return new Map(inside.map(([path, bytes]) => [path.slice(folder.length), bytes]));
}

function verified(files: ArchiveFiles): Result<Submission, SubmissionProblem> {
  const manifest = manifestIn(files);
  const answers = answersIn(files, manifest);
  const { code, notes: codeNotes } = codeIn(files, answers);
  const submission = {
    manifest,
    receipt: receiptOf(files.get(MANIFEST) ?? new Uint8Array()),
    files: handedInFiles(files, manifest),
    answers,
    code,
  };
  const journal = journalFindings(files, submission);
  const notes = [...codeNotes, ...journal.notes];
  const reason = changeIn(submission.files) ?? journal.tampered;
  if (reason === undefined) return success({ ...submission, notes });
  return failure({ cause: 'tampered', reason, submission: { ...submission, notes } });
}

function manifestIn(files: ArchiveFiles): Manifest {
  const value = jsonIn(files, MANIFEST);
  const checked = manifestSchema.safeParse(value);
  if (checked.success) return checked.data;
  const format = formatOf(value);
  if (format > 1) {
    const reason = `${MANIFEST} is of format ${format}, which a newer version wrote: expected format 1.`;
    throw new Unreadable('not-gradable', reason);
  }
  const issues = checked.error.issues.slice(0, 3).flatMap((issue) => explainIssue(issue, value));
  const reasons = issues.map(({ message }) => message).join('; ');
  throw new Unreadable('not-gradable', `${MANIFEST}: ${reasons}.`);
}

function formatOf(manifest: unknown): number {
  const isData = typeof manifest === 'object' && manifest !== null;
  const format: unknown = isData ? Reflect.get(manifest, 'format') : undefined;
  return typeof format === 'number' ? format : 0;
}

function jsonIn(files: ArchiveFiles, path: string): unknown {
  const json = readJson(textIn(files, path));
  if (json.ok) return json.value;
  throw new Unreadable('not-gradable', `${path} is no JSON that can be read: ${json.error}.`);
}

function textIn(files: ArchiveFiles, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Unreadable('tampered', `${path} is missing.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('not-gradable', `${path}: expected text in UTF-8, found other bytes.`);
  }
}

function answersIn(files: ArchiveFiles, { taskSet }: Manifest): Submission['answers'] {
  jsonIn(files, ANSWERS);
  const read = readAnswersFile(textIn(files, ANSWERS));
  if (!read.ok) throw new Unreadable('not-gradable', `${ANSWERS}: ${read.error}.`);
  if (read.value.form !== 'attempt') {
    throw new Unreadable('not-gradable', `${ANSWERS}: expected all answers, found one.`);
  }
  if (read.value.taskSet !== taskSet) {
    const reason = `${ANSWERS} is for ${shown(read.value.taskSet)}, ${MANIFEST} for ${shown(taskSet)}.`;
    throw new Unreadable('tampered', reason);
  }
  return Object.fromEntries(read.value.answers);
}

/** Those that are there and those that the manifest names. */
function handedInFiles(files: ArchiveFiles, manifest: Manifest): HandedInFile[] {
  const named = new Map(Object.entries(manifest.files));
  const paths = new Set([...files.keys(), ...named.keys()]);
  paths.delete(MANIFEST);
  return [...paths].toSorted().map((path) => {
    const [bytes, expected] = [files.get(path), named.get(path)];
    const found = bytes && sha256(bytes);
    return { path, size: bytes?.length, state: stateOf(expected, found), expected, found };
  });
}

function stateOf(expected: string | undefined, found: string | undefined): HandedInFile['state'] {
  if (expected === found) return 'same';
  if (found === undefined) return 'missing';
  return expected === undefined ? 'added' : 'changed';
}

/** The first file that is not the one that the manifest names. */
function changeIn(files: readonly HandedInFile[]): string | undefined {
  const other = files.find(({ state }) => state !== 'same');
  if (other === undefined) return undefined;
  const { path, state, expected, found } = other;
  if (state === 'missing') return `${shown(path)} is missing.`;
  if (state === 'added') return `${shown(path)} was added after handing in.`;
  return `${shown(path)} was changed after handing in: expected SHA-256 ${expected}, found ${found}.`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface Findings {
  readonly notes: readonly string[];
  readonly tampered?: string | undefined;
}

function codeIn(
  files: ArchiveFiles,
  answers: Submission['answers'],
): { readonly code: Submission['code'] } & Findings {
  const inFolder = [...files.keys()].filter((path) => path.startsWith(CODE));
  const texts = inFolder.map((path) => [path.slice(CODE.length), textIn(files, path)] as const);
  const answered = Object.assign({}, ...Object.values(answers).map(filesOf)) as object;
  const other = texts.filter(([name, text]) => Reflect.get(answered, name) !== text);
  return {
    code: Object.fromEntries(texts),
    notes: other.map(
      ([name]) => `${shown(CODE + name)} differs from the answer in ${ANSWERS}; the answer counts.`,
    ),
  };
}

/** Of a programming answer; nothing of others. */
export function filesOf(answer: unknown): Readonly<Record<string, unknown>> {
  const files: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'files') : undefined;
  return typeof files === 'object' && files !== null ? { ...files } : {};
}

function journalFindings(
  files: ArchiveFiles,
  { manifest, answers }: Pick<Submission, 'manifest' | 'answers'>,
): Findings {
  const segments = [...files].flatMap(([path, bytes]) => {
    const name = path.slice(JOURNAL.length);
    return path.startsWith(JOURNAL) && isSegment(name) ? [[name, bytes] as const] : [];
  });
  if (segments.length === 0) {
    const isMissing = manifest.journal.records > 0;
    return isMissing
      ? { notes: [], tampered: 'The journal that the manifest names is missing.' }
      : { notes: ['There is no journal, so how the answers came about cannot be followed.'] };
  }
  const { chain, answers: saved, damaged } = journalState(new Map(segments));
  const notes = damaged.map((name) => `A part of ${shown(JOURNAL + name)} is damaged.`);
  if (!isDeepStrictEqual(chain, manifest.journal)) {
    const reason = `The journal ends with other records than the manifest names: expected ${manifest.journal.records}, found ${chain.records} whole ones.`;
    return { notes, tampered: reason };
  }
  const other = firstDifference(saved, answers);
  const tampered =
    other === undefined
      ? undefined
      : `The journal holds another answer to ${shown(other)} than ${ANSWERS}.`;
  return { notes, tampered };
}

function firstDifference(
  saved: Readonly<Record<string, unknown>>,
  handedIn: Readonly<Record<string, unknown>>,
): string | undefined {
  const questions = new Set([...Object.keys(saved), ...Object.keys(handedIn)]);
  return [...questions].find((id) => !isDeepStrictEqual(saved[id], handedIn[id]));
}
