/** Segments cut at every point at which they meet: vertices, and edges that meet in vertices only. */

import { type Result, failure, success } from '../../result.ts';
import { type PlanePoint, type Segment } from '../plane.ts';
import { type PlaneGrid } from '../planeGrid.ts';
import { Vertices } from '../vertices.ts';
import { crossingOf, placeOn } from './crossing.ts';

export interface NetworkEdge {
  /** vertex numbers */
  readonly ends: readonly [number, number];
  /** places of the segments that run here */
  readonly segments: readonly number[];
}

export interface Network {
  readonly vertices: Vertices;
  readonly edges: readonly NetworkEdge[];
}

/** More are refused. */
const MOST_PAIRS = 1e6;
const MOST_VERTICES = 1.2e4;
export const TOO_MANY = 'The drawing has too many crossings to be taken apart.';

/** `grid` holds all the segments. A sentence says that they are too many. */
export function networkOf(
  segments: readonly Segment[],
  grid: PlaneGrid<Segment>,
  rounding: number,
): Result<Network, string> {
  const cutter = new Cutter(segments, rounding);
  for (const [index, segment] of segments.entries()) {
    for (const other of grid.near(segment, rounding)) cutter.meet(index, other);
    if (cutter.isTooMuch || grid.isExhausted) return failure(TOO_MANY);
  }
  return success({ vertices: cutter.vertices, edges: cutter.edges() });
}

class Cutter {
  readonly vertices: Vertices;
  readonly #segments: readonly Segment[];
  readonly #indices: ReadonlyMap<Segment, number>;
  readonly #rounding: number;
  /** of each segment the vertices on it */
  readonly #on: Set<number>[];
  #pairs = 0;

  constructor(segments: readonly Segment[], rounding: number) {
    this.vertices = new Vertices(rounding);
    this.#segments = segments;
    this.#indices = new Map(segments.map((segment, index) => [segment, index]));
    this.#rounding = rounding;
    this.#on = segments.map(
      ({ from, to }) => new Set([this.vertices.of(from), this.vertices.of(to)]),
    );
  }

  get isTooMuch(): boolean {
    return this.#pairs > MOST_PAIRS || this.vertices.points.length > MOST_VERTICES;
  }

  meet(index: number, other: Segment): void {
    const [segment, place] = [this.#segments[index], this.#indices.get(other)];
    if (segment === undefined || place === undefined || place <= index || this.isTooMuch) return;
    this.#pairs += 1;
    const crossing = crossingOf(segment, other, this.#rounding);
    const met = [segment.from, segment.to, other.from, other.to].filter(
      (end) =>
        placeOn(segment, end, this.#rounding) !== undefined &&
        placeOn(other, end, this.#rounding) !== undefined,
    );
    for (const point of crossing === undefined ? met : [crossing, ...met]) {
      this.#cut(point, index, place);
    }
  }

  edges(): readonly NetworkEdge[] {
    const edges = new Map<string, { ends: readonly [number, number]; segments: number[] }>();
    for (const [index, segment] of this.#segments.entries()) {
      const path = [...(this.#on[index] ?? [])].sort(
        (one, other) => this.#along(segment, one) - this.#along(segment, other),
      );
      for (const [place, to] of path.slice(1).entries()) {
        const from = path[place] ?? to;
        const ends = from < to ? ([from, to] as const) : ([to, from] as const);
        const edge = edges.get(ends.join()) ?? { ends, segments: [] };
        edge.segments.push(index);
        edges.set(ends.join(), edge);
      }
    }
    return [...edges.values()];
  }

  #cut(point: PlanePoint, ...segments: readonly number[]): void {
    const vertex = this.vertices.of(point);
    for (const segment of segments) this.#on[segment]?.add(vertex);
  }

  #along({ from, to }: Segment, vertex: number): number {
    const [x, y] = this.vertices.at(vertex);
    return (x - from[0]) * (to[0] - from[0]) + (y - from[1]) * (to[1] - from[1]);
  }
}
