import { describe, expect, test } from 'vitest';
import { type OpName, rules } from '../../../src/engine/autodiff/table.ts';
import { compileProgram } from '../../../src/engine/compile/compile.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { sizeOf, type TensorData } from '../../../src/engine/tensor.ts';
import { OrtBackend } from '../../support/ortBackend.ts';
import { Steps } from '../../support/steps.ts';
import { type GradientCase, operatorCases } from './operatorCases.ts';

const STEP = 5e-3;

/** On a grid, each input shifted by its own amount: nothing ties, and nothing lies at a kink. */
function drawn({ inputs }: GradientCase): TensorData[] {
  const random = seededRandom(7);
  return inputs.map(({ shape, low, high }, i) => {
    const draw = () => Math.round((low + (high - low) * random()) * 10) / 10 + 0.03 * (i + 1);
    return { shape, data: Float32Array.from({ length: sizeOf(shape) }, draw) };
  });
}

/** Gradients by the rules, and the weighted sum itself as a function of the inputs. */
function compiled(gradientCase: GradientCase, weighted: boolean) {
  const steps = new Steps();
  const x = gradientCase.inputs.map(({ shape }) => steps.external(shape));
  const y = gradientCase.of(steps, ...x);
  const terms = weighted ? steps.op('Mul', [y, steps.op('Sin', [steps.op('Add', [y, 0.5])])]) : y;
  const loss = steps.sum(terms);
  const gradients = x.map((operand) => steps.gradient(loss, operand));
  const value = (outputs: typeof x) => steps.program(outputs);
  return { value: value([terms]), gradient: value(gradients) };
}

async function check(gradientCase: GradientCase, weighted: boolean): Promise<void> {
  const programs = compiled(gradientCase, weighted);
  const backend = new OrtBackend();
  const at = drawn(gradientCase);
  const run = async (programId: number, externals: TensorData[]) => {
    const program = programId === 1 ? programs.value : programs.gradient;
    const rest = { programId, program, trips: 1, carried: [], schedules: [] };
    return (await backend.run({ ...rest, externals })).outputs;
  };
  const found = await run(2, at);
  const f = async (externals: TensorData[]) =>
    (await run(1, externals))[0]?.data.reduce((sum, v) => sum + v, 0) ?? NaN;
  for (const [i, input] of at.entries()) {
    const expected: number[] = [];
    for (const k of input.data.keys()) {
      const moved = (by: number) => f(at.map((x, j) => (i === j ? nudged(x, k, by) : x)));
      const near = (await moved(STEP)) - (await moved(-STEP));
      const far = (await moved(2 * STEP)) - (await moved(-2 * STEP));
      expected.push((8 * near - far) / (12 * STEP));
    }
    expect(found[i]?.shape).toEqual(input.shape);
    expectClose([...(found[i]?.data ?? [])], expected);
  }
}

function nudged({ shape, data }: TensorData, k: number, by: number): TensorData {
  return { shape, data: data.map((value, j) => (j === k ? value + by : value)) };
}

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  const scale = Math.max(1, ...expected.map(Math.abs));
  const worst = Math.max(...found.map((value, i) => Math.abs(value - (expected[i] ?? NaN))));
  expect(worst / scale, `found ${found.join()}, expected ${expected.join()}`).toBeLessThan(1e-3);
}

// Object.keys forgets that the keys are names of operators.
const names = Object.keys(rules) as OpName[];

describe('the derivative of', () => {
  test.each(names)('%s agrees with central differences', async (op) => {
    const cases = operatorCases[op];
    expect(cases.length > 0 || op === 'Constant').toBe(true);
    for (const gradientCase of cases) {
      await check(gradientCase, true);
      await check(gradientCase, false);
    }
  });
});

/** d(Σ f(x))/dx for chosen numbers. */
async function derivativeAt(
  x: readonly number[],
  f: (steps: Steps, x: ReturnType<Steps['external']>) => ReturnType<Steps['external']>,
): Promise<number[]> {
  const steps = new Steps();
  const input = steps.external([x.length]);
  const program = steps.program([steps.gradient(steps.sum(f(steps, input)), input)]);
  const externals = [{ shape: [x.length], data: Float32Array.from(x) }];
  const run = { programId: 1, program, trips: 1, carried: [], externals, schedules: [] };
  return [...((await new OrtBackend().run(run)).outputs[0]?.data ?? [])];
}

describe('at kinks the derivative is PyTorch’s:', () => {
  test('relu has 0 at 0', async () => {
    expect(await derivativeAt([-1, 0, 1], (s, x) => s.op('Relu', [x]))).toEqual([0, 0, 1]);
  });
  test('abs has 0 at 0', async () => {
    expect(await derivativeAt([-2, 0, 2], (s, x) => s.op('Abs', [x]))).toEqual([-1, 0, 1]);
  });
  test('clamp passes the gradient at its bounds', async () => {
    const clip = await derivativeAt([-2, -1, 0, 1, 2], (s, x) => s.op('Clip', [x, -1, 1]));
    expect(clip).toEqual([0, 1, 1, 1, 0]);
  });
  test('maximum and minimum share the gradient of ties', async () => {
    expect(await derivativeAt([-1, 0, 1], (s, x) => s.op('Max', [x, 0]))).toEqual([0, 0.5, 1]);
    expect(await derivativeAt([-1, 0, 1], (s, x) => s.op('Min', [x, 0]))).toEqual([1, 0.5, 0]);
  });
  test('the norm of zeros has a gradient of zeros', async () => {
    const norm = await derivativeAt([0, 0], (s, x) => s.op('ReduceL2', [x], { keepdims: 0 }));
    expect(norm).toEqual([0, 0]);
  });
  test('a square root has an infinite slope at 0', async () => {
    expect(await derivativeAt([0, 4], (s, x) => s.op('Sqrt', [x]))).toEqual([Infinity, 0.25]);
  });
  test('x⁰ has slope 0 everywhere, 0 included', async () => {
    expect(await derivativeAt([-1, 0, 2], (s, x) => s.op('Pow', [x, 0]))).toEqual([0, 0, 0]);
  });
});

describe('the reverse pass', () => {
  test('does not go through what is detached', async () => {
    const slope = await derivativeAt([3], (s, x) => s.op('Mul', [s.detached(x), x]));
    expect(slope).toEqual([3]);
  });

  test('keeps a value and its clone apart', async () => {
    const steps = new Steps();
    const x = steps.external([2]);
    const clone = steps.op('Identity', [x]);
    const product = steps.sum(steps.op('Mul', [x, clone]));
    const program = steps.program([steps.gradient(product, clone)]);
    const externals = [{ shape: [2], data: Float32Array.of(2, 5) }];
    const run = { programId: 1, program, trips: 1, carried: [], externals, schedules: [] };
    expect([...((await new OrtBackend().run(run)).outputs[0]?.data ?? [])]).toEqual([2, 5]);
  });

  test('goes through chains of thousands of nodes', () => {
    const steps = new Steps();
    const x = steps.external([]);
    let y = x;
    for (let i = 0; i < 15_000; i++) y = steps.op('Neg', [y]);
    const program = steps.program([steps.gradient(y, x)]);
    expect(compileProgram(program, new Map()).nodes).toBeGreaterThanOrEqual(0);
  });

  test('says so when there is nothing to differentiate', () => {
    const steps = new Steps();
    const [a, b] = [steps.external([2]), steps.external([2])];
    const program = steps.program([steps.gradient(steps.sum(a), b)]);
    expect(() => compileProgram(program, new Map())).toThrow('does not depend on');
  });
});
