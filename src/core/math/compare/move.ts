/** Small moves of a point inside its domains. What changes by leaps under them is a kink or a pole, no difference. */

import { type Random, uniform } from '../../random.ts';
import { type DeclaredQuantity } from '../declarations.ts';
import { type Point, type Tensor } from '../value/point.ts';
import { isDiscrete, isInside } from './domain.ts';
import { continuousIn, withSet } from './set.ts';
import { type Subject } from './subject.ts';
import { diagonal, shifted, stretched, symmetric } from './traits.ts';

const NEAR = 1e-4;

export function isMovable({ drawn }: Subject): boolean {
  return drawn.some(({ domain }) => !isDiscrete(domain));
}

/** Whether not all that can be moved lies on whole numbers and halves. */
export function isGeneral(subject: Subject, { values }: Point): boolean {
  if (!isMovable(subject)) return true;
  return subject.drawn.some(({ name, domain }) => {
    const components = isDiscrete(domain) ? [] : (values.get(name)?.data ?? []);
    return components.some((value) => !Number.isInteger(2 * value));
  });
}

/** Every continuous component by about `step` of its size, in a random direction. */
export function moved(subject: Subject, point: Point, step: number, random: Random): Point {
  const values = new Map(point.values);
  for (const quantity of subject.drawn) {
    const value = values.get(quantity.name);
    if (value !== undefined) values.set(quantity.name, movedValue(quantity, value, step, random));
  }
  return { ...point, values };
}

function movedValue(
  quantity: DeclaredQuantity,
  { dims, data }: Tensor<number>,
  step: number,
  random: Random,
): Tensor<number> {
  const { domain, traits } = quantity;
  if (isDiscrete(domain)) return { dims, data };
  const columns = dims[1] ?? 1;
  if (traits.includes('simplex')) return { dims, data: shifted(data, step, random) };
  if (traits.includes('positive-definite')) {
    return { dims, data: stretched(data, columns, step, random) };
  }
  const free = data.map((value) => {
    const by = step * (Math.abs(value) || 1) * uniform(random, 0.5, 1) * (random() < 0.5 ? -1 : 1);
    return [value + by, value - by].find((near) => isInside(domain, near)) ?? value;
  });
  if (traits.includes('diagonal')) return { dims, data: diagonal(free, columns) };
  return { dims, data: traits.includes('symmetric') ? symmetric(free, columns) : free };
}

/** The same point very near to zero. */
export function nearer(subject: Subject, point: Point): Point {
  const components = [...point.values.values()].flatMap(({ data }) => data.map(Math.abs));
  const factor = NEAR / Math.max(NEAR, ...components);
  return continuousIn(subject).reduce(
    (near, quantity) => withSet(subject, near, quantity, (_, value) => value * factor) ?? near,
    point,
  );
}
