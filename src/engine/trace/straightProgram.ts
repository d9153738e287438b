/** Recorded nodes that are not part of a segment, as programs of bounded size that run once. */
import { type Operand, type StepProgram } from './program.ts';
import { stepNode } from './segmentProgram.ts';
import { type Input, isSource, type Iteration, Node, settled, type Source } from './source.ts';

/** Sessions of more nodes take long to create. */
const NODES_PER_PROGRAM = 1000;

/** Nodes without a value that `wanted` need, cut between iterations, in the order in which they were recorded. */
export function pendingChunks(wanted: readonly Node[]): Node[][] {
  const pending = [...reachable(wanted, (node) => node.value === undefined)].sort(byRecording);
  const chunks: Node[][] = [];
  for (const node of pending) {
    const chunk = chunks.at(-1);
    const full =
      chunk === undefined ||
      (chunk.length >= NODES_PER_PROGRAM && chunk.at(-1)?.iteration !== node.iteration);
    if (full) chunks.push([node]);
    else chunk.push(node);
  }
  return chunks;
}

export interface StraightProgram {
  readonly program: StepProgram;
  /** values to bring, in order; slots and nodes of earlier programs among them */
  readonly externals: readonly Source[];
  /** nodes whose values come back, in order */
  readonly results: readonly Node[];
}

/** `needed`: nodes whose values are wanted afterwards. */
export function straightProgram(
  chunk: readonly Node[],
  needed: ReadonlySet<Node>,
): StraightProgram {
  const nodes = [...new Set([...chunk, ...chunk.flatMap(gradientPath)])].sort(byRecording);
  const index = new Map(nodes.map((node, i) => [node, i]));
  const externals: Source[] = [];
  const operand = (input: Input): Operand => {
    if (typeof input === 'number') return { from: 'constant', value: input };
    if (!isSource(input)) return { from: 'integers', values: input };
    const source = settled(input);
    const here = source instanceof Node ? index.get(source) : undefined;
    if (here !== undefined) return { from: 'node', index: here };
    const known = externals.indexOf(source);
    return { from: 'external', index: known < 0 ? externals.push(source) - 1 : known };
  };
  const results = chunk.filter((node) => needed.has(node));
  const steps = nodes.map((node) => stepNode(node, operand));
  return {
    program: {
      nodes: steps,
      carried: [],
      externals: externals.map(({ shape }) => shape),
      schedules: 0,
      outputs: results.map((node) => ({ value: operand(node), each: false })),
      stepsPerIteration: countSteps(chunk),
    },
    externals,
    results,
  };
}

/** Iterations whose end is run here for the first time. */
function countSteps(chunk: readonly Node[]): number {
  const ended = new Set(chunk.map(({ iteration }) => iteration));
  let steps = 0;
  for (const iteration of ended) {
    const gradient = iteration.nodes.some(({ operation }) => operation.kind === 'gradient');
    if (!iteration.closed || iteration.counted || isRolled(iteration) || !gradient) continue;
    iteration.counted = true;
    steps++;
  }
  return steps;
}

/** Its end belongs to a segment, which counts it; what came before the loop is left. */
function isRolled({ nodes }: Iteration): boolean {
  return nodes.at(-1)?.absorbed !== undefined;
}

/** What lies between a gradient's two ends has to be in the same program, even if its values are known. */
function gradientPath(node: Node): Node[] {
  const [of, wrt] = node.inputs.filter(isSource).map(settled);
  if (node.operation.kind !== 'gradient' || !(of instanceof Node)) return [];
  const above = [...reachable([of], (inner) => inner !== wrt)].sort(byRecording);
  const depends = new Set<Source>(wrt === undefined ? [] : [wrt]);
  for (const inner of above)
    if (sourcesOf(inner).some((source) => depends.has(source))) depends.add(inner);
  return above.filter((inner) => depends.has(inner));
}

function reachable(from: readonly Node[], follow: (node: Node) => boolean): Set<Node> {
  const found = new Set<Node>();
  const open = from.filter(follow);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    for (const source of sourcesOf(node))
      if (source instanceof Node && follow(source)) open.push(source);
  }
  return found;
}

function sourcesOf(node: Node): Source[] {
  return node.inputs.filter(isSource).map(settled);
}

function byRecording(a: Node, b: Node): number {
  return a.iteration.index - b.iteration.index || a.position - b.position;
}

/** Nodes that something outside `chunk` reads: nodes of later chunks, or who asked. */
export function neededLater(
  chunks: readonly (readonly Node[])[],
  wanted: readonly Node[],
): Set<Node> {
  const needed = new Set(wanted);
  chunks.forEach((chunk, i) => {
    const inside = new Set(chunk);
    for (const node of chunk)
      for (const source of sourcesOf(node))
        if (i > 0 && source instanceof Node && !inside.has(source)) needed.add(source);
  });
  return needed;
}
