/** What there is to know of a foreign model without running it. */
import { gradients } from '../autodiff/reverse.ts';
import { expandModel } from '../compile/expand.ts';
import { Builder } from '../graph/builder.ts';
import { elementTypes } from '../onnx/constant.ts';
import { inputAndOutput } from '../onnx/guard.ts';
import { type Graph, type Model, type Node, type ValueInfo } from '../onnx/model.ts';
import { sizeOf } from '../tensor.ts';
import { type Dimension } from '../trace/program.ts';

export interface PortReport {
  readonly name: string;
  /** as in `float32`, or ONNX's number of a type that is not supported */
  readonly type: string;
  /** a text is the name of a size that the input decides; absent where the file does not say */
  readonly shape?: readonly Dimension[];
}

export interface ModelReport {
  readonly irVersion: number;
  /** version of ONNX's own operator set */
  readonly opset: number;
  /** without those that are stored */
  readonly inputs: readonly PortReport[];
  readonly outputs: readonly PortReport[];
  readonly nodes: number;
  /** operator → how often, the most frequent first */
  readonly operators: Readonly<Record<string, number>>;
  /** stored numbers of floating point */
  readonly parameters: number;
  /** why there is no gradient of the output by the input; absent when there is one */
  readonly noGradient?: string;
}

export function describeModel(model: Model): ModelReport {
  const { irVersion, opset, graph } = model;
  const noGradient = whyNoGradient(model);
  return {
    irVersion,
    opset,
    inputs: graph.inputs.filter(({ name }) => !graph.constants.has(name)).map(portOf),
    outputs: graph.outputs.map(portOf),
    nodes: graph.nodes.length,
    operators: countsOf(graph.nodes),
    parameters: parametersOf(graph),
    ...(noGradient === undefined ? {} : { noGradient }),
  };
}

function portOf({ name, type, shape }: ValueInfo): PortReport {
  const known = Object.entries(elementTypes).find(([, code]) => code === type);
  return {
    name,
    type: known?.[0] ?? `type ${type}`,
    ...(shape === undefined ? {} : { shape }),
  };
}

function countsOf(nodes: readonly Node[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { op } of nodes) counts.set(op, (counts.get(op) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

const FLOATS = new Set(['float16', 'bfloat16', 'float32', 'float64']);

function parametersOf({ constants }: Graph): number {
  return [...constants.values()]
    .filter(({ type }) => FLOATS.has(type))
    .reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

/** Tried with sizes that the file leaves open set to 2, by the rules that attacks are differentiated with. */
function whyNoGradient(model: Model): string | undefined {
  try {
    const { input } = inputAndOutput(model.graph);
    const shape = input.shape?.map((size) => (typeof size === 'number' ? size : 2));
    if (shape === undefined) return `the model does not say how many dimensions ${input.name} has`;
    const builder = new Builder();
    const fed = builder.input(input.name, shape);
    const site = { id: 'model', at: undefined, stopsGradient: false };
    gradients(builder, { of: expandModel(builder, { model }, { input: fed, site }), wrt: [fed] });
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // inside a trial values have names that the file does not know
    return message.replace(/ with respect to its input v\d+$/, '');
  }
}
