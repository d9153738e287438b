/** What came out of comparing two expressions, or of testing one relation. Plain data, for verdicts and reports. */

/** A number, or rows of numbers; null where there is no value. */
export type Nested = number | null | readonly Nested[];

export interface Counterexample {
  readonly sizes: Readonly<Record<string, number>>;
  readonly indices: Readonly<Record<string, number>>;
  /** of the symbols that occur, and of what they stand for */
  readonly values: Readonly<Record<string, Nested>>;
  readonly left: Nested;
  readonly right: Nested;
}

export type Comparison =
  | {
      readonly verdict: 'equal';
      /** a sentence when they differ at ties and kinks only, as in “except where x = c” */
      readonly exception?: string | undefined;
    }
  | {
      readonly verdict: 'different';
      /** a sentence: shapes that differ, or where one side has no value; else the counterexample speaks */
      readonly reason?: string | undefined;
      readonly counterexample?: Counterexample | undefined;
    }
  /** the sentence says why */
  | { readonly verdict: 'undecided'; readonly reason: string };

export type RelationOutcome =
  | {
      readonly verdict: 'holds';
      /** of a strict relation: both sides can be equal at special points, such as all zero */
      readonly equalAt?: Counterexample | undefined;
    }
  | {
      readonly verdict: 'violated';
      readonly reason?: string | undefined;
      readonly counterexample?: Counterexample | undefined;
    }
  | { readonly verdict: 'undecided'; readonly reason: string };
