import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluateWith } from '../../src/engine/trace/evaluate.ts';
import { createTorch } from '../../src/torch/createTorch.ts';
import type { NestedNumbers, Tensor } from '../../src/torch/torch.d.ts';
import { SyncBackend } from '../support/syncBackend.ts';

interface Cases {
  readonly operations: readonly {
    readonly name: string;
    readonly inputs: readonly NestedNumbers[];
    readonly value: NestedNumbers;
    readonly gradients: readonly NestedNumbers[];
  }[];
  readonly sgd: readonly {
    readonly options: { readonly lr: number; readonly weight_decay?: number };
    readonly w: readonly number[];
  }[];
}

const cases = JSON.parse(
  readFileSync(new URL('cases/cases.json', import.meta.url), 'utf8'),
) as Cases;

const backend = new SyncBackend();
let ids = 0;

function newTorch() {
  const offset = (ids += 1000);
  return createTorch({
    evaluate: (evaluation) =>
      evaluateWith(evaluation, (request) =>
        backend.run({ ...request, programId: request.programId + offset }),
      ),
    modelShape: () => [],
    where: () => 'adversarial.ts:9',
  }).module;
}

afterAll(() => {
  backend[Symbol.dispose]();
});

type Operation = (a: Tensor, b: Tensor) => Tensor;

/** As in make_cases.py. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  add: (a, b) => a.add(b),
  'add row': (a, b) => a.add(b),
  'add number': (a) => a.add(2),
  sub: (a, b) => a.sub(b),
  'sub row': (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  'mul row': (a, b) => a.mul(b),
  'mul itself': (a) => a.mul(a),
  div: (a, b) => a.div(b),
  'div row': (a, b) => a.div(b),
  pow: (a, b) => a.pow(b),
  'pow 2': (a) => a.pow(2),
  'pow 3': (a) => a.pow(3),
  neg: (a) => a.neg(),
  square: (a) => a.square(),
  sqrt: (a) => a.sqrt(),
  exp: (a) => a.exp(),
  log: (a) => a.log(),
  abs: (a) => a.abs(),
  sign: (a) => a.sign(),
  sin: (a) => a.sin(),
  cos: (a) => a.cos(),
  tanh: (a) => a.tanh(),
  sigmoid: (a) => a.sigmoid(),
  relu: (a) => a.relu(),
  clamp: (a) => a.clamp(-0.75, 2),
  'clamp below': (a) => a.clamp(0),
  'clamp above': (a) => a.clamp(undefined, 0.5),
  maximum: (a, b) => a.maximum(b),
  'maximum row': (a, b) => a.maximum(b),
  minimum: (a, b) => a.minimum(b),
  matmul: (a, b) => a.matmul(b),
  'matmul vector': (a, b) => a.matmul(b),
  dot: (a, b) => a.dot(b),
  sum: (a) => a.sum(),
  'sum 0': (a) => a.sum(0),
  'sum -1 keepdim': (a) => a.sum(-1, true),
  mean: (a) => a.mean(),
  'mean 1': (a) => a.mean(1),
  norm: (a) => a.norm(),
  'norm of zeros': (a) => a.norm(),
  'norm 1': (a) => a.norm(1),
  'norm of rows': (a) => a.norm(2, 1),
  reshape: (a) => a.reshape(3, -1),
  flatten: (a) => a.flatten(),
  t: (a) => a.t(),
  transpose: (a) => a.transpose(0, 1),
  squeeze: (a) => a.squeeze(),
  unsqueeze: (a) => a.unsqueeze(0),
  expand: (a) => a.expand(2, 3),
  row: (a) => a.at(1),
  'last row': (a) => a.at(-1),
  select: (a) => a.select(1, 2),
  narrow: (a) => a.narrow(1, 1, 2),
  detach: (a) => a.mul(a.detach()),
  clone: (a) => a.mul(a.clone()),
};

function flat(values: NestedNumbers): number[] {
  return typeof values === 'number' ? [values] : values.flatMap(flat);
}

function expectClose(found: NestedNumbers, wanted: NestedNumbers): void {
  const [a, b] = [flat(found), flat(wanted)];
  expect(a).toHaveLength(b.length);
  a.forEach((value, i) => {
    expect(Math.abs(value - (b[i] ?? Number.NaN))).toBeLessThanOrEqual(
      2e-5 * (1 + Math.abs(b[i] ?? 0)),
    );
  });
}

describe('operations', () => {
  test('are tried for every case of PyTorch', () => {
    expect(Object.keys(OPERATIONS)).toEqual(cases.operations.map(({ name }) => name));
  });

  test.each(cases.operations)('$name gives the values and gradients of PyTorch', (wanted) => {
    const torch = newTorch();
    const [a, b] = wanted.inputs.map((data) => torch.tensor(data, { requiresGrad: true }));
    if (a === undefined) throw new Error('a case needs an input');
    const result = OPERATIONS[wanted.name]?.(a, b ?? a);
    if (result === undefined) throw new Error('unknown operation');
    const weights = torch.tensor(Array.from({ length: result.numel() }, (_, i) => i + 1));
    result.mul(weights.reshape(result.shape)).sum().backward();
    expectClose(result.tolist(), wanted.value);
    const inputs = b === undefined ? [a] : [a, b];
    inputs.forEach((input, i) => {
      expectClose(input.grad?.tolist() ?? [], wanted.gradients[i] ?? []);
    });
  });
});

describe('optim.SGD', () => {
  test.each(cases.sgd)('with $options moves as in PyTorch', ({ options, w: wanted }) => {
    const { tensor, optim } = newTorch();
    const { weight_decay: weightDecay = 0, ...others } = options;
    const w = tensor([1, -2], { requiresGrad: true });
    const target = tensor([0.5, 0.25]);
    const factors = tensor([1, 0.1]);
    const sgd = new optim.SGD([w], { ...others, weightDecay });
    for (let i = 0; i < 25; i++) {
      sgd.zeroGrad();
      w.sub(target).square().mul(factors).sum().backward();
      sgd.step();
    }
    expectClose(w.tolist(), [...wanted]);
  });

  test('moves several tensors at once', () => {
    const { tensor, optim } = newTorch();
    const [a, b] = [tensor([2], { requiresGrad: true }), tensor([3], { requiresGrad: true })];
    const sgd = new optim.SGD([a, b], { lr: 0.25 });
    for (let i = 0; i < 3; i++) {
      sgd.zeroGrad();
      a.mul(b).sum().backward();
      sgd.step();
    }
    // by hand: (2, 3) → (1.25, 2.5) → (0.625, 2.1875) → (0.078125, 2.03125)
    expect([a.item(), b.item()]).toEqual([0.078125, 2.03125]);
  });
});

describe('autograd', () => {
  test('gradients of several backward passes add up until zeroGrad', () => {
    const { tensor, optim } = newTorch();
    const x = tensor([3], { requiresGrad: true });
    const sgd = new optim.SGD([x], { lr: 1 });
    x.square().sum().backward();
    x.mul(5).sum().backward();
    expect(x.grad?.item()).toBe(11);
    sgd.zeroGrad();
    expect(x.grad).toBeUndefined();
  });

  test('a clone has a gradient of its own only when it is made a leaf', () => {
    const { tensor } = newTorch();
    const x = tensor([3], { requiresGrad: true });
    x.clone().square().sum().backward();
    expect(x.grad?.item()).toBe(6);
    const z = x.detach().clone().requiresGrad_();
    x.mul(z).sum().backward();
    expect([x.grad?.item(), z.grad?.item()]).toEqual([9, 3]);
  });

  test('noGrad records no gradients', () => {
    const { tensor, noGrad } = newTorch();
    const x = tensor([3], { requiresGrad: true });
    const y = noGrad(() => x.mul(2));
    expect(y.requiresGrad).toBe(false);
    x.mul(y).sum().backward();
    expect(x.grad?.item()).toBe(6);
  });

  test('a detached alias shares its numbers', () => {
    const { tensor } = newTorch();
    const x = tensor([3]);
    x.detach().add_(1);
    expect(x.item()).toBe(4);
  });
});

describe('errors name the operation, what was found, and the line', () => {
  const { tensor, optim, zeros } = newTorch();
  const x = tensor([[1, 2]], { requiresGrad: true });
  const cases: Record<string, [() => unknown, string]> = {
    'shapes that do not broadcast': [
      () => x.mul(zeros([3, 5])),
      'mul: shapes [1, 2] and [3, 5] do not broadcast (adversarial.ts:9)',
    ],
    'matrices that do not fit': [
      () => x.matmul(zeros([3, 5])),
      'matmul: shapes [1, 2] and [3, 5] cannot be multiplied as matrices (adversarial.ts:9)',
    ],
    'an index out of range': [
      () => x.at(1),
      'at: index 1 is out of range for dimension 0 of size 1 (adversarial.ts:9)',
    ],
    'a list in place of a tensor': [
      () => x.add([1, 2] as unknown as number),
      'add: expected a tensor or a number, found a list; write tensor([…]) (adversarial.ts:9)',
    ],
    'backward of more than one number': [
      () => {
        x.mul(2).backward();
      },
      'backward: only a single number has gradients, found shape [1, 2]; take its sum() (adversarial.ts:9)',
    ],
    'backward without a leaf': [
      () => {
        zeros([1]).sum().backward();
      },
      'backward: this value does not depend on a tensor that requires gradients (adversarial.ts:9)',
    ],
    'backward twice': [
      () => {
        const loss = x.sum();
        loss.backward();
        loss.backward();
      },
      'backward: called a second time on the same value; compute the value again (adversarial.ts:9)',
    ],
    'a leaf changed in place': [
      () => x.add_(1),
      'add_: a leaf that requires gradients cannot be changed in place; use noGrad(() => …) (adversarial.ts:9)',
    ],
    'a view changed in place': [
      () => zeros([2, 2]).at(0).add_(1),
      'add_: this tensor is a view of another one, which would have to change as well; clone() it first (adversarial.ts:9)',
    ],
    'an uneven list': [
      () => tensor([[1, 2], [3]]),
      'tensor: data[1] must be a list of 2, found 1 (adversarial.ts:9)',
    ],
    'a negative learning rate': [
      () => new optim.SGD([x], { lr: -1 }),
      'SGD: lr must be a number that is not negative, found -1 (adversarial.ts:9)',
    ],
    'an optimised result': [
      () => new optim.SGD([x.mul(2)], { lr: 1 }),
      'SGD: params[0] is computed from other tensors; only leaves can be optimised (adversarial.ts:9)',
    ],
    'an item of many': [
      () => x.item(),
      'item: only a single number has an item(), found shape [1, 2] (adversarial.ts:9)',
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [work, message]) => {
    expect(work).toThrow(new Error(message));
  });
});
