/** Short edges between the same two pieces, joined to straight parts as long as possible. */

import { type Segment, distanceToLine } from './plane.ts';
import { type Vertices } from './vertices.ts';

interface BorderEdge {
  /** vertex numbers */
  readonly ends: readonly [number, number];
  readonly between: readonly [number, number];
}

interface JoinedBorder extends Segment {
  readonly between: readonly [number, number];
}

export function joinedBorders(
  edges: readonly BorderEdge[],
  vertices: Vertices,
): readonly JoinedBorder[] {
  const groups = new Map<string, { between: BorderEdge['between']; edges: BorderEdge[] }>();
  for (const edge of edges) {
    const key = edge.between.join();
    const group = groups.get(key) ?? { between: edge.between, edges: [] };
    group.edges.push(edge);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) =>
    new Chains(group.edges, vertices)
      .all()
      .map((segment) => ({ ...segment, between: group.between })),
  );
}

class Chains {
  readonly #vertices: Vertices;
  readonly #left: Set<BorderEdge>;
  readonly #at: Map<number, BorderEdge[]>;

  constructor(edges: readonly BorderEdge[], vertices: Vertices) {
    this.#vertices = vertices;
    this.#left = new Set(edges);
    this.#at = new Map();
    for (const edge of edges) {
      for (const end of edge.ends) this.#at.set(end, [...(this.#at.get(end) ?? []), edge]);
    }
  }

  all(): Segment[] {
    const segments: Segment[] = [];
    for (const edge of this.#left) {
      this.#left.delete(edge);
      const [start, end] = edge.ends;
      const to = this.#follow(start, end);
      const from = this.#follow(to, start);
      segments.push({ from: this.#vertices.at(from), to: this.#vertices.at(to) });
    }
    return segments;
  }

  /** The last vertex of the straight part that comes from `start` and goes on at `end`. */
  #follow(start: number, end: number): number {
    let last = end;
    for (;;) {
      const next = this.#at.get(last)?.find((edge) => this.#goesOn(edge, start, last));
      if (next === undefined) return last;
      this.#left.delete(next);
      last = next.ends[0] === last ? next.ends[1] : next.ends[0];
    }
  }

  #goesOn(edge: BorderEdge, start: number, last: number): boolean {
    if (!this.#left.has(edge)) return false;
    const far = edge.ends[0] === last ? edge.ends[1] : edge.ends[0];
    const whole = { from: this.#vertices.at(start), to: this.#vertices.at(far) };
    const middle = this.#vertices.at(last);
    return distanceToLine(middle, whole) <= 2 * this.#vertices.rounding && isBetween(middle, whole);
  }
}

function isBetween([x, y]: readonly [number, number], { from, to }: Segment): boolean {
  return (x - from[0]) * (x - to[0]) + (y - from[1]) * (y - to[1]) < 0;
}
