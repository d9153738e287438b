/** What is known of a changed program once it has run on single rows and on batches: plain values. */

import { type Cause } from '../../gradebook/gradeRecord.ts';
import { type AttackTolerances, type AttackTrial } from '../attack/judge.ts';
import { type MistakenBatch } from './mistakenBatch.ts';

/** A row to attack, and where the best known attack ends. */
export type KnownCase = Pick<AttackTrial, 'case' | 'best'>;

export interface RowEnd {
  readonly z: readonly number[];
  /** f(z) */
  readonly fz: number;
}

/** Rows that were run together. */
export interface BatchEnd {
  /** which case each row is */
  readonly cases: readonly number[];
  readonly rows: readonly RowEnd[];
}

export type Outcome<T> =
  | { readonly ran: true; readonly ends: readonly T[] }
  /** the program's fault; `why` is a sentence without its full stop, `size` the number of rows */
  | {
      readonly ran: false;
      readonly why: string;
      readonly size: number;
      /** no row was ever run: the text of the program cannot be parsed */
      readonly unreadable?: true | undefined;
      readonly cause?: Cause | undefined;
    };

export interface EditsEvidence {
  readonly cases: readonly KnownCase[];
  /** the program before the edits, each case alone */
  readonly before: Outcome<RowEnd>;
  /** the changed program, each case alone */
  readonly alone: Outcome<RowEnd>;
  /** the changed program on batches */
  readonly together: Outcome<BatchEnd>;
  readonly modelUnchanged: boolean;
  /** where mistakes made on purpose end; absent where nobody needs to know */
  readonly mistaken?: readonly MistakenEnd[] | undefined;
}

/** Where a mistaken program takes the rows of one batch. */
export interface MistakenEnd {
  readonly mistake: MistakenBatch['mistake'];
  /** of the batch in `together.ends` */
  readonly place: number;
  readonly z: readonly (readonly number[])[];
}

export interface BatchTolerances extends Omit<AttackTolerances, 'iterations'> {
  /** a row has ended where it ends alone when it is this close to that point */
  readonly distance: number;
}
