import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrangement, arrangement } from '../../../src/core/plane/arrangement.ts';
import { isInside } from '../../../src/core/plane/cells/inside.ts';
import {
  type PlanePoint,
  type Segment,
  distanceToSegment,
  segmentsOf,
} from '../../../src/core/plane/plane.ts';
import { WINDOW, points, segments } from '../../support/planes.ts';

const segment = (from: PlanePoint, to: PlanePoint): Segment => ({ from, to });

function cut(drawn: readonly Segment[], tolerance = 1e-6): Arrangement {
  const found = arrangement(drawn, WINDOW, tolerance);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

const areas = ({ cells }: Arrangement): number[] =>
  cells.map(({ area }) => Number(area.toFixed(9))).sort((one, other) => one - other);

const diagonals = [segment([-2, -2], [2, 2]), segment([-2, 2], [2, -2])];

describe('the cells of a drawing', () => {
  it('are the window where nothing is drawn', () => {
    const { cells, edges } = cut([]);
    expect(cells).toMatchObject([{ area: 16, inner: [0, 0], clearance: 2, holes: [] }]);
    expect(edges).toEqual([]);
  });

  it('are four for two lines that cross, with two cells at each edge', () => {
    const found = cut(diagonals);
    expect(areas(found)).toEqual([4, 4, 4, 4]);
    expect(found.edges.map(({ segments: [own] }) => own).sort()).toEqual([0, 0, 1, 1]);
    for (const { sides } of found.edges) expect(new Set(sides).size).toBe(2);
  });

  it('lie to the left and right of their edges', () => {
    const { cells, edges } = cut([segment([-2, 0], [2, 0])]);
    for (const { from, to, sides } of edges) {
      const [left, right] = sides.map((side) => cells[side]?.inner[1] ?? 0);
      expect(Math.sign(left ?? 0)).toBe(to[0] > from[0] ? 1 : -1);
      expect(Math.sign(right ?? 0)).toBe(to[0] > from[0] ? -1 : 1);
    }
  });

  it('are not divided by an end that is free', () => {
    const { cells, edges } = cut([segment([-1, 0], [1, 0]), segment([0, 0], [0, 1])]);
    expect(cells.map(({ area }) => area)).toEqual([16]);
    for (const { sides } of edges) expect(sides).toEqual([0, 0]);
  });

  it('may have holes with cells inside', () => {
    const square = (half: number): readonly Segment[] =>
      segmentsOf([
        [-half, -half],
        [half, -half],
        [half, half],
        [-half, half],
        [-half, -half],
      ]);
    const found = cut([...square(1.5), ...square(1), ...square(0.5)]);
    expect(areas(found)).toEqual([1, 3, 5, 7]);
    expect(found.cells.map(({ holes }) => holes.length).sort()).toEqual([0, 1, 1, 1]);
  });

  it('are closed where a hand stopped short, up to the tolerance', () => {
    const short = [segment([-1.95, 0], [1.96, 0.01]), segment([0, 0.06], [0.02, 1.93])];
    expect(cut(short, 0.1).cells.length).toBe(3);
    expect(cut(short, 0.02).cells.length).toBe(1);
  });

  it('are the same whether lines are drawn in one or in parts, and twice', () => {
    const rays = [
      segment([0, 0], [2, 2]),
      segment([0, 0], [-2, -2]),
      segment([0, 0], [-2, 2]),
      segment([1, -1], [0, 0]),
      segment([2, -2], [1, -1]),
      segment([-1, -1], [1, 1]),
    ];
    expect(areas(cut(rays))).toEqual([4, 4, 4, 4]);
  });

  it('keep an inner point that is far from their edges', () => {
    for (const { inner, clearance, outline, holes } of cut(diagonals).cells) {
      expect(isInside(inner, [outline, ...holes])).toBe(true);
      // the largest circle in a triangle of legs 2√2
      expect(clearance).toBeGreaterThan(0.9 * (2 * (Math.SQRT2 - 1)));
    }
  });

  it('are left alone where edges run along the window', () => {
    expect(cut([segment([-2, -2], [2, -2]), segment([2, -1], [2, 1])])).toMatchObject({
      cells: [{ area: 16 }],
      edges: [],
    });
  });

  it('obey Euler’s formula, and fill the window', () => {
    fc.assert(
      fc.property(fc.array(segments, { maxLength: 12 }), (drawn) => {
        const { cells, edges } = cut(drawn, 1e-9);
        expect(cells.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(16, 6);
        // drawn segments keep off the window's edge: V − E + F = C, each beside the window's own
        const vertices = new Set(edges.flatMap(({ from, to }) => [from.join(), to.join()]));
        const components = countComponents(edges);
        expect(vertices.size - edges.length + cells.length).toBe(1 + components);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('contain every point once', () => {
    fc.assert(
      fc.property(fc.array(segments, { maxLength: 10 }), points, (drawn, at) => {
        fc.pre(drawn.every((each) => distanceToSegment(at, each) > 1e-6));
        const { cells } = cut(drawn, 1e-9);
        const around = cells.filter(({ outline, holes }) => isInside(at, [outline, ...holes]));
        expect(around.length).toBe(1);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('are refused where crossings are too many', () => {
    const grid = Array.from({ length: 2000 }, (_, k) => [
      segment([-2, -1.99 + k * 0.0019], [2, -1.98 + k * 0.0019]),
      segment([-1.99 + k * 0.0019, -2], [-1.98 + k * 0.0019, 2]),
    ]).flat();
    const found = arrangement(grid, WINDOW, 0.1);
    expect(found.ok ? '' : found.error).toMatch(/too many crossings/);
  });
});

function countComponents(edges: Arrangement['edges']): number {
  const parents = new Map<string, string>();
  const root = (name: string): string => {
    const parent = parents.get(name) ?? name;
    return parent === name ? name : root(parent);
  };
  for (const { from, to } of edges) parents.set(root(from.join()), root(to.join()));
  return new Set(edges.map(({ from }) => root(from.join()))).size;
}
