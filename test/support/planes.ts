/** Functions of the plane for tests, written as in questions, and random ones. */

import fc from 'fast-check';
import { readDeclarations } from '../../src/core/math/read/readDeclarations.ts';
import { type LinearPieces, linearPieces } from '../../src/core/plane/linearPieces.ts';
import { type PlanePoint, type PlaneWindow, type Segment } from '../../src/core/plane/plane.ts';
import {
  type PlaneFunction,
  type PlaneLetters,
  planeFunction,
} from '../../src/core/plane/planeFunction.ts';
import { seededRandom, uniform } from '../../src/core/random.ts';

export const WINDOW: PlaneWindow = { low: [-2, -2], high: [2, 2] };

export const EXAM = [
  String.raw`a_3 = \max(0, x_1 + x_2)`,
  String.raw`a_4 = \max(0, x_1 - x_2)`,
  'y = a_3 + a_4',
];

export function letters(where: readonly string[] = []): PlaneLetters {
  const defined = where.map((line) => line.slice(0, line.indexOf('='))).join(', ');
  const declare = `x_1, x_2${defined && `, ${defined}`}: scalar`;
  const read = readDeclarations(declare, { where });
  if (!read.ok) throw new Error(read.error[0].message);
  return { axes: ['x_1', 'x_2'], declarations: read.value };
}

export function plane(text: string, where: readonly string[] = []): PlaneFunction {
  const f = planeFunction(text, letters(where));
  if (!f.ok) throw new Error(f.error.message);
  return f.value;
}

export function piecesOf(f: PlaneFunction, window: PlaneWindow = WINDOW): LinearPieces {
  const pieces = linearPieces(f, window);
  if (!pieces.ok) throw new Error(pieces.error);
  return pieces.value;
}

/** A two-layer ReLU network with weights of one decimal, as text. */
export const networks: fc.Arbitrary<string> = fc
  .record({
    seed: fc.nat(),
    first: fc.integer({ min: 1, max: 5 }),
    second: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ seed, first, second }) => {
    const random = seededRandom(seed);
    const weight = (): string => uniform(random, -2, 2).toFixed(1);
    const hidden = Array.from(
      { length: first },
      () => `relu((${weight()})*x_1 + (${weight()})*x_2 + (${weight()}))`,
    );
    const layer = (): string =>
      `relu(${hidden.map((unit) => `(${weight()})*${unit}`).join(' + ')} + (${weight()}))`;
    return Array.from({ length: second }, () => `(${weight()})*${layer()}`).join(' + ');
  });

/** Points with a margin to the window's edge. */
export const points: fc.Arbitrary<PlanePoint> = fc.tuple(coordinates(), coordinates());

function coordinates(): fc.Arbitrary<number> {
  return fc.integer({ min: -1990, max: 1990 }).map((thousandths) => thousandths / 1000);
}

export const segments: fc.Arbitrary<Segment> = fc
  .tuple(points, points)
  .filter(([from, to]) => Math.hypot(to[0] - from[0], to[1] - from[1]) > 0.01)
  .map(([from, to]) => ({ from, to }));

export function lengthOf(parts: readonly Segment[]): number {
  return parts.reduce((sum, { from, to }) => sum + Math.hypot(to[0] - from[0], to[1] - from[1]), 0);
}
