/** The files of a task set as plain data: whoever reads the disk has confined and capped them. */

export interface BinaryFile {
  /** bytes */
  readonly size: number;
  /** lower-case hexadecimal */
  readonly sha256: string;
}

/** Paths are relative to the set's folder, with slashes. */
export interface TaskSetFiles {
  readonly texts: ReadonlyMap<string, string>;
  readonly binaries: ReadonlyMap<string, BinaryFile>;
}
