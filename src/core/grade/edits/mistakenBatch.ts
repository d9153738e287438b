/** Programs that are run with a mistake made on purpose: how they make one number of many rows. */

import { bareCode } from '../../program/sameCode.ts';

/** How a mistaken program makes one number of many rows; `sum` is right in both places. */
export interface MistakenBatch {
  readonly mistake:
    | 'hinge-after-sum'
    | 'distance-counted-per-row'
    | 'mean-for-sum'
    | 'norm-of-all-rows'
    | 'every-label';
  /** of the squared differences: all their sum or mean, the mean of the rows' sums, or the norm of the whole matrix */
  readonly distance: 'sum' | 'mean' | 'row-mean' | 'norm';
  /** of t·f: each row's maximum summed or averaged, the maximum of the sum or of the mean, or every label with every row */
  readonly hinge: 'sum' | 'mean' | 'of-sum' | 'of-mean' | 'crosswise';
}

const MISTAKEN_BATCHES: readonly MistakenBatch[] = [
  { mistake: 'hinge-after-sum', distance: 'sum', hinge: 'of-sum' },
  { mistake: 'hinge-after-sum', distance: 'sum', hinge: 'of-mean' },
  { mistake: 'mean-for-sum', distance: 'sum', hinge: 'mean' },
  { mistake: 'mean-for-sum', distance: 'mean', hinge: 'sum' },
  { mistake: 'mean-for-sum', distance: 'mean', hinge: 'mean' },
  { mistake: 'mean-for-sum', distance: 'row-mean', hinge: 'mean' },
  { mistake: 'mean-for-sum', distance: 'row-mean', hinge: 'sum' },
  { mistake: 'norm-of-all-rows', distance: 'norm', hinge: 'sum' },
  { mistake: 'every-label', distance: 'sum', hinge: 'crosswise' },
];

/**
 * What a program may be taken for, by its text. Of n rows, n·D + H is least where D + H/n is: the one number D, added to
 * each row and summed with them, ends where a mean of the H does. Only that nothing is averaged tells them apart.
 */
export function mistakenBatches(text: string): readonly MistakenBatch[] {
  if (AVERAGES.test(bareCode(text))) return MISTAKEN_BATCHES;
  return MISTAKEN_BATCHES.map((made) =>
    made.distance === 'sum' && made.hinge === 'mean'
      ? { ...made, mistake: 'distance-counted-per-row' }
      : made,
  );
}

/** By a mean, or by a number of rows that is asked for. */
const AVERAGES = /\b(?:mean|div|size|shape|length)/;
