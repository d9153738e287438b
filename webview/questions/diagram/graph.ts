/** A diagram as values: every change makes a new one. Arrows have a key of their own, by which they stay the same. */

import {
  type AnswerOf,
  type DiagramEdge,
  type DiagramNode,
} from '../../../src/protocol/messages.ts';

type Answer = AnswerOf['diagram'];

export interface Arrow extends DiagramEdge {
  readonly key: number;
}

export interface Graph {
  readonly nodes: readonly DiagramNode[];
  readonly arrows: readonly Arrow[];
}

export const EMPTY: Graph = { nodes: [], arrows: [] };

/** @param firstKey keys of the arrows count from here */
export const graphOf = (answer: Answer | undefined, firstKey: number): Graph =>
  answer === undefined
    ? EMPTY
    : {
        nodes: toldApart(answer.nodes),
        arrows: answer.edges.map((edge, index) => ({ ...edge, key: firstKey + index })),
      };

/** Files may give two nodes one id, which the check will say; here each needs its own. */
function toldApart(nodes: readonly DiagramNode[]): readonly DiagramNode[] {
  const taken = new Set<string>();
  return nodes.map((node) => {
    let { id } = node;
    while (taken.has(id)) id += "'";
    taken.add(id);
    return id === node.id ? node : { ...node, id };
  });
}

/** Undefined where nothing is drawn. What says nothing is left out. */
export const answerOf = ({ nodes, arrows }: Graph): Answer | undefined =>
  nodes.length === 0 ? undefined : { nodes: nodes.map(nodeSaid), edges: arrows.map(edgeSaid) };

const nodeSaid = ({ id, label, role, at }: DiagramNode): DiagramNode => ({
  id,
  label,
  ...(role === undefined ? {} : { role }),
  ...(at === undefined ? {} : { at }),
});

const edgeSaid = ({ from, to, label = '' }: DiagramEdge): DiagramEdge => ({
  from,
  to,
  ...(label === '' ? {} : { label }),
});

export const nodeOf = ({ nodes }: Graph, id: string): DiagramNode | undefined =>
  nodes.find((node) => node.id === id);

export const arrowOf = ({ arrows }: Graph, key: number): Arrow | undefined =>
  arrows.find((arrow) => arrow.key === key);

export const between = ({ arrows }: Graph, from: string, to: string): Arrow | undefined =>
  arrows.find((arrow) => arrow.from === from && arrow.to === to);

export const withNode = (graph: Graph, node: DiagramNode): Graph => ({
  ...graph,
  nodes: [...graph.nodes, node],
});

export const withArrow = (graph: Graph, arrow: Arrow): Graph => ({
  ...graph,
  arrows: [...graph.arrows, arrow],
});

export const changeNode = (
  graph: Graph,
  id: string,
  change: Partial<Omit<DiagramNode, 'id'>>,
): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
});

export const changeArrow = (graph: Graph, key: number, change: Partial<DiagramEdge>): Graph => ({
  ...graph,
  arrows: graph.arrows.map((arrow) => (arrow.key === key ? { ...arrow, ...change } : arrow)),
});

/** With the arrows that begin or end there. */
export const withoutNode = ({ nodes, arrows }: Graph, id: string): Graph => ({
  nodes: nodes.filter((node) => node.id !== id),
  arrows: arrows.filter(({ from, to }) => from !== id && to !== id),
});

export const withoutArrow = (graph: Graph, key: number): Graph => ({
  ...graph,
  arrows: graph.arrows.filter((arrow) => arrow.key !== key),
});

/** The number in `n12`; 0 for other names. */
export const numberOf = (id: string): number => {
  const digits = /^n(\d{1,9})$/.exec(id)?.[1];
  return digits === undefined ? 0 : Number(digits);
};
