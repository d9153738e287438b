/** Small ONNX models for tests, as plain data. */
import { elementTypes, floatConstant } from '../../src/engine/onnx/constant.ts';
import { type Attributes, type Model, type Node } from '../../src/engine/onnx/model.ts';
import { type Dimension } from '../../src/engine/trace/program.ts';

export function modelNode(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: Attributes = {},
): Node {
  return { op, domain: '', name: '', inputs, outputs: [output], attributes };
}

export function modelOf(
  nodes: readonly Node[],
  {
    input = ['n', 2],
    output = ['n', 1],
    opset = 17,
  }: { input?: readonly Dimension[]; output?: readonly Dimension[]; opset?: number } = {},
): Model {
  const float = elementTypes.float32;
  return {
    irVersion: 8,
    opset,
    graph: {
      name: 'test',
      nodes,
      constants: new Map([
        ['w', floatConstant([2, 1], Float32Array.of(3, -4))],
        ['unused', floatConstant([1], Float32Array.of(9))],
      ]),
      inputs: [{ name: 'x', type: float, shape: input }],
      outputs: [{ name: 'y', type: float, shape: output }],
    },
  };
}
