import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluateWith } from '../../src/engine/trace/evaluate.ts';
import { createTorch, type TorchModule } from '../../src/torch/createTorch.ts';
import type { Tensor } from '../../src/torch/torch.d.ts';
import { SyncBackend } from '../support/syncBackend.ts';

const backend = new SyncBackend();
let ids = 0;

afterAll(() => {
  backend[Symbol.dispose]();
});

function newTorch() {
  const offset = (ids += 1000);
  return createTorch({
    evaluate: (evaluation) =>
      evaluateWith(evaluation, (request) =>
        backend.run({ ...request, programId: request.programId + offset }),
      ),
    modelShape: () => [],
  });
}

/** One step of a made-up program: which of the values so far, and what is done to it. */
interface Step {
  readonly on: number;
  readonly other: number;
  readonly how: keyof typeof HOW;
}

const HOW = {
  add: (a: Tensor, b: Tensor) => a.add(b),
  sub: (a: Tensor, b: Tensor) => a.sub(b),
  product: (a: Tensor, b: Tensor) => a.tanh().mul(b.sigmoid()),
  relu: (a: Tensor) => a.relu(),
  half: (a: Tensor) => a.mul(0.5),
  cut: (a: Tensor, b: Tensor) => a.add(b.detach()),
};

interface Program {
  readonly steps: readonly Step[];
  readonly iterations: number;
  readonly momentum: number;
  readonly decay: boolean;
  /** after this iteration the program does something else once */
  readonly odd: number;
}

const program: fc.Arbitrary<Program> = fc.record({
  steps: fc.array(
    fc.record({
      on: fc.nat(20),
      other: fc.nat(20),
      how: fc.constantFrom(...(Object.keys(HOW) as (keyof typeof HOW)[])),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  iterations: fc.integer({ min: 1, max: 7 }),
  momentum: fc.constantFrom(0, 0.5),
  decay: fc.boolean(),
  odd: fc.integer({ min: -1, max: 6 }),
});

/** Runs a made-up program; `watch` is called with the loss of every iteration. */
function run(
  { tensor, optim }: TorchModule,
  { steps, iterations, momentum, decay, odd }: Program,
  watch: (loss: Tensor) => void,
): Tensor {
  const x = tensor([0.5, -1, 2]);
  const w = tensor([1, 0.25, -0.5], { requiresGrad: true });
  const sgd = new optim.SGD([w], { lr: 0.1, momentum });
  for (let i = 0; i < iterations; i++) {
    if (decay) sgd.lr = 0.1 / (1 + i);
    sgd.zeroGrad();
    const values = [w, x];
    for (const { on, other, how } of steps) {
      const [a, b] = [values[on % values.length] ?? w, values[other % values.length] ?? x];
      values.push(HOW[how](a, b));
    }
    if (i === odd) values.push(values.at(-1)?.mul(2) ?? w);
    const loss = (values.at(-1) ?? w).mul(w).sum();
    loss.backward();
    sgd.step();
    watch(loss);
  }
  return w;
}

describe('rolled iterations', () => {
  test('give what the same program gives when it reads every loss at once', () => {
    fc.assert(
      fc.property(program, (made) => {
        const atOnce: number[] = [];
        const slow = newTorch();
        const slowly = run(slow.module, made, (loss) => atOnce.push(loss.item())).tolist();
        const kept: Tensor[] = [];
        const quick = newTorch();
        const quickly = run(quick.module, made, (loss) => kept.push(loss)).tolist();
        const later = kept.map((loss) => loss.item());
        expect(flat(quickly).concat(later)).toEqual(
          flat(slowly)
            .concat(atOnce)
            .map((value) => expect.closeTo(value, 4) as number),
        );
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test('go on after something else was done once', () => {
    const { module } = newTorch();
    const { tensor, optim } = module;
    const w = tensor([8], { requiresGrad: true });
    const sgd = new optim.SGD([w], { lr: 0.25 });
    const before = { ...counts() };
    for (let i = 0; i < 400; i++) {
      sgd.zeroGrad();
      const loss = i === 200 ? w.square().sum().mul(0) : w.square().sum();
      loss.backward();
      sgd.step();
    }
    expect(w.item()).toBeCloseTo(0, 6);
    expect(counts().steps - before.steps).toBe(400);
    expect(counts().programs - before.programs).toBeLessThanOrEqual(4);
  });
});

function counts() {
  const { steps, programs } = backend;
  return { steps, programs };
}

function flat(values: ReturnType<Tensor['tolist']>): number[] {
  return typeof values === 'number' ? [values] : values.flatMap(flat);
}

describe('the steps that were computed', () => {
  /** as the controller counts them: trips of every run, times the steps of its program */
  function stepsOf(program: (torch: TorchModule, x: Tensor) => Tensor): number {
    const each = new Map<number, number>();
    const offset = (ids += 1000);
    let steps = 0;
    const torch = createTorch({
      evaluate: (evaluation) =>
        evaluateWith(evaluation, (request) => {
          const { programId, program: sent, trips } = request;
          if (sent !== undefined) each.set(programId, sent.stepsPerIteration);
          steps += trips * (each.get(programId) ?? 0);
          return backend.run({ ...request, programId: programId + offset });
        }),
      modelShape: () => [],
    });
    const x = torch.input({ shape: [1, 2], data: Float32Array.of(1, -2) });
    torch.value(program(torch.module, x));
    return steps;
  }

  const starts: readonly (readonly [string, (torch: TorchModule, x: Tensor) => Tensor])[] = [
    ['x itself', (_torch, x) => x.clone()],
    ['a computed point', (_torch, x) => x.add(0.25).detach()],
    ['a point in another shape', (_torch, x) => x.t().clone().detach()],
  ];

  test.each(starts)('are as many as were made from %s', (_name, start) => {
    const steps = stepsOf((torch, x) => {
      const z = start(torch, x).requiresGrad_();
      const sgd = new torch.optim.SGD([z], { lr: 0.1 });
      for (let i = 0; i < 20; i++) {
        sgd.zeroGrad();
        z.square().sum().backward();
        sgd.step();
      }
      return z.detach();
    });
    expect(steps).toBe(20);
  });
});
