/**
 * Where a lazy tensor's value comes from. Nothing here computes: these are the records that a program leaves behind
 * while it runs. `Data` is known; a `Node` was recorded once; a `Slot` is one value of one iteration of a `Segment`,
 * whose iterations are alike and were counted rather than recorded.
 */
import { type Shape } from '../tensor.ts';
import { type Attribute } from './program.ts';

/** What is done, without what it is done to. */
export interface Operation {
  readonly kind: 'operator' | 'model' | 'gradient';
  /** the ONNX operator, or the model's id; empty for a gradient */
  readonly name: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly stopsGradient: boolean;
}

export type Source = Data | Node | Slot;

/** A number is known while recording and stays a float32 scalar; a list is one of integers, such as axes. */
export type Input = Source | number | readonly number[];

export function isSource(input: Input): input is Source {
  return input instanceof Data || input instanceof Node || input instanceof Slot;
}

export class Data {
  readonly shape: Shape;
  readonly values: Float32Array;

  constructor(shape: Shape, values: Float32Array) {
    this.shape = shape;
    this.values = values;
  }
}

export class Node {
  readonly operation: Operation;
  readonly inputs: readonly Input[];
  readonly shape: Shape;
  /** where the student wrote it, as in `adversarial.ts:9` */
  readonly at: string | undefined;
  readonly iteration: Iteration;
  readonly position: number;
  /** once it was computed */
  value: Data | undefined;
  /** once its iteration became part of a segment */
  absorbed: Slot | undefined;

  constructor(
    call: {
      readonly operation: Operation;
      readonly inputs: readonly Input[];
      readonly shape: Shape;
      readonly at: string | undefined;
    },
    iteration: Iteration,
  ) {
    this.operation = call.operation;
    this.inputs = call.inputs;
    this.shape = call.shape;
    this.at = call.at;
    this.iteration = iteration;
    this.position = iteration.nodes.push(this) - 1;
  }
}

/** What was recorded between two ends of iterations. */
export class Iteration {
  /** counts up */
  readonly index: number;
  readonly nodes: Node[] = [];
  /** ended by an optimizer's step or, in programs without an optimizer, by a backward pass */
  closed = false;
  /** the tensor that the optimizer moved */
  moved: Source | undefined;
  /** it was counted among the steps that were run */
  counted = false;

  constructor(index: number) {
    this.index = index;
  }
}

export class Slot {
  readonly segment: Segment;
  readonly iteration: number;
  readonly position: number;

  constructor(segment: Segment, iteration: number, position: number) {
    this.segment = segment;
    this.iteration = iteration;
    this.position = position;
  }

  get shape(): Shape {
    return nodeAt(this.segment, this.position).shape;
  }
}

export type TemplateInput =
  /** a node of the same iteration */
  | { readonly from: 'here'; readonly position: number }
  /** a node of the iteration before; in the first one, `initial[carried]` */
  | { readonly from: 'before'; readonly position: number; readonly carried: number }
  | { readonly from: 'external'; readonly index: number }
  | { readonly from: 'constant'; readonly value: number }
  | { readonly from: 'integers'; readonly values: readonly number[] }
  | { readonly from: 'schedule'; readonly index: number };

export interface TemplateNode {
  readonly operation: Operation;
  /** a constant that turns out to differ becomes a schedule */
  readonly inputs: TemplateInput[];
  readonly shape: Shape;
  readonly at: string | undefined;
}

/** Equal iterations, counted. */
export class Segment {
  readonly nodes: readonly TemplateNode[];
  readonly externals: readonly Source[];
  /** positions whose value the next iteration uses, and their values before the first iteration */
  readonly carried: readonly { readonly position: number; readonly initial: Source }[];
  /** position of the tensor that the optimizer moves */
  readonly moved: number | undefined;
  /** per schedule, its number in each iteration so far */
  readonly schedules: number[][] = [];
  /** complete iterations */
  count: number;
  /** the values of the last complete iteration, and of the one under way: one object per value, as gradients go by it */
  last: Slot[] = [];
  now: Slot[] = [];
  /** the values of an iteration that began like the others and went on differently; set when the segment is closed */
  rest: readonly Node[] | undefined;

  constructor(alike: Pick<Segment, 'nodes' | 'externals' | 'carried' | 'moved' | 'count'>) {
    this.nodes = alike.nodes;
    this.externals = alike.externals;
    this.carried = alike.carried;
    this.moved = alike.moved;
    this.count = alike.count;
  }
}

export function nodeAt(segment: Segment, position: number): TemplateNode {
  const node = segment.nodes[position];
  if (node === undefined) throw new Error(`internal: a step has no node ${position}`);
  return node;
}

/** The record that holds now: nodes may have been absorbed, slots of a broken-off iteration have become nodes. */
export function settled(source: Source): Source {
  if (source instanceof Node) return source.absorbed ?? source;
  if (source instanceof Data || source.iteration < source.segment.count) return source;
  const node = source.segment.rest?.[source.position];
  return node === undefined ? source : settled(node);
}

const COMPARED = 16;

/** The same value: the same record, or few equal numbers, as when `tensor([0])` is written inside a loop. */
export function sameSource(a: Source, b: Source): boolean {
  if (a === b) return true;
  if (a instanceof Slot && b instanceof Slot)
    return a.segment === b.segment && a.iteration === b.iteration && a.position === b.position;
  if (!(a instanceof Data && b instanceof Data) || a.values.length > COMPARED) return false;
  return sameNumbers(a.shape, b.shape) && sameNumbers(a.values, b.values);
}

export function sameOperation(a: Operation, b: Operation): boolean {
  if (a === b) return true;
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.stopsGradient === b.stopsGradient &&
    sameAttributes(a.attributes, b.attributes)
  );
}

function sameAttributes(a: Operation['attributes'], b: Operation['attributes']): boolean {
  if (a === b) return true;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => sameAttribute(a[name], b[name]))
  );
}

function sameAttribute(a: Attribute | undefined, b: Attribute | undefined): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && sameNumbers(a, b);
}

export function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
