/** What the controller and a grading worker say to each other. Both are ours; the submissions inside are not. */
import { type BinaryFile } from '../../../core/taskset/files.ts';
import { type Isolation } from '../../sandbox/isolation.ts';
import { type Limits, type ProviderChoice } from '../../attack/attack.ts';
import { type BookEntry } from '../../check/referenceBook.ts';
import { type SubmissionJob } from '../job.ts';

/** The task set with its solutions and what is the same for all submissions. No key is among it. */
export interface WorkerSettings {
  readonly texts: readonly (readonly [path: string, text: string])[];
  readonly binaries: readonly (readonly [path: string, file: BinaryFile])[];
  readonly content: string;
  readonly seed: string;
  readonly tool: string;
  readonly provider: ProviderChoice;
  readonly requireSandbox: boolean;
  /** of students' programs; the usual ones where they are missing */
  readonly limits?: Partial<Limits> | undefined;
  /** what other workers have worked out */
  readonly references: readonly BookEntry[];
}

export interface ToWorker {
  readonly begin: WorkerSettings;
  /** brings the plain bytes of the submission */
  readonly grade: SubmissionJob;
  /** brings the bytes that were asked for; without any, `problem` says why */
  readonly file: { readonly problem?: string | undefined };
}

export interface FromWorker {
  readonly ready: { readonly isolation: Isolation; readonly note?: string | undefined };
  readonly begun: Record<string, never>;
  /** a binary file of the task set, answered by `file` */
  readonly want: { readonly file: string; readonly sha256: string };
  /** which question is graded now */
  readonly question: { readonly id: string };
  /** brings the record as JSON */
  readonly graded: { readonly learned: readonly BookEntry[] };
}

export const toWorkerKinds = ['begin', 'grade', 'file'] as const;
export const fromWorkerKinds = ['ready', 'begun', 'want', 'question', 'graded'] as const;
