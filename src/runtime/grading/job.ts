/** What grading one submission needs, wherever the job comes from: from the pool of this machine or from a queue. */
import { type Cause, type GradeRecord } from '../../core/gradebook/gradeRecord.ts';

export interface SubmissionJob {
  /** the name of the submitted file without its ending, reduced to `[A-Za-z0-9._-]`, unique */
  readonly submission: string;
  /** `archive`: a zip as handing in writes it; `answers`: a bare answers file */
  readonly form: 'archive' | 'answers';
  /** of the submitted file, before it was opened */
  readonly sha256: string;
  /** what was graded before, of the same submission: verdicts that still hold are kept */
  readonly earlier?: GradeRecord | undefined;
  /** ids that are graded anew in any case */
  readonly again?: readonly string[] | undefined;
  /** questions that already ended two workers, and how */
  readonly skip?: Readonly<Record<string, Cause>> | undefined;
}
