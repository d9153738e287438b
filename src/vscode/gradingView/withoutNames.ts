/** Errors for who grades without names: what a file system says of a file names its student. */
import { type GradeRecord } from '../../core/gradebook/gradeRecord.ts';

/** The error itself, or another one where a name is in it. */
export function withoutNames(error: unknown, records: readonly GradeRecord[]): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const isNamed = records.some(({ submission, student = submission }) =>
    [submission, student].some((name) => name !== '' && message.includes(name)),
  );
  return isNamed ? new Error('It could not be done; the log says why.', { cause: error }) : error;
}
