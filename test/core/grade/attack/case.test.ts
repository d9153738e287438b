import { describe, expect, it } from 'vitest';
import { drawPoints, pickCases } from '../../../../src/core/grade/attack/case.ts';
import { seededRandom } from '../../../../src/core/random.ts';

const WINDOW = { low: [-1, 2], high: [1, 3] };

describe('cases of an attack', () => {
  it('are drawn inside the window, the same for the same seed', () => {
    const points = drawPoints(seededRandom(7), WINDOW, 200);
    expect(points.every(([a = 0, b = 0]) => a >= -1 && a < 1 && b >= 2 && b < 3)).toBe(true);
    expect(drawPoints(seededRandom(7), WINDOW, 200)).toEqual(points);
    expect(drawPoints(seededRandom(8), WINDOW, 200)).not.toEqual(points);
  });

  it('use both labels, and turn the label of crossed points', () => {
    const candidates = Array.from({ length: 20 }, (_, i) => ({
      x: [i, 0],
      fx: i < 15 ? 2 : -2,
      bestMargin: 0.01,
      bestObjective: 0.5,
    }));
    const cases = pickCases(candidates, 0.1);
    const near = cases.filter(({ role }) => role === 'near');
    expect(near.map(({ t }) => t)).toEqual([1, -1, 1, -1, 1, -1]);
    const crossed = cases.filter(({ role }) => role === 'crossed');
    expect(crossed).toEqual([
      { role: 'crossed', x: [3, 0], t: -1 },
      { role: 'crossed', x: [18, 0], t: 1 },
    ]);
  });

  it('leave out points on the boundary, and call points far from which it is not worth reaching', () => {
    const candidates = [
      { x: [0, 0], fx: 0.1, bestMargin: 0, bestObjective: 0.5 },
      { x: [1, 0], fx: 3, bestMargin: 2.5, bestObjective: 3 },
      { x: [2, 0], fx: 3, bestMargin: 0, bestObjective: 0.5 },
      { x: [3, 0], fx: 3, bestMargin: 0, bestObjective: 2 },
    ];
    expect(pickCases(candidates, 0.1).map(({ role, x }) => [role, x[0]])).toEqual([
      ['near', 2],
      ['far', 1],
    ]);
  });
});
