/** What came of a stage of `npm test`. */

export interface Failed {
  readonly title: string;
  readonly message: string;
}

export interface Outcome {
  readonly passed: number;
  readonly failed: readonly Failed[];
  readonly skipped: readonly string[];
}

export interface Stage {
  readonly name: string;
  /** shown while it runs */
  readonly title: string;
  /** `paths`: only test files whose path contains one of them; all if there is none */
  readonly run: (paths: readonly string[]) => Promise<Outcome>;
}

/** Of a stage that is no test: it counts only when it fails. */
export const nothingFailed: Outcome = { passed: 0, failed: [], skipped: [] };

export const failure = (title: string, message: string): Outcome => ({
  passed: 0,
  failed: [{ title, message }],
  skipped: [],
});

export const isWanted = (file: string, paths: readonly string[]): boolean =>
  paths.length === 0 || paths.some((path) => file.includes(path));
