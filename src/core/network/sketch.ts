/** A diagram as a student drew it, with labels read and parallel edges as one. */

import { type DiagramAnswer, type NodeRole } from '../answer/answer.ts';
import { type Declarations } from '../math/declarations.ts';
import { type Result, failure, success } from '../result.ts';
import { type Label, type LabelFault, BLANK, readLabel } from './readLabel.ts';

export interface SketchNode {
  readonly id: string;
  readonly label: Label;
  readonly role?: NodeRole | undefined;
}

/** Ends are places in `nodes`. */
export interface SketchEdge {
  readonly from: number;
  readonly to: number;
  readonly labels: readonly Label[];
  /** places in the answer's edges */
  readonly given: readonly number[];
}

export interface Sketch {
  readonly nodes: readonly SketchNode[];
  readonly edges: readonly SketchEdge[];
  /** of each node the edges that begin or end there */
  readonly around: readonly (readonly SketchEdge[])[];
}

/** Far more than an exam's network has. */
const MOST_NODES = 200;
const MOST_EDGES = 1000;
const LONGEST_LABEL = 1000;

export interface Unreadable {
  readonly message: string;
  readonly nodes: readonly string[];
  readonly edges: readonly number[];
}

export function readSketch(
  answer: DiagramAnswer,
  declarations: Declarations,
): Result<Sketch, Unreadable> {
  const flaw = sizeFlaw(answer) ?? idFlaw(answer) ?? endFlaw(answer);
  if (flaw !== undefined) return failure(flaw);
  const read = labelReader(declarations);
  const nodes: SketchNode[] = [];
  for (const { id, label: text, role } of answer.nodes) {
    const label = read(text);
    if (!label.ok) {
      return flawed(
        `The label of the node “${shown(text)}” cannot be read: ${label.error.message}`,
        [id],
      );
    }
    nodes.push({ id, label: label.value, role });
  }
  const edges = readEdges(answer, read);
  if (!edges.ok) return edges;
  return success({ nodes, edges: edges.value, around: edgesAround(nodes, edges.value) });
}

function edgesAround(
  nodes: readonly SketchNode[],
  edges: readonly SketchEdge[],
): readonly (readonly SketchEdge[])[] {
  const around = nodes.map((): SketchEdge[] => []);
  for (const edge of edges) {
    around[edge.from]?.push(edge);
    if (edge.to !== edge.from) around[edge.to]?.push(edge);
  }
  return around;
}

type ReadLabel = (text: string) => Result<Label, LabelFault>;

/** Equal labels are read once. */
function labelReader(declarations: Declarations): ReadLabel {
  const known = new Map<string, Result<Label, LabelFault>>();
  return (text) => {
    const label =
      known.get(text) ??
      (text.length > LONGEST_LABEL ? tooLong(text) : readLabel(text, declarations));
    known.set(text, label);
    return label;
  };
}

function tooLong(text: string): Result<never, LabelFault> {
  const message = `It may have ${LONGEST_LABEL} characters: it has ${text.length}.`;
  return failure({ message, start: LONGEST_LABEL, end: text.length });
}

function readEdges(
  { nodes, edges }: DiagramAnswer,
  read: ReadLabel,
): Result<SketchEdge[], Unreadable> {
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const merged = new Map<string, SketchEdge>();
  for (const [index, { from, to, label: text = '' }] of edges.entries()) {
    const label = read(text);
    if (!label.ok) {
      const message = `The label “${shown(text)}” of an edge cannot be read: ${label.error.message}`;
      return failure({ message, nodes: [from, to], edges: [index] });
    }
    const key = JSON.stringify([from, to]);
    const { labels, given } = merged.get(key) ?? { labels: [], given: [] };
    merged.set(key, {
      from: places.get(from) ?? 0,
      to: places.get(to) ?? 0,
      labels: label.value === BLANK ? labels : [...labels, label.value],
      given: [...given, index],
    });
  }
  return success([...merged.values()]);
}

function sizeFlaw({ nodes, edges }: DiagramAnswer): Unreadable | undefined {
  if (nodes.length <= MOST_NODES && edges.length <= MOST_EDGES) return undefined;
  const found = `${nodes.length} nodes and ${edges.length} edges`;
  return {
    message: `A diagram may have ${MOST_NODES} nodes and ${MOST_EDGES} edges: this one has ${found}.`,
    nodes: [],
    edges: [],
  };
}

function idFlaw({ nodes }: DiagramAnswer): Unreadable | undefined {
  const seen = new Set<string>();
  for (const { id } of nodes) {
    if (seen.has(id))
      return { message: `Two nodes have the id “${shown(id)}”.`, nodes: [id], edges: [] };
    seen.add(id);
  }
  return undefined;
}

function endFlaw({ nodes, edges }: DiagramAnswer): Unreadable | undefined {
  const ids = new Set(nodes.map(({ id }) => id));
  const index = edges.findIndex(({ from, to }) => !ids.has(from) || !ids.has(to));
  const edge = edges[index];
  if (edge === undefined) return undefined;
  const { from, to } = edge;
  const [missing, does] = ids.has(from) ? [to, 'leads to'] : [from, 'begins at'];
  return {
    message: `Edge ${index + 1} ${does} “${shown(missing)}”: there is no node with this id.`,
    nodes: [from, to].filter((id) => ids.has(id)),
    edges: [index],
  };
}

function flawed(message: string, nodes: readonly string[]): Result<never, Unreadable> {
  return failure({ message, nodes, edges: [] });
}

/** In a sentence of Markdown. */
function shown(text: string): string {
  const plain = text.replace(/[^\P{C}]/gu, '?');
  const short = plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
  return short.replace(/[\\`*_$[\]<>#]/g, String.raw`\$&`);
}
