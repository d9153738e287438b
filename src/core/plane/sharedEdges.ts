/** Which cells of a window meet along which edges, corners in the middle of another cell's edge included. */

import { type LinearCell } from './linearCells.ts';
import { type PlaneWindow, type Segment, roundingIn } from './plane.ts';
import { PlaneGrid } from './planeGrid.ts';
import { Vertices } from './vertices.ts';

/** Corners nearer than so many roundings are one. */
const APART = 100;

export interface SharedEdge {
  /** vertex numbers */
  readonly ends: readonly [number, number];
  /** two cells, by their place */
  readonly cells: readonly [number, number];
}

export interface SharedEdges {
  readonly vertices: Vertices;
  readonly edges: readonly SharedEdge[];
}

export function sharedEdges(cells: readonly LinearCell[], window: PlaneWindow): SharedEdges {
  const rounding = APART * roundingIn(window);
  const vertices = new Vertices(rounding);
  const rings = cells.map(({ polygon }) => polygon.map((corner) => vertices.of(corner)));
  const corners = cornersGrid(vertices, window);
  const sides = new Map<string, SharedEdge>();
  const firsts = new Map<string, number>();
  for (const [cell, ring] of rings.entries()) {
    for (const ends of ringEdges(ring, vertices, { corners, rounding })) {
      const key = `${Math.min(...ends)},${Math.max(...ends)}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, cell);
      else if (first !== cell) sides.set(key, { ends, cells: [first, cell] });
    }
  }
  return { vertices, edges: [...sides.values()] };
}

function cornersGrid({ points }: Vertices, window: PlaneWindow): PlaneGrid<number> {
  const grid = new PlaneGrid<number>(window, points.length);
  for (const [index, point] of points.entries()) grid.insert({ from: point, to: point }, index);
  return grid;
}

interface Surroundings {
  readonly corners: PlaneGrid<number>;
  readonly rounding: number;
}

function ringEdges(
  ring: readonly number[],
  vertices: Vertices,
  { corners, rounding }: Surroundings,
): (readonly [number, number])[] {
  return ring.flatMap((start, index) => {
    const end = ring[(index + 1) % ring.length] ?? start;
    if (start === end) return [];
    const edge = { from: vertices.at(start), to: vertices.at(end) };
    const between = [...corners.near(edge, rounding)].filter(
      (corner) => corner !== start && corner !== end,
    );
    const stops = onSegment(edge, between, { vertices, rounding });
    const path = [start, ...stops, end];
    return path.slice(1).map((stop, place) => [path[place] ?? stop, stop] as const);
  });
}

/** Those of the vertices that lie on the segment, in order. */
function onSegment(
  { from, to }: Segment,
  candidates: readonly number[],
  { vertices, rounding }: { readonly vertices: Vertices; readonly rounding: number },
): readonly number[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  return candidates
    .map((vertex) => {
      const [x, y] = vertices.at(vertex);
      const along = ((x - from[0]) * dx + (y - from[1]) * dy) / length;
      const beside = Math.abs((x - from[0]) * dy - (y - from[1]) * dx) / length;
      return { vertex, along, beside };
    })
    .filter(({ along, beside }) => beside <= rounding && along > 0 && along < length)
    .sort((one, other) => one.along - other.along)
    .map(({ vertex }) => vertex);
}
