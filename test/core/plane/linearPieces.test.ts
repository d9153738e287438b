import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bordersByLine, pieceAt } from '../../../src/core/plane/borders.ts';
import { affineAt, areaOf } from '../../../src/core/plane/halfPlane.ts';
import { type LinearPieces, linearPieces } from '../../../src/core/plane/linearPieces.ts';
import { type PlanePoint, distanceToSegment } from '../../../src/core/plane/plane.ts';
import { type PlaneFunction } from '../../../src/core/plane/planeFunction.ts';
import { EXAM, WINDOW, lengthOf, networks, piecesOf, plane, points } from '../../support/planes.ts';

const formulas = ({ pieces }: LinearPieces): string[] =>
  pieces
    .map(({ affine: { gradient, offset } }) =>
      [...gradient, offset].map((x) => Number(x.toFixed(6)) + 0).join(),
    )
    .sort();

describe('the linear pieces of a function', () => {
  it('are four cones for the network of two units, with half a line between each two', () => {
    const found = piecesOf(plane('y', EXAM));
    expect(formulas(found)).toEqual(['0,0,0', '1,-1,0', '1,1,0', '2,0,0']);
    expect(found.pieces.map(({ area }) => area)).toEqual([4, 4, 4, 4]);
    expect(found.borders.map((border) => lengthOf([border]))).toEqual(
      Array(4).fill(expect.closeTo(2 * Math.SQRT2, 9)),
    );
    expect(bordersByLine(found).map((line) => line.length)).toEqual([2, 2]);
  });

  it.each([
    ['|x_1| + |x_2|', 4, 4],
    [String.raw`\max(x_1, x_2, 1 - x_1 - x_2)`, 3, 3],
    ['x_1 + 2 x_2', 1, 0],
    // kinks that cancel, coincide, or lie outside
    ['relu(x_1) - relu(-x_1)', 1, 0],
    ['|x_1| + relu(2 x_1) + relu(-3 x_1)', 2, 1],
    ['0.1 x_1 + 0.2 x_1 - 0.3 x_1 + x_2', 1, 0],
    ['relu(x_1 - 5)', 1, 0],
    ['relu(x_1 + x_2 - 4)', 1, 0],
    ['relu(x_1 + x_2) + relu(x_1 + x_2 - 10^{-3})', 3, 2],
    // jumps
    [String.raw`\operatorname{sign}(x_1)`, 2, 1],
    [String.raw`\mathbf{1}_{x_1 > x_2}`, 2, 1],
    [
      String.raw`\begin{cases} x_1 & x_1 > 0 \\ x_2 & x_2 > 1 \\ 0 & \text{otherwise}\end{cases}`,
      3,
      3,
    ],
    [String.raw`\lfloor x_1 \rfloor`, 4, 3],
    // many lines through one point, and a piece around another
    ['|x_1| + |x_2| + |x_1 - x_2| + |x_1 + x_2|', 8, 8],
    ['relu(1 - |x_1| - |x_2|)', 5, 8],
    [String.raw`\max(|x_1|, |x_2|)`, 4, 4],
  ])('of %s are %i, with %i borders', (text, pieces, borders) => {
    const found = piecesOf(plane(text));
    expect([found.pieces.length, found.borders.length]).toEqual([pieces, borders]);
    expect(found.pieces.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(16, 9);
  });

  it('are two where the same formula holds on both sides of a point', () => {
    const found = piecesOf(plane(String.raw`\max(0, \min(x_1, x_2), \min(-x_1, -x_2))`));
    expect(formulas(found)).toEqual(['-1,0,0', '0,-1,0', '0,0,0', '0,0,0', '0,1,0', '1,0,0']);
  });

  it('may have a dent', () => {
    const found = piecesOf(plane(String.raw`\min(relu(x_1), relu(x_2))`));
    expect(formulas(found)).toEqual(['0,0,0', '0,1,0', '1,0,0']);
    expect(found.pieces.map(({ area }) => area).sort()).toEqual([12, 2, 2]);
    // the border between 0 and the others is two parts with a corner
    expect(found.borders.length).toBe(3);
  });

  it('are as many as their lines make: one, one more for each line and for each crossing', () => {
    const lines = Array.from({ length: 12 }, (_, k) => {
      const [a, b, c] = [Math.cos(0.1 + k * 0.51), Math.sin(0.1 + k * 0.51), 0.3 + 0.01 * k];
      return [a, b, c].map((x) => Number(x.toFixed(3)));
    });
    const crossings = lines.flatMap(([a = 0, b = 0, c = 0], one) =>
      lines.slice(one + 1).filter(([d = 0, e = 0, f = 0]) => {
        const turn = a * e - b * d;
        return Math.max(Math.abs(c * e - b * f), Math.abs(a * f - c * d)) < 2 * Math.abs(turn);
      }),
    );
    const text = lines
      .map(([a = 0, b = 0, c = 0]) => `|(${a}) x_1 + (${b}) x_2 - ${c}|`)
      .join(' + ');
    const found = piecesOf(plane(text));
    expect(found.pieces.length).toBe(1 + lines.length + crossings.length);
    expect(found.pieces.length).toBeGreaterThan(50);
    checkEverywhere(plane(text), found, 200);
  });

  it('do not depend on where the window lies', () => {
    const window = { low: [1000, -2000], high: [1004, -1998] } as const;
    const found = piecesOf(plane('|x_1 - 1001| + |x_2 + 1999|'), window);
    expect(found.pieces.map(({ area }) => area).sort()).toEqual(
      [1, 1, 3, 3].map((area) => expect.closeTo(area, 6) as number),
    );
  });

  it.each([
    ['x_1^2 + x_2', /not piecewise linear: \$x_1\^\{2\}\$ is not linear/],
    [String.raw`|x_1| + \exp(x_2)`, /\\exp\\left\(x_2\\right\)/],
    ['relu(x_1) x_2', /is not linear/],
    [String.raw`\log(-1) + x_1`, /no value/],
    ['x_1 / 0', /no value/],
    [String.raw`\lfloor 5000 x_1 \rfloor`, /too many linear pieces/],
  ])('are refused for %s', (text, reason) => {
    const found = linearPieces(plane(text), WINDOW);
    expect(found.ok ? '' : found.error).toMatch(reason);
  });
});

function gradient(f: PlaneFunction, [x, y]: PlanePoint): PlanePoint {
  const h = 1e-7;
  return [
    (f.value([x + h, y]) - f.value([x - h, y])) / (2 * h),
    (f.value([x, y + h]) - f.value([x, y - h])) / (2 * h),
  ];
}

/** At points of a grid that is no kink's friend. */
function checkEverywhere(f: PlaneFunction, found: LinearPieces, count: number): void {
  for (let index = 1; index <= count; index += 1) {
    const at: PlanePoint = [-2 + 4 * ((index * 0.754877) % 1), -2 + 4 * ((index * 0.56984) % 1)];
    const piece = pieceAt(found, at, 1e-6);
    const affine = piece === undefined ? undefined : found.pieces[piece]?.affine;
    if (affine === undefined) continue;
    expect(affineAt(affine, at)).toBeCloseTo(f.value(at), 8);
    const [right, up] = gradient(f, at);
    expect(right).toBeCloseTo(affine.gradient[0], 4);
    expect(up).toBeCloseTo(affine.gradient[1], 4);
  }
}

describe('the linear pieces of random networks', () => {
  it('fill the window, and have the value and the slope of the function', () => {
    fc.assert(
      fc.property(networks, (text) => {
        const f = plane(text);
        const found = piecesOf(f);
        const area = found.pieces.reduce((sum, piece) => sum + piece.area, 0);
        expect(area).toBeCloseTo(16, 6);
        for (const { cells } of found.pieces) {
          for (const cell of cells) expect(areaOf(cell)).toBeGreaterThan(0);
        }
        checkEverywhere(f, found, 40);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('meet at borders on both sides of which the slopes differ, and nowhere else', () => {
    fc.assert(
      fc.property(networks, points, points, (text, from, to) => {
        const f = plane(text);
        const found = piecesOf(f);
        for (const { from: start, to: end, between } of found.borders) {
          const [one, other] = between.map((piece) => found.pieces[piece]?.affine);
          const gap = Math.hypot(
            (one?.gradient[0] ?? 0) - (other?.gradient[0] ?? 0),
            (one?.gradient[1] ?? 0) - (other?.gradient[1] ?? 0),
          );
          expect(gap).toBeGreaterThan(1e-9);
          // continuous across
          for (const at of [start, end]) {
            if (one && other) expect(affineAt(one, at)).toBeCloseTo(affineAt(other, at), 6);
          }
        }
        checkAlong(f, found, from, to);
      }),
      { numRuns: 60, seed: 8 },
    );
  });
});

/** Wherever the slope changes on the way there is a border. */
function checkAlong(f: PlaneFunction, found: LinearPieces, from: PlanePoint, to: PlanePoint): void {
  const count = 200;
  const step = Math.hypot(to[0] - from[0], to[1] - from[1]) / count;
  let before: PlanePoint | undefined;
  for (let index = 0; index <= count; index += 1) {
    const share = index / count;
    const at: PlanePoint = [
      from[0] + share * (to[0] - from[0]),
      from[1] + share * (to[1] - from[1]),
    ];
    const slope = gradient(f, at);
    if (before !== undefined && Math.hypot(slope[0] - before[0], slope[1] - before[1]) > 1e-3) {
      const distance = Math.min(...found.borders.map((border) => distanceToSegment(at, border)));
      expect(distance).toBeLessThanOrEqual(step + 1e-6);
    }
    before = slope;
  }
}

describe('the piece at a point', () => {
  const found = piecesOf(plane('y', EXAM));

  it('is the one around it', () => {
    const piece = pieceAt(found, [1, 0]);
    expect(piece === undefined ? undefined : found.pieces[piece]?.affine.gradient).toEqual([2, 0]);
  });

  it('is unknown on a border, near one as far as asked, and outside the window', () => {
    expect(pieceAt(found, [1, 1])).toBeUndefined();
    expect(pieceAt(found, [1, 0.9], 0.1)).toBeUndefined();
    expect(pieceAt(found, [1, 0.9], 0.05)).toBeDefined();
    expect(pieceAt(found, [3, 0])).toBeUndefined();
  });
});
