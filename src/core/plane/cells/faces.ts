/** The faces of a plane network, by walking around each with the face to the left. */

import { areaOf } from '../halfPlane.ts';
import { type PlanePoint, type Polyline } from '../plane.ts';
import { isInside } from './inside.ts';
import { type Network } from './network.ts';

export interface Face {
  /** counter-clockwise, not closed; an edge that ends inside is walked there and back */
  readonly outline: Polyline;
  /** clockwise around what stands free inside */
  readonly holes: readonly Polyline[];
  readonly area: number;
}

export interface Faces {
  readonly faces: readonly Face[];
  /** of each edge the faces to the left and right of its direction; undefined: outside of everything */
  readonly sides: readonly (readonly [number | undefined, number | undefined])[];
}

/** A way along an edge: edge 2 lies in its direction at 4, against it at 5. */
type Way = number;

export function facesOf(network: Network): Faces {
  const walks = walksOf(network);
  const cycles = walks.map((ways) => cycleOf(ways, network));
  const outlines = cycles
    .filter(({ area }) => area > 0)
    .sort((one, other) => one.area - other.area);
  const holes = new Map(outlines.map((cycle): [Cycle, Polyline[]] => [cycle, []]));
  const numbers = new Map(outlines.map((cycle, index) => [cycle, index]));
  const faceOf = new Map<Way, number | undefined>();
  for (const cycle of cycles) {
    const around = cycle.area > 0 ? cycle : surrounding(cycle, outlines);
    if (around !== undefined && around !== cycle) holes.get(around)?.push(cycle.points);
    const face = around && numbers.get(around);
    for (const way of cycle.ways) faceOf.set(way, face);
  }
  const faces = outlines.map((cycle) => ({
    outline: cycle.points,
    holes: holes.get(cycle) ?? [],
    area: (holes.get(cycle) ?? []).reduce((area, hole) => area + areaOf(hole), cycle.area),
  }));
  const sides = network.edges.map(
    (_, edge) => [faceOf.get(2 * edge), faceOf.get(2 * edge + 1)] as const,
  );
  return { faces, sides };
}

interface Cycle {
  readonly ways: readonly Way[];
  /** where each way starts */
  readonly vertices: readonly number[];
  readonly corners: ReadonlySet<number>;
  readonly points: Polyline;
  /** negative around the outside of what is connected, 0 around what encloses nothing */
  readonly area: number;
  readonly box: Box;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

function cycleOf(ways: readonly Way[], { vertices, edges }: Network): Cycle {
  const starts = ways.map((way) => edges[way >> 1]?.ends[way & 1] ?? 0);
  const points = starts.map((vertex) => vertices.at(vertex));
  const all = new Set(ways);
  const isThereAndBack = ways.every((way) => all.has(way ^ 1));
  const area = isThereAndBack ? 0 : areaOf(points);
  const corners = new Set(starts);
  return { ways, vertices: starts, corners, points, area, box: boxOf(points) };
}

function boxOf(points: Polyline): Box {
  const box = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.low = Math.min(box.low, y);
    box.high = Math.max(box.high, y);
  }
  return box;
}

/** The smallest outline around a cycle that stands free; outlines come from the smallest to the largest. */
function surrounding(
  { points, vertices, box }: Cycle,
  outlines: readonly Cycle[],
): Cycle | undefined {
  // the leftmost corner is inside of no outline that the cycle is connected with
  const index = points.findIndex(([x]) => x === box.left);
  const [corner, vertex] = [points[index], vertices[index]];
  if (corner === undefined || vertex === undefined) return undefined;
  return outlines.find(
    (outline) =>
      isInBox(outline.box, corner) &&
      !outline.corners.has(vertex) &&
      isInside(corner, [outline.points]),
  );
}

function isInBox({ left, right, low, high }: Box, [x, y]: PlanePoint): boolean {
  return x >= left && x <= right && y >= low && y <= high;
}

/** Every way belongs to one walk. */
function walksOf({ vertices, edges }: Network): readonly (readonly Way[])[] {
  const next = nextWays(vertices.points, edges);
  const left = new Set(next.keys());
  return [...left].flatMap((start) => {
    const walk: Way[] = [];
    for (let way = start; left.delete(way); way = next.get(way) ?? start) walk.push(way);
    return walk.length > 0 ? [walk] : [];
  });
}

/** After arriving, the first way to the left of the way back, so that the face on the left is kept. */
function nextWays(points: Polyline, edges: Network['edges']): ReadonlyMap<Way, Way> {
  const leaving = points.map((): { readonly way: Way; readonly angle: number }[] => []);
  for (const [edge, { ends }] of edges.entries()) {
    for (const side of [0, 1] as const) {
      const [from, to] = [points[ends[side]], points[ends[1 - side] ?? 0]];
      if (from === undefined || to === undefined) continue;
      const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
      leaving[ends[side]]?.push({ way: 2 * edge + side, angle });
    }
  }
  const next = new Map<Way, Way>();
  for (const ways of leaving) {
    ways.sort((one, other) => one.angle - other.angle);
    for (const [place, { way }] of ways.entries()) {
      const before = ways.at(place - 1);
      if (before !== undefined) next.set(way ^ 1, before.way);
    }
  }
  return next;
}
