/**
 * What a foreign model may contain. A model is a program: this walk refuses what could run for ever, reach other files
 * or grow without bound, and what the engine cannot expand, with a message that says where.
 */
import { type Constant, elementTypes, integersOf } from './constant.ts';
import { type Graph, type Model, type Node, type ValueInfo } from './model.ts';
import { readModel } from './read.ts';
import { CONTROL_FLOW, walkModel } from './walk/walkModel.ts';

const MAX_NODES = 10_000;
const MIN_OPSET = 13;
const MAX_OPSET = 23;

/** Equal inputs have to give equal outputs. */
const CHANCE = new Set([
  'Bernoulli',
  'Multinomial',
  'RandomNormal',
  'RandomNormalLike',
  'RandomUniform',
  'RandomUniformLike',
]);

/** Operators that make much of little, and the input that says how much: 64 Mi numbers are enough. */
const MAX_MADE = 2 ** 26;
const SIZES_IN: Readonly<Record<string, number>> = {
  ConstantOfShape: 0,
  Expand: 1,
  Tile: 1,
  Reshape: 1,
};

/** A model from a stranger: walked over, read, guarded. Throws a sentence that says what is not accepted. */
export function readForeignModel(bytes: Uint8Array): Model {
  walkModel(bytes);
  return guardModel(readModel(bytes));
}

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
  nodes.forEach((node) => {
    guardSizes(node, model.graph);
  });
  model.graph.inputs.forEach(guardInput);
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
  if (CHANCE.has(node.op))
    throw new Error(`${described(node)}: operators that draw random numbers are not accepted`);
  if (node.outputs.length === 0) throw new Error(`${described(node)}: it has no outputs`);
}

/** Where the model itself says how much there will be; what is worked out at run time is left to the memory limit. */
function guardSizes(node: Node, { constants }: Graph): void {
  const place = SIZES_IN[node.op];
  const sizes = place === undefined ? undefined : constants.get(node.inputs[place] ?? '');
  if (sizes === undefined || !isShort(sizes)) return;
  const numbers = integersOf(sizes).reduce((product, size) => product * Math.abs(size), 1);
  if (numbers > MAX_MADE)
    throw new Error(
      `${described(node)}: it makes a tensor of ${numbers} numbers; at most ${MAX_MADE} are accepted`,
    );
}

function guardInput({ name, shape = [] }: ValueInfo): void {
  const numbers = shape.reduce((n: number, size) => (typeof size === 'number' ? n * size : n), 1);
  if (numbers > MAX_MADE)
    throw new Error(
      `the model's input ${name} has ${numbers} numbers; at most ${MAX_MADE} are accepted`,
    );
}

const isShort = ({ type, bytes }: Constant): boolean => type === 'int64' && bytes.length <= 256;

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
