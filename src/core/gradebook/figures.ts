/** Numbers about numbers, and when there are too few to say anything. */

import { sumOf } from './finalGrade.ts';

/** A number, or why there is none, as words after "–". */
export type Figure = { readonly value: number } | { readonly missing: string };

/** Correlations and reliability of fewer submissions are noise. */
export const FEWEST = 10;

const TOO_FEW: Figure = { missing: 'too few complete submissions' };
const NO_SPREAD: Figure = { missing: 'all got the same' };

export interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  /** of a sample: with n − 1 */
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
}

/** undefined of nothing */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return undefined;
  const middle = (sorted.length - 1) / 2;
  const around = [sorted[Math.floor(middle)] ?? least, sorted[Math.ceil(middle)] ?? least];
  return {
    count: sorted.length,
    mean: meanOf(sorted),
    median: meanOf(around),
    deviation: Math.sqrt(varianceOf(sorted)),
    least,
    most,
  };
}

const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;

/** Of a sample; 0 of a single value. */
function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return sumOf(values.map((value) => (value - mean) ** 2)) / Math.max(1, values.length - 1);
}

/** Rounding must not look like spread. */
const NOTHING = 1e-9;

/** By Pearson, of two lists of one length. */
export function correlation(one: readonly number[], other: readonly number[]): Figure {
  if (one.length < FEWEST) return TOO_FEW;
  const [spreadOne, spreadOther] = [varianceOf(one), varianceOf(other)];
  if (spreadOne < NOTHING || spreadOther < NOTHING) return NO_SPREAD;
  const [meanOne, meanOther] = [meanOf(one), meanOf(other)];
  const products = one.map((value, i) => (value - meanOne) * ((other[i] ?? meanOther) - meanOther));
  const covariance = sumOf(products) / (one.length - 1);
  return { value: covariance / Math.sqrt(spreadOne * spreadOther) };
}

/**
 * How far the questions measure one thing: Cronbach's alpha (Coefficient alpha and the internal structure of tests,
 * Psychometrika 16, 1951). @param rows a submission each, a question's points each
 */
export function alphaOf(rows: readonly (readonly number[])[]): Figure {
  const questions = rows[0]?.length ?? 0;
  if (rows.length < FEWEST) return TOO_FEW;
  if (questions < 2) return { missing: 'it takes two questions' };
  const total = varianceOf(rows.map(sumOf));
  if (total < NOTHING) return NO_SPREAD;
  const single = Array.from({ length: questions }, (_, q) =>
    varianceOf(rows.map((row) => row[q] ?? 0)),
  );
  return { value: (questions / (questions - 1)) * (1 - sumOf(single) / total) };
}

/** How many values lie in each of `bins` equal parts of 0 to `most`; the last part includes its end. */
export function histogram(values: readonly number[], most: number, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const share = most > 0 ? value / most : 0;
    // points are told in hundredths: 0.6 / 3 is not to fall short of a fifth
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(share * bins + 1e-6)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
