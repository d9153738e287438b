/** What a student hands in, as it was read back: a zip of manifest, answers, programs and journal. */
import { type Cause } from '../../core/gradebook/gradeRecord.ts';
import { type Manifest } from '../../core/submission/manifest.ts';
import { type ArchiveLimits } from '../archive/limits.ts';

export interface Submission {
  readonly manifest: Manifest;
  /** the code that the student was shown */
  readonly receipt: string;
  /** every file but the manifest, in the order of their paths: what became of it since handing in */
  readonly files: readonly HandedInFile[];
  /** by question, not yet read as answers */
  readonly answers: Readonly<Record<string, unknown>>;
  /** the student's files, name → text */
  readonly code: Readonly<Record<string, string>>;
  /** what could not be verified and counts against nobody, as sentences */
  readonly notes: readonly string[];
}

export interface HandedInFile {
  readonly path: string;
  /** in bytes; undefined where it is missing */
  readonly size: number | undefined;
  readonly state: 'same' | 'changed' | 'missing' | 'added';
  /** SHA-256 in the manifest, and of the file that is there */
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
}

export interface SubmissionProblem {
  readonly cause: Extract<Cause, 'not-gradable' | 'tampered'>;
  /** a sentence */
  readonly reason: string;
  /** what could be read all the same; answers in it are in doubt */
  readonly submission?: Submission | undefined;
}

export const MANIFEST = 'manifest.json';
export const ANSWERS = 'answers.json';
export const CODE = 'code/';
export const JOURNAL = 'journal/';

const MiB = 1024 * 1024;

/** An attempt of several hours with everything that was ever typed stays well below. */
export const SUBMISSION_LIMITS: ArchiveLimits = {
  bytes: 64 * MiB,
  entries: 2000,
  fileBytes: 64 * MiB,
  totalBytes: 128 * MiB,
  deepest: 8,
};
