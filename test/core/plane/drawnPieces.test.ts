import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawnItem, type DrawnType } from '../../../src/core/answer/answer.ts';
import { type DrawnPiece, drawnPieces } from '../../../src/core/plane/drawnPieces.ts';
import { type PlanePoint } from '../../../src/core/plane/plane.ts';
import { WINDOW, lengthOf, points, segments } from '../../support/planes.ts';

const item = (type: DrawnType, ...at: PlanePoint[]): DrawnItem => ({ type, points: at });

function pieces(...items: DrawnItem[]): readonly DrawnPiece[] {
  const drawn = drawnPieces(items, WINDOW);
  if (!drawn.ok) throw new Error(drawn.error[0]?.message);
  return drawn.value;
}

function complaints(...items: DrawnItem[]): readonly string[] {
  const drawn = drawnPieces(items, WINDOW);
  return drawn.ok ? [] : drawn.error.map(({ message }) => message);
}

const bare = (drawn: readonly DrawnPiece[]) => drawn.map(({ from, to }) => [from, to]);

const REACHES = { line: [-200, 200], ray: [0, 200], segment: [0, 1] } as const;

describe('what is drawn', () => {
  it('goes on to the edge of the window, to both sides or to one', () => {
    expect(bare(pieces(item('line', [0, 0], [0.5, 0.25])))).toEqual([
      [
        [-2, -1],
        [2, 1],
      ],
    ]);
    expect(bare(pieces(item('ray', [0, 1], [-0.1, 1])))).toEqual([
      [
        [0, 1],
        [-2, 1],
      ],
    ]);
    expect(bare(pieces(item('segment', [0, 1], [1, 1])))).toEqual([
      [
        [0, 1],
        [1, 1],
      ],
    ]);
  });

  it('is cut off at the edge of the window', () => {
    expect(bare(pieces(item('segment', [0, 0], [5, 5])))).toEqual([
      [
        [0, 0],
        [2, 2],
      ],
    ]);
    expect(bare(pieces(item('ray', [5, 0], [4, 0])))).toEqual([
      [
        [2, 0],
        [-2, 0],
      ],
    ]);
    expect(pieces(item('ray', [5, 0], [6, 0]), item('segment', [3, 3], [3, 4]))).toEqual([]);
  });

  it('is straight from corner to corner, with the number of its item', () => {
    const drawn = pieces(
      item('segment', [-1, -1], [-1, 0]),
      item('polyline', [0, 0], [1, 0], [1, 0], [1, 1]),
    );
    expect(drawn.map((piece) => piece.item).sort()).toEqual([0, 1, 1]);
  });

  it('is there once however often it is drawn', () => {
    const drawn = pieces(
      item('line', [0, 0], [1, 1]),
      item('segment', [1, 1], [-1, -1]),
      item('ray', [0.5, 0.5], [-3, -3]),
    );
    expect(bare(drawn)).toEqual([
      [
        [-2, -2],
        [2, 2],
      ],
    ]);
  });

  it('keeps its length where parts overlap or meet', () => {
    const drawn = pieces(item('segment', [-1, 0], [0.5, 0]), item('segment', [1, 0], [0, 0]));
    expect(lengthOf(drawn)).toBeCloseTo(2, 12);
    expect(new Set(drawn.map((piece) => piece.item))).toEqual(new Set([0, 1]));
  });

  it('is what brute force keeps inside the window', () => {
    const far = fc.tuple(
      fc.double({ min: -9, max: 9, noNaN: true }),
      fc.double({ min: -9, max: 9, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('line' as const, 'ray' as const, 'segment' as const),
        far,
        far,
        (type, from, to) => {
          fc.pre(Math.hypot(to[0] - from[0], to[1] - from[1]) > 0.1);
          const count = 20000;
          const [first, last] = REACHES[type];
          const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
          const step = ((last - first) * length) / count;
          const inside = Array.from({ length: count }, (_, index) => {
            const at = first + ((last - first) * (index + 0.5)) / count;
            return [from[0] + at * (to[0] - from[0]), from[1] + at * (to[1] - from[1])];
          }).filter((point) => point.every((x) => Math.abs(x) <= 2)).length;
          expect(
            Math.abs(lengthOf(pieces(item(type, from, to))) - inside * step),
          ).toBeLessThanOrEqual(2.1 * step);
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });

  it('does not depend on the order of items', () => {
    fc.assert(
      fc.property(fc.array(segments, { maxLength: 8 }), points, (drawn, shift) => {
        const items = drawn.map(({ from, to }) => item('segment', from, to));
        const twice = [...items, ...items, item('line', shift, [shift[0] + 1, shift[1]])];
        const length = lengthOf(pieces(...twice));
        expect(lengthOf(pieces(...twice.toReversed()))).toBeCloseTo(length, 9);
      }),
      { numRuns: 50, seed: 4 },
    );
  });
});

describe('what cannot be drawn', () => {
  it.each([
    [item('line', [0, 0]), 'Item 1 is a line, which takes two points: found 1.'],
    [
      item('segment', [0, 0], [1, 1], [2, 2]),
      'Item 1 is a segment, which takes two points: found 3.',
    ],
    [item('polyline', [0, 0]), 'Item 1 is a polyline, which takes two points or more: found 1.'],
    [
      item('line', [1, 1], [1, 1]),
      'Item 1 is a line between two different points: found the same point twice.',
    ],
    [
      item('polyline', [1, 1], [1, 1], [1, 1]),
      'Item 1 is a polyline between two different points: found the same point twice.',
    ],
    [
      item('ray', [0, 0], [NaN, 1]),
      'Item 1 has a point 2 without a place: expected two coordinates that are numbers, found (NaN, 1).',
    ],
    [
      item('ray', [0, Infinity], [1, 1]),
      'Item 1 has a point 1 without a place: expected two coordinates that are numbers, found (0, Infinity).',
    ],
    [
      item('ray', [0, 0], [1, -2e6]),
      'Item 1 has a point 2 without a place: expected coordinates between −1000000 and 1000000, found (1, -2000000).',
    ],
  ])('is complained of: %j', (drawn, complaint) => {
    expect(complaints(drawn)).toEqual([complaint]);
  });

  it('is named by its number among all items', () => {
    const good = item('line', [0, 0], [1, 0]);
    expect(complaints(good, item('line'), good, item('ray', [0, 0], [0, 0]))).toEqual([
      'Item 2 is a line, which takes two points: found 0.',
      'Item 4 is a ray between two different points: found the same point twice.',
    ]);
  });
});
