/** Edges written as text: `x_1, w, h_0 -> h_1`, chains `h_2 -> y -> E`, with a label `x_1 -> h_1 : w`. */

import { type DiagramNode } from '../../../src/protocol/messages.ts';
import { type Graph, between, withArrow, withNode } from './graph.ts';
import { spelling } from './words.ts';

export interface EdgeLine {
  /** each label of a group leads to each of the next */
  readonly groups: readonly (readonly string[])[];
  /** of all its edges */
  readonly label: string;
}

export type ReadLines =
  | { readonly lines: readonly EdgeLine[] }
  /** a sentence */
  | { readonly problem: string };

const ARROW = /-+>|=+>|→|⟶|\\(?:to|rightarrow|longrightarrow)(?![A-Za-z])/;

export function readEdgeLines(text: string): ReadLines {
  const written = text.split('\n').filter((line) => line.trim() !== '');
  const lines: EdgeLine[] = [];
  for (const line of written) {
    const read = readLine(line);
    if (typeof read === 'string') return { problem: read };
    lines.push(read);
  }
  return lines.length === 0 ? { problem: 'Write an edge, such as a -> b.' } : { lines };
}

/** Taken for an arrow, but it has no head, or it leads back. */
const NO_ARROW = /-{2,}|<-+|[–—←]/;

function readLine(line: string): EdgeLine | string {
  const [path = '', label = '', ...more] = split(line, ':');
  if (more.length > 0)
    return `“${line.trim()}” has more than one colon; a label follows the edges.`;
  const groups = path.split(ARROW).map((group) => split(group, ',').map((name) => name.trim()));
  const [sign] = groups.flat().join('\n').match(NO_ARROW) ?? [];
  if (sign !== undefined)
    return `“${sign}” in “${line.trim()}” is no arrow to what follows: an edge is written with ->, such as a -> b.`;
  if (groups.some((names) => names.includes('')))
    return `Something is missing in “${line.trim()}”: a label stands on each side of an arrow or a comma.`;
  return { groups, label: label.trim() };
}

const DEPTHS: Readonly<Record<string, number>> = {
  '(': 1,
  '[': 1,
  '{': 1,
  ')': -1,
  ']': -1,
  '}': -1,
};

/** At signs that stand in no brackets. */
function split(text: string, sign: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    depth = Math.max(0, depth + (DEPTHS[letter] ?? 0));
    if (letter === sign && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + letter);
  }
  return parts;
}

export interface Names {
  readonly freshId: () => string;
  readonly freshKey: () => number;
}

/** With what the lines say and is not there yet: labels that are there already mean the nodes that bear them. */
export function withLines(graph: Graph, lines: readonly EdgeLine[], names: Names): Graph {
  let grown = graph;
  const idOf = (label: string): string => {
    const known = named(grown, label);
    if (known) return known.id;
    const id = names.freshId();
    grown = withNode(grown, { id, label });
    return id;
  };
  for (const { groups, label } of lines) {
    const ids = groups.map((group) => group.map(idOf));
    for (const [from, to] of steps(ids)) {
      if (between(grown, from, to)) continue;
      grown = withArrow(grown, { from, to, label, key: names.freshKey() });
    }
  }
  return grown;
}

const named = ({ nodes }: Graph, label: string): DiagramNode | undefined =>
  nodes.find((node) => spelling(node.label) === spelling(label));

const steps = (groups: readonly (readonly string[])[]): readonly (readonly [string, string])[] =>
  groups.flatMap((group, index) =>
    group.flatMap((from) => (groups[index + 1] ?? []).map((to) => [from, to] as const)),
  );
