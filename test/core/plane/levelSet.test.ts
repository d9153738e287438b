import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieceAt } from '../../../src/core/plane/borders.ts';
import { type LevelSet, levelSet } from '../../../src/core/plane/levelSet.ts';
import { type PlanePoint, distanceToSegment, segmentsOf } from '../../../src/core/plane/plane.ts';
import { EXAM, WINDOW, lengthOf, networks, plane } from '../../support/planes.ts';

function level(text: string, value: number, where: readonly string[] = []): LevelSet {
  const found = levelSet(plane(text, where), value, WINDOW);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

/** Ends in reading order, so that directions do not matter. */
function ends({ parts }: LevelSet): string[] {
  const spoken = ([x, y]: PlanePoint): string => `${Number(x.toFixed(6))},${Number(y.toFixed(6))}`;
  return parts.map(({ points }) => points.map(spoken).sort().join(' ')).sort();
}

const lengthOfAll = ({ parts }: LevelSet): number =>
  lengthOf(parts.flatMap(({ points }) => segmentsOf(points)));

describe('the level set of a piecewise linear function', () => {
  it('is a segment and two rays for the network of two units, one on each piece that has it', () => {
    const found = level('y', 1, EXAM);
    expect(ends(found)).toEqual(['-1,-2 0.5,-0.5', '-1,2 0.5,0.5', '0.5,-0.5 0.5,0.5']);
    expect(found.parts.map(({ atEdge }) => atEdge.filter(Boolean).length).sort()).toEqual([
      0, 1, 1,
    ]);
    expect(new Set(found.parts.map(({ piece }) => piece)).size).toBe(3);
    expect(new Set(found.parts.map(({ component }) => component)).size).toBe(1);
    expect(found).toMatchObject({ points: [], areas: [] });
  });

  it('names the piece on which the function has the value everywhere', () => {
    const { areas, pieces } = level('y', 0, EXAM);
    expect(areas.map((area) => pieces?.pieces[area]?.affine.gradient)).toEqual([[0, 0]]);
  });

  it.each([
    // on a kink: once, although two pieces meet there
    ['|x_1|', 0, ['0,-2 0,2']],
    ['|x_1| + |x_2|', 1, ['-1,0 0,-1', '-1,0 0,1', '0,-1 1,0', '0,1 1,0']],
    [String.raw`\max(x_1, x_2)`, 0, ['-2,0 0,0', '0,-2 0,0']],
    ['x_1 + x_2', 10, []],
    // along the window's edge
    ['x_1', 2, ['2,-2 2,2']],
    // a jump that passes the value does not have it
    [String.raw`\begin{cases} 1 + x_2^0 & x_1 > 0 \\ -1 & x_1 \le 0\end{cases}`, 0, []],
    [String.raw`\begin{cases} x_1 & x_1 > 0 \\ -1 & x_1 \le 0\end{cases}`, 0, []],
    [String.raw`\begin{cases} x_1 & x_1 \ge 0 \\ -1 & x_1 < 0\end{cases}`, 0, ['0,-2 0,2']],
  ])('of %s at %d is in the right place', (text, value, expected) => {
    expect(ends(level(text, value))).toEqual(expected);
  });

  it('tells points that are touched', () => {
    expect(level('|x_1| + |x_2|', 0)).toMatchObject({ parts: [], points: [[0, 0]] });
    expect(level('x_1 + x_2', 4)).toMatchObject({ parts: [], points: [[2, 2]] });
  });

  it('has the value on every point, and lies between larger and smaller values', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: -4, max: 4 }), (text, value) => {
        const f = plane(text);
        const found = level(text, value);
        for (const { points, piece } of found.parts) {
          const [from = [0, 0], to = [0, 0]] = points;
          for (const share of [0, 0.3, 0.5, 1]) {
            const at: PlanePoint = [
              from[0] + share * (to[0] - from[0]),
              from[1] + share * (to[1] - from[1]),
            ];
            expect(f.value(at)).toBeCloseTo(value, 6);
          }
          const gradient = found.pieces?.pieces[piece ?? -1]?.affine.gradient;
          expect(Math.hypot(...(gradient ?? [0, 0]))).toBeGreaterThan(0);
        }
        checkCrossings(text, value, found);
      }),
      { numRuns: 25, seed: 11 },
    );
  });
});

/** Where the function passes the value on its way through the window there is a part of the level set. */
function checkCrossings(text: string, value: number, found: LevelSet): void {
  const f = plane(text);
  const strokes = found.parts.flatMap(({ points }) => segmentsOf(points));
  const step = 0.05;
  for (let y = -1.97; y < 2; y += 0.53) {
    for (let x = -1.99; x + step < 2; x += step) {
      const [here, there] = [f.value([x, y]) - value, f.value([x + step, y]) - value];
      if (here * there >= 0 || Math.abs(here - there) < 1e-6) continue;
      const distances = strokes.map((stroke) => distanceToSegment([x + step / 2, y], stroke));
      expect(Math.min(...distances)).toBeLessThanOrEqual(step);
    }
  }
}

const TWO_CIRCLES = '((x_1-1)^2 + x_2^2 - 0.25) ((x_1+1)^2 + x_2^2 - 0.25)';

describe('the level set of a smooth function', () => {
  it.each<[string, string, number, [number, number]]>([
    ['a circle', 'x_1^2 + x_2^2', 1, [2 * Math.PI, 1]],
    ['an ellipse', 'x_1^2 / 4 + x_2^2', 0.5, [6.8508, 1]],
    ['a hyperbola', 'x_1^2 - x_2^2', 1, [8.1505, 2]],
    ['a parabola', 'x_1^2 - x_2', 0, [3 * Math.SQRT2 + Math.asinh(2 * Math.SQRT2) / 2, 1]],
    ['two circles', TWO_CIRCLES, 0, [2 * Math.PI, 2]],
    ['a cross', 'x_1 x_2', 0, [8, 2]],
    [
      'inside its domain',
      String.raw`\sqrt{1 - x_1^2 - x_2^2}`,
      0.5,
      [2 * Math.PI * Math.sqrt(0.75), 1],
    ],
    [
      'of an exponential',
      String.raw`\exp(-x_1^2 - x_2^2)`,
      0.5,
      [2 * Math.PI * Math.sqrt(Math.LN2), 1],
    ],
    ['a square made of kinks', String.raw`\max(|x_1|, |x_2|)^2`, 1, [8, 1]],
  ])('is %s, as long as it should be', (_, text, value, expected) => {
    const [length, parts] = expected;
    const found = level(text, value);
    expect(found.parts.length).toBe(parts);
    expect(Math.abs(lengthOfAll(found) / length - 1)).toBeLessThan(2e-3);
  });

  it('stays on the curve to far below what can be drawn', () => {
    const found = level('x_1^2 + x_2^2', 1);
    for (const { from, to } of found.parts.flatMap(({ points }) => segmentsOf(points))) {
      const middle = Math.hypot((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
      expect(Math.abs(Math.hypot(...from) - 1)).toBeLessThan(1e-9);
      expect(Math.abs(middle - 1)).toBeLessThan(1e-3);
    }
  });

  it('closes, or ends at the edge of the window', () => {
    const [circle] = level('x_1^2 + x_2^2', 1).parts;
    expect(circle?.closed).toBe(true);
    expect(circle?.points.at(-1)).toEqual(circle?.points[0]);
    const arms = level('x_1 x_2', 1).parts;
    expect(arms.map(({ closed, atEdge }) => [closed, ...atEdge])).toEqual([
      [false, true, true],
      [false, true, true],
    ]);
  });

  it('is empty where nothing reaches the value, at poles too', () => {
    expect(level('x_1^2 + x_2^2', -1).parts).toEqual([]);
    expect(level('1 / x_1', 0).parts).toEqual([]);
    expect(level('1 / (x_1 - 0.013)', 0).parts).toEqual([]);
  });

  it.each([
    ['only touched along a line', 'x_1^2', 0],
    ['only touched in a point', '(x_1 - 0.3)^2 + (x_2 - 0.2)^2', 0],
    ['in a loop too small to be followed', '(x_1 - 0.013)^2 + (x_2 - 0.017)^2', 1e-6],
  ])('is refused where the value is %s', (_, text, value) => {
    const found = levelSet(plane(text), value, WINDOW);
    expect(found.ok ? '' : found.error).toMatch(/^The function comes to .* near \(/);
  });
});

it('is told apart by pieces where there are any', () => {
  const found = level('y', 1, EXAM);
  for (const {
    points: [from = [0, 0], to = [0, 0]],
    piece,
  } of found.parts) {
    const middle: PlanePoint = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    expect(found.pieces && pieceAt(found.pieces, middle)).toBe(piece);
  }
});
