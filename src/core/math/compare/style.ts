/** How large drawn numbers are. Each style is good at telling apart what the others confuse. */

import { type Random, uniform } from '../../random.ts';

/** One number, of either sign. */
export type Style = (random: Random) => number;

export const ordinary: Style = (random) => signed(random, uniform(random, 0.3, 2.2));
export const small: Style = (random) => signed(random, uniform(random, 0.002, 0.03));
export const large: Style = (random) => signed(random, uniform(random, 4, 10));
export const spread: Style = (random) => signed(random, 10 ** uniform(random, -2, 1));
export const wide: Style = (random) => signed(random, 10 ** uniform(random, -3, 3));
export const integers: Style = (random) => Math.floor(uniform(random, -3, 4));
export const simple: Style = (random) => pick(random, SIMPLE) ?? 1;

const SIMPLE = [1, 2, -1, 0.5, 3, -2, -0.5, 1.5];

/** Near the numbers that are written in the formulas, on both sides of them. */
export function around(literals: readonly number[]): Style {
  return (random) => {
    const literal = pick(random, literals) ?? 1;
    return signed(random, literal * uniform(random, 0.6, 1.6));
  };
}

export function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function signed(random: Random, size: number): number {
  return readable(random() < 0.5 ? -size : size);
}

/** Few digits, so that a point can be shown as it is. */
export function readable(value: number, digits = 4): number {
  return Number(value.toPrecision(digits));
}
