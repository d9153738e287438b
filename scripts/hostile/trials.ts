/** What every kind of hostile input is put through, and what is told of it in the end. */

/** A number that was promised, beside the one that was reached. */
export interface Figure {
  readonly what: string;
  readonly goal: string;
  readonly reached: string;
  readonly isReached: boolean;
}

export interface Trials {
  readonly tried: number;
  /** what broke a promise, in a line each */
  readonly broken: readonly string[];
  /** beside the number of what was tried and broken */
  readonly figures: readonly Figure[];
}

/** One that `--only` names. */
export interface HostileKind {
  readonly name: string;
  /** the least that has to be tried, and what of: as in 200 archives */
  readonly least: number;
  readonly of: string;
  /** @param count of trials, where it can be chosen */
  readonly run: (count?: number) => Promise<Trials>;
}
