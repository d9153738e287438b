/** Everything of an attempt that is handed in, as it lies on the disk: what was saved is what counts. */
import { type AttemptMarker } from '../attempt/marker.ts';
import { journalFilesIn, journalState } from './journalFiles.ts';
import { type HandingIn } from './packSubmission.ts';

export interface AttemptOnDisk {
  readonly marker: AttemptMarker;
  readonly journalFolder: string;
  /** which of the set's variants it is; 0 where there are none */
  readonly variant: number;
  readonly student?: string | undefined;
  /** ISO 8601 */
  readonly handedIn: string;
  /** of the program that writes it */
  readonly tool: string;
}

/** Answers are those that the journal leads to, so that both always agree. Throws the file system's error. */
export async function gatherAttempt(attempt: AttemptOnDisk): Promise<HandingIn> {
  const { marker, journalFolder, variant, student, handedIn, tool } = attempt;
  const journal = await journalFilesIn(journalFolder);
  return {
    taskSet: marker.taskSet,
    version: marker.version,
    ...(marker.content === undefined ? {} : { content: marker.content }),
    attempt: marker.attempt,
    variant,
    ...(student === undefined ? {} : { student }),
    handedIn,
    tool,
    answers: journalState(journal).answers,
    journal,
  };
}
