/**
 * What a foreign model may contain. A model is a program: this walk refuses what could run for ever, reach other files
 * or grow without bound, and what the engine cannot expand, with a message that says where.
 */
import { elementTypes } from './constant.ts';
import { type Graph, type Model, type Node, type ValueInfo } from './model.ts';

const MAX_NODES = 10_000;
const MIN_OPSET = 13;
const MAX_OPSET = 23;
const CONTROL_FLOW = new Set(['Loop', 'Scan', 'If', 'SequenceMap']);

/** Throws a sentence that says what is not accepted; returns the model otherwise. */
export function guardModel(model: Model): Model {
  if (model.opset < MIN_OPSET || model.opset > MAX_OPSET)
    throw new Error(
      `the model uses ONNX operator set ${model.opset}; expected ${MIN_OPSET} to ${MAX_OPSET}: export it again with one of these`,
    );
  const { nodes } = model.graph;
  if (nodes.length > MAX_NODES)
    throw new Error(`the model has ${nodes.length} nodes; at most ${MAX_NODES} are accepted`);
  nodes.forEach(guardNode);
  guardNames(model.graph);
  return model;
}

const described = (node: Node): string =>
  `node ${node.name || node.outputs[0] || '?'} (${node.op})`;

function guardNode(node: Node): void {
  if (node.domain !== '')
    throw new Error(`${described(node)}: operators of domain ${node.domain} are not accepted`);
  if (
    CONTROL_FLOW.has(node.op) ||
    Object.values(node.attributes).some(({ kind }) => kind === 'graph')
  )
    throw new Error(`${described(node)}: control flow inside a model is not accepted`);
  if (node.outputs.length === 0) throw new Error(`${described(node)}: it has no outputs`);
}

/** Every value is defined once, before it is used. */
function guardNames(graph: Graph): void {
  const defined = new Set([...graph.constants.keys(), ...graph.inputs.map(({ name }) => name)]);
  for (const node of graph.nodes) {
    const unknown = node.inputs.find((name) => name !== '' && !defined.has(name));
    if (unknown !== undefined)
      throw new Error(`${described(node)}: its input ${unknown} is not defined before it`);
    for (const name of node.outputs.filter((output) => output !== '')) define(defined, name, node);
  }
  const missing = graph.outputs.find(({ name }) => !defined.has(name));
  if (missing !== undefined)
    throw new Error(`the model's output ${missing.name} is never computed`);
}

function define(defined: Set<string>, name: string, node: Node): void {
  if (defined.has(name)) throw new Error(`${described(node)}: ${name} is defined twice`);
  defined.add(name);
}

/** The one input that is fed and the one output that is read. Throws when there are more or they are no floats. */
export function inputAndOutput(graph: Graph): { input: ValueInfo; output: ValueInfo } {
  const inputs = graph.inputs.filter(({ name }) => !graph.constants.has(name));
  return { input: single(inputs, 'input'), output: single(graph.outputs, 'output') };
}

function single(infos: readonly ValueInfo[], what: string): ValueInfo {
  const [info, ...others] = infos;
  if (info === undefined || others.length > 0)
    throw new Error(
      `the model must have one ${what}, found ${infos.length}: ${infos.map(({ name }) => name).join(', ')}`,
    );
  if (info.type !== elementTypes.float32)
    throw new Error(`the model's ${what} ${info.name} must be float32`);
  return info;
}
