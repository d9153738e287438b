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
  readonly run: () => Promise<Outcome>;
}

/** Of a stage that is no test: it counts only when it fails. */
export const nothingFailed: Outcome = { passed: 0, failed: [], skipped: [] };

export const failure = (title: string, message: string): Outcome => ({
  passed: 0,
  failed: [{ title, message }],
  skipped: [],
});
