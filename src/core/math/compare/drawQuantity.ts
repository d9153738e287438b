/** One value for one quantity: components of a style, brought into the domain, and together of the shape's traits. */

import { type Random } from '../../random.ts';
import { type DeclaredQuantity } from '../declarations.ts';
import { type Tensor } from '../value/point.ts';
import { intoDomain } from './domain.ts';
import { spreadEvenly, shapeByTraits } from './traits.ts';
import { type Style } from './style.ts';

interface Drawing {
  readonly style: Style;
  readonly random: Random;
  /** components of distinct quantities so far */
  readonly taken: Set<number>;
}

const ATTEMPTS = 50;

export function drawQuantity(
  { domain, traits }: DeclaredQuantity,
  dims: readonly number[],
  drawing: Drawing,
): Tensor<number> {
  const count = dims.reduce((product, dim) => product * dim, 1);
  const { style, random, taken } = drawing;
  const draw = () => intoDomain(domain, style(random), random);
  const component = traits.includes('distinct') ? () => drawUntaken(draw, random, taken) : draw;
  const data = Array.from({ length: count }, component);
  if (traits.includes('simplex')) return { dims, data: spreadEvenly(data) };
  return { dims, data: shapeByTraits(traits, dims, data) };
}

/** Styles of few values run out: then the value is moved on, by more and more. */
function drawUntaken(draw: () => number, random: Random, taken: Set<number>): number {
  let value = draw();
  for (let attempt = 0; taken.has(value) && attempt < ATTEMPTS; attempt++) {
    value = attempt < 5 ? draw() : value + (random() < 0.5 ? -1 : 1) * Math.ceil(attempt / 5);
  }
  taken.add(value);
  return value;
}
