/** Two points of a line as an equation. */

import { type PlanePoint } from '../../../src/protocol/messages.ts';
import { numberText } from './numbers.ts';

/** Numbers up to this are tried to have whole coefficients. */
const MOST_PARTS = 60;

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;

/** Shown in full by a few digits. */
const isShort = (value: number): boolean => Math.abs(Number(numberText(value)) - value) < 1e-9;

/** As whole and small as can be, the first one positive. */
function simple(coefficients: readonly number[]): readonly number[] {
  const [a = 0, b = 0] = coefficients;
  const largest = Math.max(Math.abs(a), Math.abs(b));
  const unit = coefficients.map((each) => each / largest);
  // upright and level lines are written as one says them
  if ((a === 0 || b === 0) && isShort(unit[2] ?? 0)) return positive(unit);
  for (let parts = 1; parts <= MOST_PARTS; parts += 1) {
    const scaled = unit.map((each) => each * parts);
    if (scaled.every(isWhole)) return positive(scaled.map(Math.round));
  }
  return positive(unit);
}

function positive(coefficients: readonly number[]): readonly number[] {
  const first = coefficients.find((each) => each !== 0) ?? 0;
  return first < 0 ? coefficients.map((each) => 0 - each) : coefficients;
}

/** As plain text, such as `x_1 + 2x_2 = 1`. */
export function equationOf(
  [p, q]: readonly [PlanePoint, PlanePoint],
  axes: readonly [string, string],
): string {
  const normal = [q[1] - p[1], p[0] - q[0]] as const;
  const [a = 0, b = 0, c = 0] = simple([...normal, normal[0] * p[0] + normal[1] * p[1]]);
  return `${sum([term(a, axes[0]), term(b, axes[1])])} = ${numberText(c)}`;
}

function term(factor: number, letter: string): string {
  const text = numberText(factor);
  if (text === '0') return '';
  return `${text === '1' ? '' : text === '-1' ? '-' : text}${letter}`;
}

const sum = (terms: readonly string[]): string =>
  terms
    .filter((each) => each !== '')
    .join(' + ')
    .replace('+ -', '- ');
