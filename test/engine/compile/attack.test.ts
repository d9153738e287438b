import { describe, expect, test } from 'vitest';
import { type Shape } from '../../../src/engine/tensor.ts';
import { type StepProgram } from '../../../src/engine/trace/program.ts';
import { Steps } from '../../support/steps.ts';
import { attackCase, attackModel, type AttackModel, OrtBackend } from '../../support/ortBackend.ts';

/** The exam's attack, as it is recorded from a program with `optim.SGD`. */
function attackProgram(shape: Shape, lr: number): StepProgram {
  const rows = shape[0] ?? 0;
  const s = new Steps();
  const z = s.state(shape);
  const x = s.external(shape);
  const t = s.external([rows, 1]);
  const d = s.op('Sub', [x, z]);
  const hinge = s.op('Relu', [s.op('Mul', [t, s.model('m', z, [rows, 1])])]);
  const loss = s.op('Add', [s.sum(s.op('Mul', [d, d])), s.sum(hinge)]);
  s.carry(z, s.op('Sub', [z, s.op('Mul', [s.gradient(loss, z), lr])]));
  return s.program([], [loss]);
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
  ['cnn16', 1],
  ['cnn16', 4],
];

describe('a compiled attack', () => {
  test.each(cases)('on %s with %i rows ends where PyTorch ends', async (name, rows) => {
    const { x, t, z, iterations, lr } = await attackCase(`${name}_${rows}`);
    const backend = new OrtBackend({ m: await attackModel(name) });
    const program = attackProgram(x.shape, lr);
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
