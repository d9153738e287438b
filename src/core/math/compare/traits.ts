/** Traits of whole vectors and matrices, made exactly: a rounding error would be a difference to a high precision. */

import { type Random, uniform } from '../../random.ts';
import { type Trait } from '../declarations.ts';

/** Decimal fractions of few digits add up exactly in decimals. */
const GRAINS = 1000;

export function shapeByTraits(
  traits: readonly Trait[],
  dims: readonly number[],
  data: readonly number[],
): readonly number[] {
  const columns = dims[1] ?? 1;
  if (traits.includes('positive-definite')) return positiveDefinite(data, columns);
  if (traits.includes('diagonal')) return diagonal(data, columns);
  return traits.includes('symmetric') ? symmetric(data, columns) : data;
}

/** Positive numbers that add up to exactly 1, in the proportions of the given ones. */
export function spreadEvenly(data: readonly number[]): readonly number[] {
  const weights = data.map((value) => Math.max(Math.abs(value), 1e-3));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const grains = weights.map((weight) => Math.max(1, Math.round((weight / total) * GRAINS)));
  const excess = grains.reduce((sum, grain) => sum + grain, 0) - GRAINS;
  const largest = grains.indexOf(Math.max(...grains));
  return grains.map((grain, position) => (grain - (position === largest ? excess : 0)) / GRAINS);
}

/** The same sum: from each component a little goes to the next. */
export function shifted(data: readonly number[], step: number, random: Random): readonly number[] {
  const scale = 10 ** Math.ceil(Math.log10(32 / step));
  const flow = data.map(() => Math.round(uniform(random, 1, 32)));
  const shares = data.map((value, at) => {
    const change = (flow.at(at - 1) ?? 0) - (flow[at] ?? 0);
    return (Math.round(value * scale) + change) / scale;
  });
  return shares.every((share) => share > 0) ? shares : data;
}

export function symmetric(data: readonly number[], columns: number): readonly number[] {
  return data.map((_, position) => {
    const [row, column] = place(position, columns);
    return data[Math.min(row, column) * columns + Math.max(row, column)] ?? 0;
  });
}

export function diagonal(data: readonly number[], columns: number): readonly number[] {
  return data.map((value, position) => {
    const [row, column] = place(position, columns);
    return row === column ? value : 0;
  });
}

/** `B Bᵀ + 1`: the same sums on both sides of the diagonal, so it is exactly symmetric. */
function positiveDefinite(data: readonly number[], columns: number): readonly number[] {
  return data.map((_, position) => {
    const [row, column] = place(position, columns);
    let sum = row === column ? 1 : 0;
    for (let k = 0; k < columns; k++) {
      sum += (data[row * columns + k] ?? 0) * (data[column * columns + k] ?? 0);
    }
    return sum;
  });
}

/** Each axis a little longer or shorter, which leaves a matrix positive definite: `D A D`. */
export function stretched(
  data: readonly number[],
  columns: number,
  step: number,
  random: Random,
): readonly number[] {
  const factors = Array.from({ length: columns }, () => 1 + uniform(random, -step, step));
  return data.map((value, position) => {
    const [row, column] = place(position, columns);
    return value * ((factors[row] ?? 1) * (factors[column] ?? 1));
  });
}

function place(position: number, columns: number): readonly [number, number] {
  return [Math.floor(position / columns), position % columns];
}
