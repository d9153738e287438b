/** Diagrams in words, for who does not see them; and labels as they are compared, whichever way they are spelt. */

import { plainText } from '../../controls/plainText.ts';
import { type Arrow, type Graph, nodeOf } from './graph.ts';
import { ROLES } from './outline.ts';

/** `h 1` for `h_{1}`, `tanh(x 1^T w + h 0)` for a formula. */
export function spoken(label: string): string {
  const words = (plainText(label) ?? label)
    .replace(/\\(mathcal|mathrm|text|mathbf|operatorname)/g, '')
    .replace(/[\\{}$]/g, ' ')
    .replace(/_/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? 'without a label' : words;
}

export const nodeWords = (graph: Graph, id: string): string => {
  const node = nodeOf(graph, id);
  return node === undefined ? 'nothing' : spoken(node.label);
};

export const arrowWords = (graph: Graph, { from, to, label = '' }: Arrow): string =>
  `${nodeWords(graph, from)} to ${nodeWords(graph, to)}${label === '' ? '' : `, labelled ${spoken(label)}`}`;

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;

export const sizeWords = ({ nodes, arrows }: Graph): string =>
  `${count(nodes.length, 'node')}, ${count(arrows.length, 'edge')}`;

/** What a node is, and what leads to it and where it leads. */
export function nodeDescription(graph: Graph, id: string): string {
  const role = nodeOf(graph, id)?.role;
  const into = graph.arrows.filter(({ to }) => to === id).map(({ from }) => nodeWords(graph, from));
  const out = graph.arrows.filter(({ from }) => from === id).map(({ to }) => nodeWords(graph, to));
  return [
    nodeWords(graph, id),
    ...(role === undefined ? [] : [ROLES[role].word]),
    ...(into.length === 0 ? [] : [`from ${listed(into)}`]),
    ...(out.length === 0 ? [] : [`to ${listed(out)}`]),
  ].join(', ');
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** `2 nodes, 1 edge. x 1, input, leads to h 1. h 1 leads nowhere.` */
export function graphWords(graph: Graph): string {
  const sentences = graph.nodes.map(({ id, role }) => {
    const name = nodeWords(graph, id) + (role === undefined ? '' : `, ${ROLES[role].word},`);
    const out = graph.arrows.filter(({ from }) => from === id);
    const ends = out.map(({ to, label = '' }) =>
      label === '' ? nodeWords(graph, to) : `${nodeWords(graph, to)} by ${spoken(label)}`,
    );
    return out.length === 0 ? `${name} leads nowhere.` : `${name} leads to ${listed(ends)}.`;
  });
  return [`${sizeWords(graph)}.`, ...sentences].join(' ');
}

/** The same for `h_1`, `h_{1}`, `h₁` and `h1`. */
export const spelling = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/\\(left|right|mathcal|mathrm|,|;|:|!|quad)(?![A-Za-z])/g, '')
    .replace(/\\cdot(?![A-Za-z])/g, '*')
    .replace(/[\s{}_\\$]/g, '');
