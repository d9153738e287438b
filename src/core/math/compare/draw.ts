/** Points: values for everything that two expressions are about, drawn by a style. */

import { type Random } from '../../random.ts';
import { type DeclaredQuantity } from '../declarations.ts';
import { sizeAt } from '../shape/sizes.ts';
import { type Point, type Tensor } from '../value/point.ts';
import { drawQuantity } from './drawQuantity.ts';
import { type Sizes } from './sizeSchedule.ts';
import { type Style } from './style.ts';
import { type Subject } from './subject.ts';

/** Which style a quantity is drawn in. */
export type StyleOf = (quantity: DeclaredQuantity) => Style;

export function drawPoint(subject: Subject, sizes: Sizes, styleOf: StyleOf, random: Random): Point {
  const taken = new Set<number>();
  const values = new Map<string, Tensor<number>>();
  for (const quantity of subject.drawn) {
    const dims = quantity.shape.map((size) => sizeAt(size, sizes));
    const drawing = { style: styleOf(quantity), random, taken };
    values.set(quantity.name, drawQuantity(quantity, dims, drawing));
  }
  const indices = new Map<string, number>();
  for (const [name, size] of subject.indices) {
    indices.set(name, 1 + Math.floor(random() * sizeAt(size, sizes)));
  }
  return { sizes, indices, values, functionSeed: Math.floor(random() * 2 ** 31) };
}
