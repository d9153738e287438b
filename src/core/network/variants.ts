/** A network as drawn, and with each liberty that its author grants taken: what has to be accepted. */

import { type DiagramAnswer, type DiagramEdge, type DiagramNode } from '../answer/answer.ts';
import { type Network, type NetworkNode } from './network.ts';

export interface Variant {
  /** as in “without t” */
  readonly name: string;
  readonly answer: DiagramAnswer;
}

export function drawnNetwork({ nodes, edges }: Network): DiagramAnswer {
  return {
    nodes: nodes.map(({ id, label }) => ({ id, label })),
    edges: edges.map(({ from, to, label }) => ({
      from,
      to,
      ...(label === undefined ? {} : { label }),
    })),
  };
}

export function variantsOf(network: Network): Variant[] {
  const optional = network.edges.filter((edge) => edge.optional);
  return [
    ...network.nodes.flatMap((node) => variantsOfNode(node, network)),
    ...optional.map((edge) => ({
      name: `without the edge from ${edge.from} to ${edge.to}`,
      answer: withoutEdge(drawnNetwork(network), edge),
    })),
  ];
}

/** Each without one edge that has to be there. */
export function spoiltNetworks(network: Network): Variant[] {
  return network.edges
    .filter(({ optional }) => !optional)
    .map((edge) => ({
      name: `without the edge from ${edge.from} to ${edge.to}`,
      answer: withoutEdge(drawnNetwork(network), edge),
    }));
}

function withoutEdge(answer: DiagramAnswer, { from, to }: DiagramEdge): DiagramAnswer {
  const edges = answer.edges.filter((edge) => edge.from !== from || edge.to !== to);
  return { ...answer, edges };
}

function variantsOfNode(node: NetworkNode, network: Network): Variant[] {
  const { id, also, optional, copies, onEdges, between, mergedWith } = node;
  const drawn = drawnNetwork(network);
  const named = (name: string, answer: DiagramAnswer): Variant => ({ name, answer });
  return [
    ...also.map((label) => named(`with ${label} in place of ${id}`, relabelled(drawn, id, label))),
    ...(optional ? [named(`without ${id}`, without(drawn, id))] : []),
    ...(copies ? [named(`with ${id} drawn again for each of its edges`, copied(drawn, node))] : []),
    ...(between ? [named(`with a step before ${id}`, withStep(drawn, id))] : []),
    ...(mergedWith === undefined
      ? []
      : [named(`with ${id} and ${mergedWith} as one node`, asOne(drawn, id, mergedWith))]),
    ...(onEdges.length > 0 ? [named(`with ${id} on edges`, onItsEdges(drawn, node))] : []),
  ];
}

function relabelled({ nodes, edges }: DiagramAnswer, id: string, label: string): DiagramAnswer {
  return { nodes: nodes.map((node) => (node.id === id ? { ...node, label } : node)), edges };
}

function without({ nodes, edges }: DiagramAnswer, id: string): DiagramAnswer {
  return {
    nodes: nodes.filter((node) => node.id !== id),
    edges: edges.filter(({ from, to }) => from !== id && to !== id),
  };
}

function copied({ nodes, edges }: DiagramAnswer, { id, label }: NetworkNode): DiagramAnswer {
  const copies: DiagramNode[] = [];
  const leaving = edges.map((edge) => {
    if (edge.from !== id || edge.to === id) return edge;
    copies.push({ id: `${id} ${copies.length + 1}`, label });
    return { ...edge, from: `${id} ${copies.length}` };
  });
  const [first, ...others] = copies;
  // what enters the node enters its first copy
  const entering = leaving.map((edge) =>
    edge.to === id && first !== undefined ? { ...edge, to: first.id } : edge,
  );
  return {
    nodes: [
      ...nodes.flatMap((node) => (node.id === id && first !== undefined ? [first] : [node])),
      ...others,
    ],
    edges: entering,
  };
}

function withStep({ nodes, edges }: DiagramAnswer, id: string): DiagramAnswer {
  const step = `before ${id}`;
  if (!edges.some(({ to, from }) => to === id && from !== id)) return { nodes, edges };
  return {
    nodes: [...nodes, { id: step, label: '' }],
    edges: [
      ...edges.map((edge) => (edge.to === id && edge.from !== id ? { ...edge, to: step } : edge)),
      { from: step, to: id },
    ],
  };
}

function asOne({ nodes, edges }: DiagramAnswer, id: string, other: string): DiagramAnswer {
  const labelOf = (wanted: string): string => nodes.find((node) => node.id === wanted)?.label ?? '';
  const end = (each: string): string => (each === id ? other : each);
  return {
    nodes: nodes
      .filter((node) => node.id !== id)
      .map((node) =>
        node.id === other ? { ...node, label: `${labelOf(id)} = ${labelOf(other)}` } : node,
      ),
    edges: edges
      .filter(({ from, to }) => !([id, other].includes(from) && [id, other].includes(to)))
      .map((edge) => ({ ...edge, from: end(edge.from), to: end(edge.to) })),
  };
}

/** The node stays only for the edges that its label does not stand for. */
function onItsEdges(
  { nodes, edges }: DiagramAnswer,
  { id, label, onEdges }: NetworkNode,
): DiagramAnswer {
  const ends = new Set(onEdges.map(({ to }) => to));
  const left = edges.filter(({ from, to }) => from !== id || !ends.has(to));
  const labelled = left.map((edge) => {
    const stands = onEdges.some(({ from, to }) => from === edge.from && to === edge.to);
    return stands && isFirst(edge, onEdges) ? { ...edge, label } : edge;
  });
  const isNeeded = labelled.some(({ from, to }) => from === id || to === id);
  return { nodes: nodes.filter((node) => node.id !== id || isNeeded), edges: labelled };
}

/** Of several edges to one node that may carry the label, one does. */
function isFirst({ from, to }: DiagramEdge, onEdges: NetworkNode['onEdges']): boolean {
  return onEdges.find((edge) => edge.to === to)?.from === from;
}
