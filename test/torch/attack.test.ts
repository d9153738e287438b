import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateWith } from '../../src/engine/trace/evaluate.ts';
import { createTorch, type Torch } from '../../src/torch/createTorch.ts';
import type { Model, Tensor } from '../../src/torch/torch.d.ts';
import { attackCase, attackModel, type AttackModel } from '../support/ortBackend.ts';
import { SyncBackend } from '../support/syncBackend.ts';

const models: AttackModel[] = ['mlp2_relu', 'mlp2_tanh', 'mlp256_relu'];
const backends = new Map<string, SyncBackend>();

beforeAll(async () => {
  for (const name of models) backends.set(name, new SyncBackend({ m: await attackModel(name) }));
});

afterAll(() => {
  for (const backend of backends.values()) backend[Symbol.dispose]();
});

type Program = (parts: { x: Tensor; t: Tensor; model: Model; torch: Torch['module'] }) => Tensor;

/** Runs a program as the student runner does, with a tracer of its own. */
async function run(name: AttackModel, rows: number, program: Program) {
  const { x, t, z } = await attackCase(`${name}_${rows}`);
  const backend = backends.get(name);
  if (backend === undefined) throw new Error(`no backend for ${name}`);
  // program ids start anew with every tracer
  const offset = (ids += 100_000);
  const before = { steps: backend.steps, programs: backend.programs, runs: backend.runs };
  const torch = createTorch({
    evaluate: (evaluation) =>
      evaluateWith(evaluation, (request) =>
        backend.run({ ...request, programId: request.programId + offset }),
      ),
    modelShape: (model, shape) => backend.modelShape(model, shape),
  });
  const found = program({
    x: torch.input(x),
    t: torch.input(t),
    model: torch.model('m'),
    torch: torch.module,
  });
  const value = torch.value(found);
  return {
    worst: Math.max(...z.map((wanted, i) => Math.abs(wanted - (value?.data[i] ?? Number.NaN)))),
    steps: backend.steps - before.steps,
    programs: backend.programs - before.programs,
    runs: backend.runs - before.runs,
    facts: torch.facts,
  };
}
let ids = 0;

const natural: Program = ({ x, t, model, torch: { optim } }) => {
  const z = x.clone().requiresGrad_();
  const sgd = new optim.SGD([z], { lr: 0.01 });
  for (let i = 0; i < 1000; i++) {
    sgd.zeroGrad();
    const loss = x
      .sub(z)
      .square()
      .sum()
      .add(t.mul(model(z)).relu().sum());
    loss.backward();
    sgd.step();
  }
  return z.detach();
};

describe('the natural program', () => {
  test.each(
    models
      .flatMap((name) => [1, 4, 64].map((rows) => [name, rows] as const))
      .filter(([name, rows]) => name !== 'mlp256_relu' || rows < 64),
  )('on %s with %i rows ends where PyTorch ends, as one loop', async (name, rows) => {
    const { worst, ...counts } = await run(name, rows, natural);
    expect(worst).toBeLessThan(5e-5);
    expect(counts).toMatchObject({ steps: 1000, programs: 1, runs: 1 });
    expect(counts.facts).toMatchObject({
      backwardCalls: 1000,
      zeroGradCalls: 1000,
      stepCalls: 1000,
    });
  });
});

const PROGRAMS: Record<string, Program> = {
  'reads the loss after every step': ({ x, t, model, torch: { optim } }) => {
    const z = x.clone().requiresGrad_();
    const sgd = new optim.SGD([z], { lr: 0.01 });
    let sum = 0;
    for (let i = 0; i < 1000; i++) {
      sgd.zeroGrad();
      const loss = x
        .sub(z)
        .square()
        .sum()
        .add(t.mul(model(z)).relu().sum());
      loss.backward();
      sgd.step();
      sum += loss.item();
    }
    expect(Number.isFinite(sum)).toBe(true);
    return z;
  },
  'reads the loss before the backward pass': ({ x, t, model, torch: { optim } }) => {
    const z = x.detach().clone().requiresGrad_();
    const sgd = new optim.SGD([z], { lr: 0.01 });
    let last = Infinity;
    for (let i = 0; i < 1000; i++) {
      const loss = x
        .sub(z)
        .pow(2)
        .sum()
        .add(t.mul(model(z)).clamp(0).sum());
      last = Math.min(last, loss.item());
      z.grad = undefined;
      loss.backward();
      sgd.step();
    }
    expect(Number.isFinite(last)).toBe(true);
    return z.detach();
  },
  'updates by hand without an optimizer': ({ x, t, model, torch: { noGrad } }) => {
    const z = x.clone().requiresGrad_();
    for (let i = 0; i < 1000; i++) {
      const loss = z.sub(x).square().sum().add(model(z).mul(t).relu().sum());
      loss.backward();
      noGrad(() => {
        if (z.grad) z.sub_(z.grad.mul(0.01));
      });
      z.grad = undefined;
    }
    return z;
  },
  'makes a new leaf in every iteration': ({ x, t, model }) => {
    let z: Tensor = x;
    for (let i = 0; i < 1000; i++) {
      const leaf = z.detach().requiresGrad_();
      x.sub(leaf)
        .square()
        .sum()
        .add(t.mul(model(leaf)).relu().sum())
        .backward();
      if (leaf.grad) z = leaf.detach().sub(leaf.grad.mul(0.01));
    }
    return z;
  },
  'goes backward through each term by itself': ({ x, t, model, torch: { optim } }) => {
    const z = x.clone().requiresGrad_();
    const sgd = new optim.SGD([z], { lr: 0.01 });
    for (let i = 0; i < 1000; i++) {
      sgd.zeroGrad();
      x.sub(z).square().sum().backward();
      t.mul(model(z)).relu().sum().backward();
      sgd.step();
    }
    return z.detach();
  },
  'writes the gradient of the distance by hand': ({
    x,
    t,
    model,
    torch: { optim, sign, relu },
  }) => {
    const z = x.clone().requiresGrad_();
    const sgd = new optim.SGD([z], { lr: 0.01 });
    for (let i = 0; i < 1000; i++) {
      sgd.zeroGrad();
      const margin = t.mul(model(z));
      margin.sum().backward();
      const active = sign(relu(margin.detach()));
      if (z.grad) z.grad = z.grad.mul(active).add(z.detach().sub(x).mul(2));
      sgd.step();
    }
    return z.detach();
  },
  'makes its constants inside the loop': ({ x, t, model, torch: { optim, maximum, zeros } }) => {
    const z = x.clone().requiresGrad_();
    const sgd = new optim.SGD([z], { lr: 0.01 });
    for (let i = 0; i < 1000; i++) {
      sgd.zeroGrad();
      const hinge = maximum(t.mul(model(z)), zeros([1]));
      x.sub(z).square().sum().add(hinge.sum()).backward();
      sgd.step();
    }
    return z.detach();
  },
};

describe('programs written differently', () => {
  test.each(Object.entries(PROGRAMS))('one that %s ends at the same point', async (_, program) => {
    const { worst, steps, programs } = await run('mlp2_tanh', 4, program);
    expect(worst).toBeLessThan(5e-5);
    expect(steps).toBe(1000);
    expect(programs).toBeLessThanOrEqual(5);
  });

  test('a schedule of learning rates stays one loop', async () => {
    const program: Program = ({ x, t, model, torch: { optim } }) => {
      const z = x.clone().requiresGrad_();
      const sgd = new optim.SGD([z], { lr: 0.01 });
      for (let i = 0; i < 1000; i++) {
        sgd.lr = 0.01 / (1 + i);
        sgd.zeroGrad();
        x.sub(z)
          .square()
          .sum()
          .add(t.mul(model(z)).relu().sum())
          .backward();
        sgd.step();
      }
      return z;
    };
    const { programs, runs, steps } = await run('mlp2_tanh', 1, program);
    expect({ programs, runs, steps }).toEqual({ programs: 1, runs: 1, steps: 1000 });
  });

  test('losses kept and read after the loop are those of their iterations', async () => {
    const kept: Tensor[] = [];
    const read: number[] = [];
    const keep =
      (take: (loss: Tensor, z: Tensor) => void): Program =>
      ({ x, t, model, torch: { optim } }) => {
        const z = x.clone().requiresGrad_();
        const sgd = new optim.SGD([z], { lr: 0.01 });
        for (let i = 0; i < 20; i++) {
          sgd.zeroGrad();
          const distance = x.sub(z).square().sum();
          const loss = distance.add(t.mul(model(z)).relu().sum());
          take(distance, z);
          loss.backward();
          sgd.step();
        }
        return z;
      };
    await run('mlp2_tanh', 1, ({ ...parts }) => {
      const z = keep((distance) => kept.push(distance))(parts);
      read.push(...kept.map((distance) => distance.item()));
      return z;
    });
    const atOnce: number[] = [];
    await run(
      'mlp2_tanh',
      1,
      keep((distance) => atOnce.push(distance.item())),
    );
    expect(read).toHaveLength(20);
    read.forEach((value, i) => {
      expect(value).toBeCloseTo(atOnce[i] ?? Number.NaN, 6);
    });
  });
});
