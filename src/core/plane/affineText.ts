/** A linear function of the plane as LaTeX that people would write: `2x_1 - x_2 + 0.5`. */

import { type Affine } from './halfPlane.ts';

/** Coefficients are found by sampling: what differs beyond this is rounding. */
const DIGITS = 6;

/** @param axes LaTeX of the two letters */
export function affineText({ gradient, offset }: Affine, axes: readonly [string, string]): string {
  const terms = [term(gradient[0], axes[0]), term(gradient[1], axes[1]), term(offset, '')];
  const sum = terms.filter((each) => each !== '').join(' ');
  return sum === '' ? '0' : sum.replace(/^\+ /, '').replace(/^- /, '-');
}

function term(coefficient: number, letter: string): string {
  const size = Number(Math.abs(coefficient).toFixed(DIGITS));
  if (size === 0) return '';
  const sign = coefficient < 0 ? '-' : '+';
  return `${sign} ${size === 1 && letter !== '' ? '' : String(size)}${letter}`;
}
