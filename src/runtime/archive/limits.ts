/** What an archive may be: more is refused before it is unpacked. */

export interface ArchiveLimits {
  /** of the archive itself */
  readonly bytes: number;
  readonly entries: number;
  /** of one file, unpacked */
  readonly fileBytes: number;
  /** of all files together, unpacked */
  readonly totalBytes: number;
  /** how many parts a path may have */
  readonly deepest: number;
  /** which files there may be; all where it is missing */
  readonly allows?: ((name: string) => boolean) | undefined;
}
