/**
 * Finds out whether an iteration is like the one before it. What differs from iteration to iteration may only be where
 * values of the previous iteration come from (carried) and plain numbers (schedules). The earlier iteration may have
 * begun with more nodes: what the program did before its loop.
 */
import {
  type Input,
  isSource,
  type Iteration,
  Node,
  sameNumbers,
  sameOperation,
  sameSource,
  Segment,
  settled,
  Slot,
  type Source,
  type TemplateInput,
  type TemplateNode,
} from './source.ts';

/**
 * A segment of both iterations, which absorbs their nodes, or undefined when they are not alike. If the earlier one has
 * been run already, as when the program reads its loss, the segment begins with the later one.
 */
export function roll(previous: Iteration, current: Iteration): Segment | undefined {
  const comparison = new Comparison(previous, current);
  const nodes = comparison.nodes();
  if (nodes === undefined) return undefined;
  const repeated = previous.nodes.slice(comparison.prelude);
  const started = previous.counted;
  const segment = new Segment({
    nodes,
    externals: comparison.externals,
    carried: comparison.carried.map(({ position, initial }) => ({
      position,
      initial: started ? nodeOf(repeated, position) : initial,
    })),
    moved: movedPosition(current),
    count: started ? 1 : 2,
  });
  segment.schedules.push(...comparison.schedules.map((row) => (started ? row.slice(1) : row)));
  if (!started) absorb(repeated, segment, 0);
  absorb(current.nodes, segment, segment.count - 1);
  return segment;
}

function nodeOf(nodes: readonly Node[], position: number): Node {
  const node = nodes[position];
  if (node === undefined) throw new Error(`internal: an iteration has no node ${position}`);
  return node;
}

function absorb(nodes: readonly Node[], segment: Segment, iteration: number): void {
  segment.last = nodes.map((node, position) => {
    node.absorbed = new Slot(segment, iteration, position);
    return node.absorbed;
  });
}

function movedPosition({ moved }: Iteration): number | undefined {
  return moved instanceof Node ? moved.position : undefined;
}

class Comparison {
  readonly externals: Source[] = [];
  readonly carried: { readonly position: number; readonly initial: Source }[] = [];
  readonly schedules: number[][] = [];
  /** how many nodes of the previous iteration come before what repeats */
  readonly prelude: number;
  readonly #previous: Iteration;
  readonly #current: Iteration;

  constructor(previous: Iteration, current: Iteration) {
    this.#previous = previous;
    this.#current = current;
    this.prelude = previous.nodes.length - current.nodes.length;
  }

  nodes(): TemplateNode[] | undefined {
    if (this.prelude < 0 || this.#current.nodes.length === 0) return undefined;
    const nodes: TemplateNode[] = [];
    for (const now of this.#current.nodes) {
      const node = this.#node(this.#previous.nodes[this.prelude + now.position], now);
      if (node === undefined) return undefined;
      nodes.push(node);
    }
    return nodes;
  }

  #node(before: Node | undefined, now: Node): TemplateNode | undefined {
    const alike =
      before !== undefined &&
      sameOperation(before.operation, now.operation) &&
      sameNumbers(before.shape, now.shape) &&
      before.inputs.length === now.inputs.length;
    if (!alike) return undefined;
    const inputs = now.inputs.map((input, i) => this.#input(before.inputs[i], input));
    if (!inputs.every((input) => input !== undefined)) return undefined;
    return { operation: now.operation, inputs, shape: now.shape, at: now.at };
  }

  #input(before: Input | undefined, now: Input): TemplateInput | undefined {
    if (before === undefined) return undefined;
    if (isSource(now))
      return isSource(before) ? this.#source(settled(before), settled(now)) : undefined;
    if (typeof now === 'number')
      return typeof before === 'number' ? this.#number(before, now) : undefined;
    const same = Array.isArray(before) && sameNumbers(before as readonly number[], now);
    return same ? { from: 'integers', values: now } : undefined;
  }

  #number(before: number, now: number): TemplateInput {
    return Object.is(before, now)
      ? { from: 'constant', value: now }
      : { from: 'schedule', index: this.schedules.push([before, now]) - 1 };
  }

  #source(before: Source, now: Source): TemplateInput | undefined {
    if (now instanceof Node && now.iteration === this.#current)
      return this.#repeats(before, now.position)
        ? { from: 'here', position: now.position }
        : undefined;
    if (now instanceof Node && now.iteration === this.#previous && now.position >= this.prelude)
      return this.#carry(now.position - this.prelude, before);
    return sameSource(before, now) ? this.#external(now) : undefined;
  }

  #repeats(before: Source, position: number): boolean {
    return (
      before instanceof Node &&
      before.iteration === this.#previous &&
      before.position === this.prelude + position
    );
  }

  #carry(position: number, initial: Source): TemplateInput | undefined {
    // a value of the repeated part itself cannot have been there before the first iteration
    const tooLate =
      initial instanceof Node &&
      initial.iteration === this.#previous &&
      initial.position >= this.prelude;
    if (tooLate) return undefined;
    const known = this.carried.findIndex((carried) => carried.position === position);
    if (known < 0)
      return { from: 'before', position, carried: this.carried.push({ position, initial }) - 1 };
    return this.carried[known]?.initial === initial
      ? { from: 'before', position, carried: known }
      : undefined;
  }

  #external(source: Source): TemplateInput {
    const known = this.externals.findIndex((external) => sameSource(external, source));
    return { from: 'external', index: known < 0 ? this.externals.push(source) - 1 : known };
  }
}
