/** A program with edits by line number made to it, as plain data: what a diff shows, and what is wrong with an edit. */

export interface EditedLine {
  readonly kind: 'kept' | 'removed' | 'added';
  /** number in the program before and after, from 1; absent where the line is not there */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly text: string;
  /** which edit it comes from, by its place in the answer, from 0 */
  readonly edit?: number | undefined;
}

/** An edit that cannot be made. */
export interface EditComplaint {
  /** its place in the answer, from 0 */
  readonly edit: number;
  /** a sentence that names the edit and its line */
  readonly message: string;
}
