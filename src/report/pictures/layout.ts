/** Where nodes of a diagram stand: where they were put, or in layers along the arrows where none was put anywhere. */

import { Graph, layout } from '@dagrejs/dagre';
import { type DiagramAnswer } from '../../core/answer/answer.ts';
import { type Point } from '../answers/evidence.ts';
import { type Size } from './tag.ts';

export interface Box extends Size {
  readonly middle: Point;
}

/** Further out, someone else's program put it there by mistake. */
const FURTHEST = 20_000;

/** A box for each node, by its place in the answer. */
export function boxesOf({ nodes, edges }: DiagramAnswer, sizes: readonly Size[]): Box[] {
  const places = nodes.map(({ at }) =>
    at?.every((each) => Math.abs(each) <= FURTHEST) === true ? at : undefined,
  );
  const size = (index: number): Size => sizes[index] ?? { width: 40, height: 40 };
  if (places.every((place) => place === undefined)) return layered({ nodes, edges }, sizes);
  const lowest = Math.max(...places.map((place) => place?.[1] ?? -Infinity));
  let right = 0;
  return places.map((place, index) => {
    const box = size(index);
    if (place !== undefined) return { ...box, middle: place };
    right += box.width + 20;
    return { ...box, middle: [right - box.width / 2, lowest + 80] };
  });
}

function layered({ nodes, edges }: DiagramAnswer, sizes: readonly Size[]): Box[] {
  const graph = new Graph<object, Size & { x?: number; y?: number }>({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 56 });
  const size = (index: number): Size => sizes[index] ?? { width: 40, height: 40 };
  nodes.forEach((_, index) => graph.setNode(String(index), { ...size(index) }));
  const placeOf = new Map(nodes.map(({ id }, index) => [id, String(index)]));
  edges.forEach(({ from, to }, index) => {
    const ends = [placeOf.get(from), placeOf.get(to)] as const;
    if (ends[0] === undefined || ends[1] === undefined || ends[0] === ends[1]) return;
    graph.setEdge(ends[0], ends[1], {}, String(index));
  });
  layout(graph);
  return nodes.map((_, index) => {
    const { x = 0, y = 0 } = graph.node(String(index));
    return { ...size(index), middle: [x, y] };
  });
}
