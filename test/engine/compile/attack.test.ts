import { describe, expect, test } from 'vitest';
import {
  type Operand,
  type StepNode,
  type StepProgram,
} from '../../../src/engine/trace/program.ts';
import { attackCase, attackModel, type AttackModel, OrtBackend } from '../../support/ortBackend.ts';

/** The exam's attack, as it is recorded from a program with `optim.SGD`. */
function attackProgram(rows: number, columns: number, lr: number): StepProgram {
  const nodes: StepNode[] = [];
  const point = [rows, columns];
  const add = (node: StepNode): Operand => ({ from: 'node', index: nodes.push(node) - 1 });
  const op = (name: string, inputs: Operand[], shape: readonly number[]): Operand =>
    add({ kind: 'operator', op: name, inputs, attributes: {}, shape });
  const sum = (of: Operand): Operand =>
    add({
      kind: 'operator',
      op: 'ReduceSum',
      inputs: [of],
      attributes: { keepdims: 0 },
      shape: [],
    });
  const z: Operand = { from: 'carried', index: 0 };
  const x: Operand = { from: 'external', index: 0 };
  const t: Operand = { from: 'external', index: 1 };
  const d = op('Sub', [x, z], point);
  const distance = sum(op('Mul', [d, d], point));
  const f = add({ kind: 'model', model: 'm', input: z, shape: [rows, 1] });
  const hinge = sum(op('Relu', [op('Mul', [t, f], [rows, 1])], [rows, 1]));
  const loss = op('Add', [distance, hinge], []);
  const gradient = add({ kind: 'gradient', of: loss, wrt: z, shape: point });
  const move = op('Mul', [gradient, { from: 'constant', value: lr }], point);
  const next = op('Sub', [z, move], point);
  return {
    nodes,
    carried: [{ shape: point, next }],
    externals: [point, [rows, 1]],
    schedules: 0,
    outputs: [{ value: loss, each: true }],
    loss: 0,
    stepsPerIteration: 1,
  };
}

const cases: [AttackModel, number][] = [
  ['mlp2_relu', 1],
  ['mlp2_relu', 4],
  ['mlp2_relu', 64],
  ['mlp2_tanh', 1],
  ['mlp2_tanh', 4],
  ['mlp2_tanh', 64],
  ['mlp256_relu', 1],
  ['mlp256_relu', 4],
];

describe('a compiled attack', () => {
  test.each(cases)('on %s with %i rows ends where PyTorch ends', async (name, rows) => {
    const { x, t, z, iterations, lr } = await attackCase(`${name}_${rows}`);
    const backend = new OrtBackend({ m: await attackModel(name) });
    const program = attackProgram(rows, x.shape[1] ?? 0, lr);
    const request = {
      programId: 1,
      trips: iterations,
      carried: [x],
      externals: [x, t],
      schedules: [],
    };
    const { carried, outputs } = await backend.run({ ...request, program });
    const worst = Math.max(...z.map((value, i) => Math.abs(value - (carried[0]?.data[i] ?? NaN))));
    expect(worst).toBeLessThan(5e-5);
    expect(outputs[0]?.shape).toEqual([iterations]);
  });
});
