/** Answers that are the right one times a number. */

import { type Expression } from '../expression.ts';
import { negated, numberOf, quotientOf, times } from './build.ts';
import { type SlipName } from './slips.ts';

const LARGEST_DENOMINATOR = 60;
/** ratios come from a few values in doubles */
const TOLERANCE = 1e-4;

export function constantSlip(ratio: number): SlipName {
  if (isAbout(ratio, -1)) return 'lost-sign';
  if (isAbout(ratio, 0.5)) return 'factor-2-lost';
  return isAbout(ratio, 2) ? 'factor-2-extra' : 'constant-factor';
}

/** Times the fraction that the ratio is near to; undefined if it is near none of small terms. */
export function scaled(expression: Expression, ratio: number): Expression | undefined {
  if (isAbout(ratio, 1)) return expression;
  if (isAbout(ratio, -1)) return negated(expression);
  for (let denominator = 1; denominator <= LARGEST_DENOMINATOR; denominator++) {
    const numerator = Math.round(ratio * denominator);
    if (numerator !== 0 && isAbout(ratio, numerator / denominator)) {
      return times(quotientOf(numberOf(numerator), numberOf(denominator)), expression);
    }
  }
  return undefined;
}

export function isAbout(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE * Math.abs(other);
}
