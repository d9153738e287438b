/** Which nodes and constants a graph needs. */
import { type Constant } from '../onnx/constant.ts';
import { type Node } from '../onnx/model.ts';

/** Nodes that the named values depend on, in their order. */
export function live(nodes: readonly Node[], wanted: ReadonlySet<string>): Node[] {
  const needed = new Set(wanted);
  const kept: Node[] = [];
  for (const node of nodes.toReversed()) {
    if (!node.outputs.some((name) => needed.has(name))) continue;
    kept.push(node);
    for (const name of node.inputs) needed.add(name);
  }
  return kept.reverse();
}

/** Constants that some node reads; the runtime complains about others. */
export function usedConstants(
  constants: ReadonlyMap<string, Constant>,
  nodes: readonly Node[],
): Map<string, Constant> {
  const read = new Set(nodes.flatMap(({ inputs }) => inputs));
  return new Map([...constants].filter(([name]) => read.has(name)));
}
