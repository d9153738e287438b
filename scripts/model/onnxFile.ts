/** The trained layers as an ONNX model: Gemm, Tanh, …, Gemm; n×2 in, n×1 out. */
import { elementTypes, floatConstant } from '../../src/engine/onnx/constant.ts';
import { type Model, type Node } from '../../src/engine/onnx/model.ts';
import { writeModel } from '../../src/engine/onnx/write.ts';
import { type Layer } from './train.ts';

const OPSET = 18;
const IR_VERSION = 8;

export function onnxFile(name: string, layers: readonly Layer[]): Uint8Array {
  const last = layers.length - 1;
  const nodes = layers.flatMap((_, i): Node[] => {
    const from = i === 0 ? 'x' : `a${i}`;
    const to = i === last ? 'f' : `z${i + 1}`;
    const gemm = node('Gemm', [from, `w${i + 1}`, `b${i + 1}`], to);
    return i === last ? [gemm] : [gemm, node('Tanh', [to], `a${i + 1}`)];
  });
  const constants = layers.flatMap(({ weights, biases }, i) => [
    [`w${i + 1}`, floatConstant(weights.shape, weights.data)] as const,
    [`b${i + 1}`, floatConstant(biases.shape, biases.data)] as const,
  ]);
  const model: Model = {
    irVersion: IR_VERSION,
    opset: OPSET,
    graph: {
      name,
      nodes,
      constants: new Map(constants),
      inputs: [{ name: 'x', type: elementTypes.float32, shape: ['n', 2] }],
      outputs: [{ name: 'f', type: elementTypes.float32, shape: ['n', 1] }],
    },
  };
  return writeModel(model);
}

function node(op: string, inputs: readonly string[], output: string): Node {
  return { op, domain: '', name: output, inputs, outputs: [output], attributes: {} };
}
