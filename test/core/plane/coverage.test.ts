import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Coverage, coverage } from '../../../src/core/plane/coverage.ts';
import { type PlanePoint, type Segment, distanceToSegment } from '../../../src/core/plane/plane.ts';
import { lengthOf, segments } from '../../support/planes.ts';

const segment = (from: PlanePoint, to: PlanePoint): Segment => ({ from, to });
const LIMITS = { tolerance: 0.1, angle: Math.PI / 4 };

/** The stretches of one segment as parts of it, rounded. */
function shares(parts: Coverage['covered'], of: Segment): number[][] {
  const length = lengthOf([of]);
  const share = ([x, y]: PlanePoint): number =>
    Number((Math.hypot(x - of.from[0], y - of.from[1]) / length).toFixed(4));
  return parts.map(({ from, to }) => [share(from), share(to)]);
}

describe('coverage', () => {
  const across = segment([-2, 0], [2, 0]);

  it('is total by itself, and by what lies within the tolerance', () => {
    const beside = [segment([-2, 0.1], [2, 0.1])];
    for (const by of [[across], beside]) {
      const { uncovered, coveredLength } = coverage([across], by, LIMITS);
      expect(uncovered).toEqual([]);
      expect(coveredLength).toBeCloseTo(4, 9);
    }
  });

  it('is none just beyond the tolerance', () => {
    const found = coverage([across], [segment([-2, 0.1001], [2, 0.1001])], LIMITS);
    expect([found.coveredLength, found.uncoveredLength]).toEqual([0, 4]);
  });

  it('reaches over the ends of what covers by the tolerance', () => {
    const { covered, uncovered } = coverage([across], [segment([-1, 0], [0, 0])], LIMITS);
    expect(shares(covered, across)).toEqual([[0.225, 0.525]]);
    expect(shares(uncovered, across)).toEqual([
      [0, 0.225],
      [0.525, 1],
    ]);
  });

  it('ends where a slanted line leaves the strip', () => {
    const { covered } = coverage([across], [segment([-2, -0.2], [2, 0.2])], LIMITS);
    // 0.1 from a line of slope 1/10 to each side of the middle
    const half = (0.1 * Math.hypot(10, 1)) / 4;
    expect(shares(covered, across)).toEqual([
      [Number((0.5 - half).toFixed(4)), Number((0.5 + half).toFixed(4))],
    ]);
  });

  it('is not given by what crosses, unless direction does not matter', () => {
    const crossing = [segment([0, -2], [0, 2])];
    expect(coverage([across], crossing, LIMITS).coveredLength).toBe(0);
    const anyway = coverage([across], crossing, { ...LIMITS, angle: Math.PI / 2 });
    expect(anyway.coveredLength).toBeCloseTo(0.2, 9);
  });

  it('is put together from short pieces, without gaps between them', () => {
    const dashes = Array.from({ length: 20 }, (_, k) =>
      segment([-2 + k * 0.2, 0.01 * (k % 3)], [-1.85 + k * 0.2, 0.01 * (k % 2)]),
    );
    expect(coverage([across], dashes, LIMITS).uncovered).toEqual([]);
  });

  it('is nothing without anything that covers', () => {
    expect(coverage([across], [], LIMITS).uncoveredLength).toBe(4);
    expect(coverage([], [across], LIMITS)).toMatchObject({ covered: [], uncovered: [] });
  });

  it('says for each point what brute force says', () => {
    fc.assert(
      fc.property(fc.array(segments, { minLength: 1, maxLength: 6 }), segments, (by, of) => {
        const { covered, uncovered, coveredLength, uncoveredLength } = coverage([of], by, {
          tolerance: 0.3,
          angle: Math.PI / 2,
        });
        expect(coveredLength + uncoveredLength).toBeCloseTo(lengthOf([of]), 6);
        for (const { from, to } of covered) {
          const middle: PlanePoint = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
          expect(Math.min(...by.map((each) => distanceToSegment(middle, each)))).toBeLessThan(
            0.3 + 1e-9,
          );
        }
        for (const { from, to } of uncovered) {
          for (const share of [0.001, 0.3, 0.5, 0.999]) {
            const at: PlanePoint = [
              from[0] + share * (to[0] - from[0]),
              from[1] + share * (to[1] - from[1]),
            ];
            expect(Math.min(...by.map((each) => distanceToSegment(at, each)))).toBeGreaterThan(
              0.3 - 1e-9,
            );
          }
        }
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('of a set by itself is total', () => {
    fc.assert(
      fc.property(fc.array(segments, { minLength: 1, maxLength: 40 }), (all) => {
        const found = coverage(all, all, { tolerance: 1e-6, angle: 0.01 });
        expect(found.uncovered).toEqual([]);
      }),
      { numRuns: 50, seed: 6 },
    );
  });
});
