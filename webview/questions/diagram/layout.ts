/**
 * Where the nodes stand. A node that was put somewhere stays there; if none was, the whole is laid out in layers, each
 * arrow leading onwards; if some were, the others find room beside their neighbours.
 */

import { Graph as LayeredGraph, layout } from '@dagrejs/dagre';
import { type DiagramNode } from '../../../src/protocol/messages.ts';
import { LOOP_ROOM } from './courses.ts';
import { type Graph } from './graph.ts';
import { type Box, type Point, type Size, onGrid, overlap, zoomToFit } from './plane.ts';

type Direction = 'right' | 'down';

export interface Room {
  /** as far as they are known */
  readonly sizes: ReadonlyMap<string, Size>;
  readonly canvas: Size;
}

/** Until a node was measured. */
const USUAL: Size = { width: 52, height: 44 };

/** Further out, someone else's program put it there by mistake. */
const FURTHEST = 20_000;

const GAPS = { alongside: 22, onwards: 62 } as const;

const sizeOf = ({ sizes }: Room, id: string): Size => sizes.get(id) ?? USUAL;

function placed({ at }: DiagramNode): Point | undefined {
  const isSound = at?.every((each) => Math.abs(each) <= FURTHEST) ?? false;
  return isSound ? at : undefined;
}

/** A box for each node, by its id. */
export function boxesOf(graph: Graph, room: Room): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const node of graph.nodes) {
    const middle = placed(node);
    if (middle) boxes.set(node.id, { ...sizeOf(room, node.id), middle });
  }
  if (boxes.size === 0) return layered(graph, room);
  for (const { id } of graph.nodes) {
    if (!boxes.has(id)) boxes.set(id, besideNeighbours(id, graph, { room, boxes }));
  }
  return boxes;
}

interface Style {
  readonly direction: Direction;
  readonly alongside: number;
  readonly onwards: number;
}

const STYLES: readonly [Style, ...Style[]] = [
  { direction: 'right', ...GAPS },
  { direction: 'down', ...GAPS },
  { direction: 'right', alongside: 16, onwards: 36 },
  { direction: 'down', alongside: 16, onwards: 36 },
];

/** Close enough to its natural size to be read with ease. */
const EASY = 0.9;

/** Above this, one style has to do. */
const QUICK = 60;

/** In the first style that fits with ease, else in the one that fits best. */
function layered(graph: Graph, room: Room): ReadonlyMap<string, Box> {
  const [first, ...others] = STYLES;
  let best = inStyle(graph, room, first);
  for (const style of graph.nodes.length > QUICK ? [] : others) {
    if (zoomToFit([...best.values()], room.canvas) >= EASY) break;
    const boxes = inStyle(graph, room, style);
    const isBetter =
      zoomToFit([...boxes.values()], room.canvas) > zoomToFit([...best.values()], room.canvas);
    if (isBetter) best = boxes;
  }
  return best;
}

function inStyle(graph: Graph, room: Room, style: Style): ReadonlyMap<string, Box> {
  const layers = new LayeredGraph<object, Size & { x?: number; y?: number }>({ multigraph: true });
  layers.setGraph({
    rankdir: style.direction === 'right' ? 'LR' : 'TB',
    nodesep: style.alongside,
    ranksep: style.onwards,
  });
  for (const { id } of graph.nodes) layers.setNode(id, withLoops(graph, id, sizeOf(room, id)));
  for (const { from, to, key } of graph.arrows) {
    const isWhole = layers.hasNode(from) && layers.hasNode(to);
    // a loop needs no layer of its own
    if (isWhole && from !== to) layers.setEdge(from, to, {}, String(key));
  }
  layout(layers);
  return new Map(
    graph.nodes.map(({ id }) => {
      const { x = 0, y = 0 } = layers.node(id);
      return [id, { ...sizeOf(room, id), middle: [Math.round(x), Math.round(y)] }];
    }),
  );
}

/** The room above a node that its loops take, and as much below, for its middle is its place. */
export function withLoops<S extends Size>({ arrows }: Graph, id: string, size: S): S {
  const hasLoop = arrows.some(({ from, to }) => from === id && to === id);
  return { ...size, height: size.height + (hasLoop ? 2 * LOOP_ROOM : 0) };
}

interface Taken {
  readonly room: Room;
  readonly boxes: ReadonlyMap<string, Box>;
}

/** Behind what leads here, before what it leads to, else below everything. */
function besideNeighbours(id: string, { arrows }: Graph, { room, boxes }: Taken): Box {
  const before = arrows.find(({ from, to }) => to === id && boxes.has(from))?.from;
  const after = arrows.find(({ from, to }) => from === id && boxes.has(to))?.to;
  const size = sizeOf(room, id);
  const neighbour = boxes.get(before ?? after ?? '');
  if (neighbour === undefined) return free({ ...size, middle: below(boxes) }, [...boxes.values()]);
  const sign = before === undefined ? -1 : 1;
  const step = GAPS.onwards + (neighbour.width + size.width) / 2;
  const [x, y] = neighbour.middle;
  const start: Point =
    directionIn(room) === 'right'
      ? [x + sign * step, y]
      : [x, y + sign * (GAPS.onwards + (neighbour.height + size.height) / 2)];
  return free({ ...size, middle: onGrid(start) }, [...boxes.values()]);
}

/** Narrower than this, what has no place finds it further down. */
const NARROW = 440;

const directionIn = ({ canvas }: Room): Direction => (canvas.width < NARROW ? 'down' : 'right');

function below(boxes: ReadonlyMap<string, Box>): Point {
  const all = [...boxes.values()];
  const left = Math.min(...all.map(({ middle }) => middle[0]));
  const bottom = Math.max(...all.map(({ middle, height }) => middle[1] + height / 2));
  return onGrid([left, bottom + GAPS.onwards]);
}

const STEP = 20;
const STEPS = 400;

/** The nearest place further down or up where nothing else stands. */
function free(box: Box, others: readonly Box[]): Box {
  for (let step = 0; step < STEPS; step += 1) {
    const off = (step % 2 === 0 ? -1 : 1) * Math.ceil(step / 2) * STEP;
    const moved: Box = { ...box, middle: [box.middle[0], box.middle[1] + off] };
    if (!others.some((other) => overlap(moved, other, STEP / 2))) return moved;
  }
  return box;
}

/** Every node put where it stands now. */
export const settled = (graph: Graph, boxes: ReadonlyMap<string, Box>): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, at: boxes.get(node.id)?.middle ?? node.at })),
});

/** No node put anywhere: the layers decide. */
export const loosened = (graph: Graph): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, at: undefined })),
});
