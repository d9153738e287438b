/** A run to look at: f is positive inside a ring, and z walks from x to the boundary. */
import { type AttackRow, type AttackViewState } from '../../src/protocol/messages.ts';

type Point = readonly [number, number];

const SIZE = 61;
const WINDOW: readonly [number, number] = [-2, 2];

const f = ([a, b]: Point): number => 1.2 - Math.hypot(a, b) + 0.35 * Math.sin(3 * a);

const grid = Array.from({ length: SIZE }, (_, i) => -2 + (4 * i) / (SIZE - 1));

function walk(from: Point, to: Point, steps: number): Point[] {
  return Array.from({ length: steps }, (_, step): Point => {
    const share = 1 - 0.985 ** step;
    const bend = 0.25 * Math.sin(Math.PI * share);
    return [from[0] + share * (to[0] - from[0]) + bend, from[1] + share * (to[1] - from[1])];
  });
}

function row(x: Point, to: Point, t: number, steps: number): AttackRow {
  const path = walk(x, to, steps);
  return {
    x,
    t,
    path,
    z: path.at(-1),
    output: path.map(f),
    distance: path.map(([a, b]) => Math.hypot(a - x[0], b - x[1])),
    success: t * f(path.at(-1) ?? x) <= 0,
  };
}

export function attackState(steps: number, over: Partial<AttackViewState> = {}): AttackViewState {
  const rows = [row([0.2, 0.3], [0.9, 1.15], 1, steps), row([-1.5, -1.2], [-0.6, -0.5], -1, steps)];
  return {
    status: 'done',
    provider: 'cpu',
    iterations: steps,
    iterationsPerSecond: 8123.4,
    ms: 123.1,
    loss: Array.from({ length: steps }, (_, i) => 0.04 + 3 * 0.98 ** i),
    rows,
    field: {
      x1: WINDOW,
      x2: WINDOW,
      columns: SIZE,
      rows: SIZE,
      values: grid.flatMap((b) => grid.map((a) => f([a, b]))),
    },
    ...over,
  };
}
