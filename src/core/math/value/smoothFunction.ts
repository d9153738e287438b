/** What a function without definition stands for at a point: any smooth function will do, so a random one is drawn. */

import { seededRandom, uniform, type Random } from '../../random.ts';
import { type AnyFunction } from './code.ts';

const WAVES = 3;

/** One wave: height · sin(steepness · u + shift) */
interface Wave {
  readonly height: number;
  readonly steepness: readonly number[];
  readonly shift: number;
}

/** A sum of waves and a slope, drawn by the point’s seed and the name. */
export function smoothFunction(name: string, arity: number): AnyFunction {
  return ({ arithmetic, budget, point }, values) => {
    const { add, multiply, of, functions, cost } = arithmetic;
    budget.spend(WAVES * (cost.function + arity * cost.operation));
    const random = seededRandom(point.functionSeed ^ hash(name));
    const along = (steepness: readonly number[], from: number): (typeof values)[number] =>
      values.reduce(
        (sum, value, axis) => add(sum, multiply(of(steepness[axis] ?? 0), value)),
        of(from),
      );
    return draw(random, arity).reduce(
      (sum, { height, steepness, shift }) =>
        add(sum, multiply(of(height), functions.sin(along(steepness, shift)))),
      along(slopes(random, arity), uniform(random, -1, 1)),
    );
  };
}

function draw(random: Random, arity: number): readonly Wave[] {
  return Array.from({ length: WAVES }, () => ({
    height: uniform(random, 0.3, 1),
    steepness: slopes(random, arity),
    shift: uniform(random, -3, 3),
  }));
}

function slopes(random: Random, arity: number): readonly number[] {
  return Array.from({ length: arity }, () => uniform(random, -1.5, 1.5));
}

/** Different names, different functions (FNV-1a). */
function hash(name: string): number {
  let mixed = 0x811c9dc5;
  for (const character of name) {
    mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return mixed >>> 0;
}
