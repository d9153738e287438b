/** A small descent on a model, run once so that compiling and running are quick when they are wanted. */
import { type Shape, sizeOf } from '../../engine/tensor.ts';
import { type Operand, type OperatorNode, type StepProgram } from '../../engine/trace/program.ts';
import { modelId, runOnce, type ServedModel } from './servedModel.ts';

const trips = 32;

export async function warmUp(model: ServedModel): Promise<void> {
  const shape = model.signature.input.shape.map((size) => (typeof size === 'number' ? size : 1));
  const program = descent(shape, await model.shape(shape));
  const start = { shape, data: new Float32Array(sizeOf(shape)) };
  const served = await model.compile(program);
  const request = { programId: 0, trips, carried: [start], externals: [start], schedules: [] };
  await runOnce(served, request);
  await served.session.release();
}

/** z ← z − 0.01 ∇( Σ(x−z)² + Σ max(0, f(z)) ) */
function descent(shape: Shape, outputShape: Shape): StepProgram {
  const z: Operand = { from: 'carried', index: 0 };
  const x: Operand = { from: 'external', index: 0 };
  const at = (index: number): Operand => ({ from: 'node', index });
  return {
    nodes: [
      { kind: 'model', model: modelId, input: z, shape: outputShape },
      operator('Relu', [at(0)], outputShape),
      total(at(1)),
      operator('Sub', [x, z], shape),
      operator('Mul', [at(3), at(3)], shape),
      total(at(4)),
      operator('Add', [at(5), at(2)], []),
      { kind: 'gradient', of: at(6), wrt: z, shape },
      operator('Mul', [at(7), { from: 'constant', value: 0.01 }], shape),
      operator('Sub', [z, at(8)], shape),
    ],
    carried: [{ shape, next: at(9) }],
    externals: [shape],
    schedules: 0,
    outputs: [{ value: at(6), each: true }],
    stepsPerIteration: 1,
  };
}

function operator(op: string, inputs: readonly Operand[], shape: Shape): OperatorNode {
  return { kind: 'operator', op, inputs, attributes: {}, shape };
}

function total(of: Operand): OperatorNode {
  return { ...operator('ReduceSum', [of], []), attributes: { keepdims: 0 } };
}
