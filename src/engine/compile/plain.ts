/** A program without iterations, as one flat graph. */
import { type Value } from '../graph/value.ts';
import { elementTypes } from '../onnx/constant.ts';
import { type Graph, type Node, type ValueInfo } from '../onnx/model.ts';
import { type Shape } from '../tensor.ts';
import { type Assembled } from './assembled.ts';
import { live, usedConstants } from './live.ts';
import { type Lowered } from './lowering.ts';

export function plainGraph(lowered: Lowered): Assembled {
  const { builder, externals, outputs } = lowered;
  const named = outputs.map((value, i) => ({ value, name: `output_${i}` }));
  const nodes = live(builder.nodes, new Set(outputs.map(({ name }) => name)));
  const copies = named.map(({ value, name }) => identity(value.name, name));
  const all = [...nodes, ...copies];
  const graph: Graph = {
    name: 'program',
    nodes: all,
    constants: usedConstants(builder.constants, all),
    inputs: externals.map(({ name, shape }) => floats(name, shape)),
    outputs: named.map(({ value, name }) => floats(name, value.shapeIfKnown)),
  };
  const names = {
    trips: undefined,
    carried: [],
    externals: externals.map(({ name }) => name),
    schedules: [],
    nextCarried: [],
    outputs: named.map(({ name }) => name),
  };
  return { graph, names, nodes: nodes.length };
}

export function identity(from: string, to: string): Node {
  return node('Identity', [from], [to]);
}

export function node(op: string, inputs: readonly string[], outputs: readonly string[]): Node {
  return { op, domain: '', name: '', inputs, outputs, attributes: {} };
}

export function floats(name: string, shape: ValueInfo['shape'] | Shape): ValueInfo {
  return { name, type: elementTypes.float32, shape };
}

export const nameOf = ({ name }: Value): string => name;
