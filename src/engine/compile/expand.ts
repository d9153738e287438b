/** A model's own nodes, put into a graph under construction with the student's value as the input. */
import { type Builder, type CallOptions } from '../graph/builder.ts';
import { type Value } from '../graph/value.ts';
import { ruleOf } from '../autodiff/table.ts';
import { inputAndOutput } from '../onnx/guard.ts';
import { int, type Attributes, intsOf, type Model, type Node } from '../onnx/model.ts';
import { type Shape } from '../tensor.ts';

export interface LoadedModel {
  readonly model: Model;
  /** shapes of values that the rules cannot tell, from a run with the same input shape */
  readonly shapes?: ReadonlyMap<string, Shape>;
}

/** Where the call stands: which model, and the student's line. */
export interface CallSite {
  readonly id: string;
  readonly at: string | undefined;
  readonly stopsGradient: boolean;
}

/** Throws, naming the model's node, when the input does not fit. */
export function expandModel(
  builder: Builder,
  loaded: LoadedModel,
  { input, site }: { input: Value; site: CallSite },
): Value {
  const { graph } = loaded.model;
  const { input: fed, output } = inputAndOutput(graph);
  const values = new Map<string, Value>([[fed.name, input]]);
  for (const [name, constant] of graph.constants)
    values.set(name, builder.constant(constant, `${site.id}/${name}`));
  for (const node of graph.nodes) expandNode(builder, node, { loaded, values, site });
  const result = values.get(output.name);
  if (result === undefined) throw new Error(`the model's output ${output.name} is never computed`);
  return result;
}

interface Expansion {
  readonly loaded: LoadedModel;
  readonly values: Map<string, Value>;
  readonly site: CallSite;
}

function expandNode(builder: Builder, foreign: Node, { loaded, values, site }: Expansion): void {
  const { node, extra } = modernised(foreign, loaded.model.opset);
  const inputs = node.inputs.map((name) => (name === '' ? undefined : known(values, name, node)));
  const axes = extra && builder.ints(extra);
  const options = {
    attributes: node.attributes,
    stopsGradient: site.stopsGradient,
    at: [site.at, `model node ${node.name || node.outputs[0] || node.op}`]
      .filter(Boolean)
      .join(', '),
    shapes: node.outputs.map((name) => loaded.shapes?.get(name)),
  };
  const made = emitted(builder, node, { inputs: axes ? [...inputs, axes] : inputs, options });
  node.outputs.forEach((name, i) => {
    const value = made[i];
    if (name !== '' && value !== undefined) values.set(name, value);
  });
}

function known(values: ReadonlyMap<string, Value>, name: string, node: Node): Value {
  const value = values.get(name);
  if (value === undefined)
    throw new Error(`${node.op}: its input ${name} is not defined before it`);
  return value;
}

function emitted(
  builder: Builder,
  node: Node,
  { inputs, options }: { inputs: readonly (Value | undefined)[]; options: CallOptions },
): Value[] {
  const stored = node.op === 'Constant' ? storedIn(builder, node) : undefined;
  if (stored !== undefined) return [stored];
  const single = node.outputs.filter((name) => name !== '').length === 1;
  if (!single || ruleOf(node.op) === undefined || node.op === 'Constant')
    return builder.opaque(node.op, inputs, { ...options, outputs: node.outputs.length });
  return [builder.fold(node.op, inputs, options) ?? builder.call(node.op, inputs, options)];
}

/** The value of a Constant node, in any of the forms that ONNX has for numbers. */
function storedIn(builder: Builder, { attributes }: Node): Value | undefined {
  const [attribute] = Object.values(attributes);
  if (attribute?.kind === 'tensor') return builder.constant(attribute.value);
  if (attribute?.kind === 'ints') return builder.ints(attribute.value);
  if (attribute?.kind === 'int') return builder.integers([], [attribute.value]);
  if (attribute?.kind === 'float') return builder.scalar(attribute.value);
  if (attribute?.kind !== 'floats') return undefined;
  return builder.floats([attribute.value.length], Float32Array.from(attribute.value));
}

/** Operators that took their axes as an attribute up to operator set 17 and take them as an input since. */
const AXES_BECAME_INPUT = new Set([
  'ReduceMean',
  'ReduceMax',
  'ReduceMin',
  'ReduceProd',
  'ReduceL1',
  'ReduceL2',
  'ReduceLogSum',
  'ReduceLogSumExp',
  'ReduceSumSquare',
]);

const NEWER = 18;

/** The node as the operator set of our programs has it, and the axes that become one more input. */
function modernised(node: Node, opset: number): { node: Node; extra?: readonly number[] } {
  if (opset >= NEWER) return { node };
  if (node.op === 'Split' && node.inputs.length < 2)
    return { node: withAttributes(node, { num_outputs: int(node.outputs.length) }) };
  const extra = AXES_BECAME_INPUT.has(node.op) ? intsOf(node.attributes, 'axes') : undefined;
  if (extra === undefined) return { node };
  const others = Object.entries(node.attributes).filter(([name]) => name !== 'axes');
  return { node: { ...node, attributes: Object.fromEntries(others) }, extra };
}

function withAttributes(node: Node, attributes: Attributes): Node {
  return { ...node, attributes: { ...node.attributes, ...attributes } };
}
