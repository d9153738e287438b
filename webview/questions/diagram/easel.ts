/** What a view knows of one diagram: the sketch, and how it is looked at. No part of the answer. */

import { type QuestionDesk } from '../../task/questionDesk.ts';
import { type Course, type NodeShape, coursesOf } from './courses.ts';
import { type Graph } from './graph.ts';
import { boxesOf, withLoops } from './layout.ts';
import { type Box, type Lens, type Point, type Size, fitting, revealing } from './plane.ts';
import { Scales } from './scales.ts';
import { Sketch } from './sketch.ts';

/** What the pointer is doing. */
export type Gesture =
  | { readonly kind: 'move'; readonly id: string; readonly grab: Point; readonly start: Point }
  | {
      readonly kind: 'connect';
      readonly from: string;
      readonly to: Point;
      /** the node was left: coming back to it draws a loop */
      readonly hasLeft: boolean;
    }
  | { readonly kind: 'pan'; readonly start: Point; readonly lens: Lens };

/** What a remark speaks of. */
export interface Spotlight {
  readonly nodes: ReadonlySet<string>;
  readonly arrows: ReadonlySet<number>;
}

interface Drawn {
  readonly graph: Graph;
  readonly sizes: ReadonlyMap<string, Size>;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly courses: ReadonlyMap<number, Course>;
}

export const CANVAS = 'canvas';
const NODE = 'node ';

const UNMEASURED: Size = { width: 640, height: 360 };

export class Easel {
  readonly sketch = new Sketch();
  readonly scales: Scales;
  gesture: Gesture | undefined;
  /** whether the pointer has gone far enough to mean it */
  isDragging = false;
  /** counts drags, so that each is taken back by itself */
  drags = 0;
  spotlight: Spotlight | undefined;
  isListOpen = false;
  /** what is being written in the field for edges as text, and what is wrong with it */
  lines = '';
  linesProblem: string | undefined;
  /** typed to find a node by its label, and when */
  sought = '';
  #lens: Lens | undefined;
  #drawn: Drawn | undefined;

  constructor(desk: QuestionDesk) {
    this.scales = new Scales(() => {
      desk.redraw();
    });
  }

  get canvas(): Size {
    return this.scales.sizes.get(CANVAS) ?? UNMEASURED;
  }

  get boxes(): ReadonlyMap<string, Box> {
    return this.#draw().boxes;
  }

  get courses(): ReadonlyMap<number, Course> {
    return this.#draw().courses;
  }

  /** Of the whole diagram, until it was looked at otherwise. */
  get lens(): Lens {
    const { graph } = this.sketch;
    const boxes = [...this.boxes].map(([id, box]) => withLoops(graph, id, box));
    return this.#lens ?? fitting(boxes, this.canvas);
  }

  look(lens: Lens): void {
    this.#lens = lens;
  }

  /** From now on what is drawn no longer moves the rest out of its place. */
  hold(): void {
    this.#lens = this.lens;
  }

  lookAtAll(): void {
    this.#lens = undefined;
  }

  /** Has it in sight. */
  reveal(id: string): void {
    const box = this.boxes.get(id);
    if (box && this.#lens) this.#lens = revealing(this.#lens, box, this.canvas);
  }

  #draw(): Drawn {
    const { graph } = this.sketch;
    const { sizes } = this.scales;
    if (this.#drawn?.graph === graph && this.#drawn.sizes === sizes) return this.#drawn;
    const nodeSizes = new Map(graph.nodes.flatMap(({ id }) => measuredSize(sizes, id)));
    const boxes = boxesOf(graph, { sizes: nodeSizes, canvas: this.canvas });
    this.#drawn = { graph, sizes, boxes, courses: coursesOf(graph, shapesOf(graph, boxes)) };
    return this.#drawn;
  }
}

/** The name under which a node's size is known. */
export const sizeName = (id: string): string => `${NODE}${id}`;

function measuredSize(sizes: ReadonlyMap<string, Size>, id: string): readonly [string, Size][] {
  const size = sizes.get(sizeName(id));
  return size === undefined ? [] : [[id, size]];
}

const shapesOf = (
  { nodes }: Graph,
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, NodeShape> =>
  new Map(
    nodes.flatMap(({ id, role }) => {
      const box = boxes.get(id);
      return box ? [[id, { ...box, id, role }] as const] : [];
    }),
  );

const easels = new WeakMap<QuestionDesk, Easel>();

export function easelOf(desk: QuestionDesk): Easel {
  const easel = easels.get(desk) ?? new Easel(desk);
  easels.set(desk, easel);
  return easel;
}
