/** Refuses a network whose parts do not fit together, each at its line. */

import { type Declarations } from '../math/declarations.ts';
import { treeKey } from '../math/treeKey.ts';
import { type Network } from '../network/network.ts';
import { type Label, readLabel } from '../network/readLabel.ts';
import { type Source } from './questionSource.ts';
import { type Path } from './yamlText.ts';

interface Where {
  readonly declarations: Declarations;
  readonly path: Path;
  readonly files: Source<'diagram'>['files'];
}

export function checkNetwork(network: Network, where: Where): void {
  const ids = network.nodes.map(({ id }) => id);
  checkIds(ids, where);
  checkEnds(network, ids, where);
  checkLabels(network, where);
  checkOneGraph(network, where);
}

function checkIds(ids: readonly string[], { path, files }: Where): void {
  ids.forEach((id, place) => {
    if (ids.indexOf(id) !== place) {
      files.complain([...path, 'nodes', place, 'id'], `'${id}' occurs twice in nodes`);
    }
  });
}

function checkEnds({ nodes, edges }: Network, ids: readonly string[], where: Where): void {
  const expectNode = (id: string, at: Path): void => {
    if (ids.includes(id)) return;
    where.files.complain(
      [...where.path, ...at],
      `'${id}' is no node: expected one of ${ids.join(', ')}`,
    );
  };
  edges.forEach(({ from, to }, place) => {
    expectNode(from, ['edges', place, 'from']);
    expectNode(to, ['edges', place, 'to']);
    const again = edges.findIndex((edge) => edge.from === from && edge.to === to);
    if (again !== place) {
      where.files.complain(
        [...where.path, 'edges', place],
        `the edge from ${from} to ${to} occurs twice`,
      );
    }
  });
  nodes.forEach(({ onEdges, mergedWith, id }, place) => {
    onEdges.forEach(({ from, to }, at) => {
      checkLabelled({ from, to, id }, edges, ['nodes', place, 'onEdges', at], where);
    });
    if (mergedWith !== undefined) expectNode(mergedWith, ['nodes', place, 'mergedWith']);
    if (mergedWith === id) {
      const message = `'${id}' cannot be merged with itself`;
      where.files.complain([...where.path, 'nodes', place, 'mergedWith'], message);
    }
  });
}

/** A label can stand in place of an edge only if there are both edges. */
function checkLabelled(
  { from, to, id }: { readonly from: string; readonly to: string; readonly id: string },
  edges: Network['edges'],
  at: Path,
  { path, files }: Where,
): void {
  for (const begin of [from, id]) {
    if (edges.some((edge) => edge.from === begin && edge.to === to)) continue;
    files.complain([...path, ...at], `expected an edge from ${begin} to ${to} in edges`);
  }
}

/** Every label must be readable, and tell its node from all others. */
function checkLabels({ nodes, edges }: Network, where: Where): void {
  const { declarations, path, files } = where;
  const owners = new Map<string, string>();
  nodes.forEach(({ id, label, also }, place) => {
    [label, ...also].forEach((text, at) => {
      const here = [...path, 'nodes', place, ...(at === 0 ? ['label'] : ['also', at - 1])];
      const read = readLabel(text, declarations);
      if (!read.ok) {
        files.complain(here, `the label '${text}' cannot be read: ${read.error.message}`);
        return;
      }
      const [key, ...more] = keysOf(read.value);
      if (key === undefined || more.length > 0) {
        const found = read.value.operation === undefined ? 'an equation' : 'a sign of an operation';
        files.complain(here, `expected one letter, formula or word: '${text}' is ${found}`);
        return;
      }
      const owner = owners.get(key) ?? id;
      if (owner !== id) files.complain(here, `'${text}' already means the node ${owner}`);
      owners.set(key, owner);
    });
  });
  checkEdgeLabels(edges, where);
}

function keysOf({ names, texts, formulas }: Label): string[] {
  return [...names, ...texts, ...formulas.map(({ expression }) => treeKey(expression))];
}

function checkEdgeLabels(edges: Network['edges'], { declarations, path, files }: Where): void {
  edges.forEach(({ label = '' }, place) => {
    const read = readLabel(label, declarations);
    if (read.ok) return;
    const message = `the label '${label}' cannot be read: ${read.error.message}`;
    files.complain([...path, 'edges', place, 'label'], message);
  });
}

/** A part that nothing joins to the rest was forgotten. */
function checkOneGraph({ nodes, edges }: Network, { path, files }: Where): void {
  const [first] = nodes;
  if (first === undefined || edges.length === 0) return;
  const reached = new Set([first.id]);
  for (let grown = true; grown;) {
    const before = reached.size;
    for (const { from, to } of edges) {
      if (reached.has(from) || reached.has(to)) reached.add(from).add(to);
    }
    grown = reached.size > before;
  }
  nodes.forEach(({ id }, place) => {
    if (!reached.has(id)) {
      const message = `no edges join '${id}' to '${first.id}': the network has to be one`;
      files.complain([...path, 'nodes', place], message);
    }
  });
}
