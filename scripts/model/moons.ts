/** Two half moons that reach into each other: two classes that no straight line separates. */
import { type Random, seededRandom, uniform } from '../../src/core/random.ts';
import { type LabelledPoints, normal, rounded } from './points.ts';

const NOISE = 0.08;
const SCALE = 1.25;

/** `count` points of either class. */
export function moons(count: number, seed: number): LabelledPoints {
  const random = seededRandom(seed);
  const upper = Array.from({ length: count }, () => {
    const angle = uniform(random, 0, Math.PI);
    return point(random, Math.cos(angle), Math.sin(angle));
  });
  const lower = Array.from({ length: count }, () => {
    const angle = uniform(random, 0, Math.PI);
    return point(random, 1 - Math.cos(angle), 0.5 - Math.sin(angle));
  });
  return {
    x: [...upper, ...lower],
    t: [...upper.map(() => 1 as const), ...lower.map(() => -1 as const)],
  };
}

function point(random: Random, x1: number, x2: number): readonly [number, number] {
  return [
    rounded((x1 - 0.5 + NOISE * normal(random)) * SCALE),
    rounded((x2 - 0.25 + NOISE * normal(random)) * SCALE),
  ];
}
