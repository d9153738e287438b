/** Diagrams in few words: `x_1, w -> h_1 -> y`, a label on an edge as in `x -[w]-> h`, nodes with equal labels as `w#a`, `w#b`. */

import { type DiagramAnswer } from '../../src/core/answer/answer.ts';

const ARROW = /\s-(?:\[(.*?)\]-)?>\s/;

export function diagramOf(lines: readonly string[]): DiagramAnswer {
  const nodes = new Map<string, { id: string; label: string }>();
  const edges: { from: string; to: string; label?: string }[] = [];
  const enter = (name: string): string => {
    const id = nodes.get(name)?.id ?? `n${nodes.size + 1}`;
    nodes.set(name, { id, label: name.replace(/#.*$/, '') });
    return id;
  };
  for (const line of lines) {
    const pieces = line.split(ARROW);
    const groups = pieces
      .filter((_, place) => place % 2 === 0)
      .map((group) => namesIn(group).map(enter));
    groups.slice(1).forEach((ends, place) => {
      const label = pieces[2 * place + 1];
      for (const from of groups[place] ?? []) {
        for (const to of ends) edges.push({ from, to, ...(label === undefined ? {} : { label }) });
      }
    });
  }
  return { nodes: [...nodes.values()], edges };
}

function namesIn(group: string | undefined): string[] {
  return (group ?? '').split(', ').map((name) => name.trim());
}
