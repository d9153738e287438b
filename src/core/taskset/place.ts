/** Where something stands in the authored files; 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
