/** Holds an answer against the right ones. */

import { compare } from '../../math/compare/compare.ts';
import { type Comparison } from '../../math/compare/comparison.ts';
import { type Declarations } from '../../math/declarations.ts';
import { type Checked } from '../../math/shape/checked.ts';
import { sameShape } from '../../math/shape/sizes.ts';
import { Probe } from '../../math/slip/probe.ts';

/** Every comparison draws the same points, so that an answer gets the same verdict every time. */
export const SEED = 1;

export type Rightness =
  /** `exception`: a sentence when they differ at ties and kinks only */
  | { readonly verdict: 'right'; readonly exception?: string | undefined }
  | { readonly verdict: 'undecided'; readonly reason: string }
  /** from the first right answer */
  | { readonly verdict: 'different'; readonly difference: Different };

export type Different = Extract<Comparison, { verdict: 'different' }>;

/** @param rights one or more */
export function rightness(
  answer: Checked,
  rights: readonly Checked[],
  declarations: Declarations,
): Rightness {
  let open: Rightness | undefined;
  let difference: Different | undefined;
  for (const right of rights) {
    const comparison = compare(answer, right, declarations, { seed: SEED });
    if (comparison.verdict === 'equal') {
      return { verdict: 'right', exception: comparison.exception };
    }
    if (comparison.verdict === 'undecided') open ??= comparison;
    else difference ??= comparison;
  }
  if (open !== undefined || difference === undefined) {
    return open ?? { verdict: 'undecided', reason: 'No right answer is known.' };
  }
  return { verdict: 'different', difference };
}

/** Undecided is not equal. What differs clearly costs little. */
export function isEqual(one: Checked, other: Checked, declarations: Declarations): boolean {
  if (!sameShape(one.shape, other.shape)) return false;
  const probe = new Probe(one, other, { declarations, seed: SEED });
  if (!probe.mayEqual(other)) return false;
  return compare(one, other, declarations, { seed: SEED }).verdict === 'equal';
}
