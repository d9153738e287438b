/** A disc and a ring around it: two classes that a closed curve separates. */
import { seededRandom, uniform } from '../../src/core/random.ts';
import { type LabelledPoints, normal, rounded } from './points.ts';

const NOISE = 0.1;
const DISC = 0.6;
const RING = 1.4;

/** `count` points of either class: those of the ring are labelled 1. */
export function ring(count: number, seed: number): LabelledPoints {
  const random = seededRandom(seed);
  const around = (radius: number): readonly [number, number] => {
    const angle = uniform(random, 0, 2 * Math.PI);
    const length = radius + NOISE * normal(random);
    return [rounded(length * Math.cos(angle)), rounded(length * Math.sin(angle))];
  };
  const outer = Array.from({ length: count }, () => around(RING));
  const inner = Array.from({ length: count }, () => around(DISC * Math.sqrt(random())));
  return {
    x: [...outer, ...inner],
    t: [...outer.map(() => 1 as const), ...inner.map(() => -1 as const)],
  };
}
