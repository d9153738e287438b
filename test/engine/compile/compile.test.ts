import { describe, expect, test } from 'vitest';
import { compileProgram } from '../../../src/engine/compile/compile.ts';
import { intConstant } from '../../../src/engine/onnx/constant.ts';
import { float, type Graph, int, ints, type Model } from '../../../src/engine/onnx/model.ts';
import { readModel } from '../../../src/engine/onnx/read.ts';
import { writeModel } from '../../../src/engine/onnx/write.ts';
import { type TensorData } from '../../../src/engine/tensor.ts';
import { type RunRequest, type StepProgram } from '../../../src/engine/trace/program.ts';
import { modelNode, modelOf } from '../../support/model.ts';
import { OrtBackend } from '../../support/ortBackend.ts';
import { Steps } from '../../support/steps.ts';

const tensor = (shape: number[], ...data: number[]): TensorData => ({
  shape,
  data: Float32Array.from(data),
});

function run(
  program: StepProgram,
  request: Partial<RunRequest>,
  models: Record<string, Model> = {},
) {
  const bytes = Object.entries(models).map(([id, model]) => [id, writeModel(model)]);
  const backend = new OrtBackend(Object.fromEntries(bytes) as Record<string, Uint8Array>);
  const rest = { trips: 1, carried: [], externals: [], schedules: [] };
  return backend.run({ programId: 1, program, ...rest, ...request });
}

const numbers = (tensors: readonly TensorData[]): number[][] =>
  tensors.map(({ data }) => [...data]);

/** The loop's body and what is around it. */
function graphsOf(program: StepProgram): { around: Graph; body: Graph } {
  const { graph } = readModel(compileProgram(program, new Map()).bytes);
  const body = graph.nodes.find(({ op }) => op === 'Loop')?.attributes['body'];
  if (body?.kind !== 'graph') throw new Error('there is no loop');
  return { around: graph, body: body.value };
}

const operators = ({ nodes }: Graph): string[] => nodes.map(({ op }) => op);

describe('a program that carries values', () => {
  test('runs as many iterations as it is told to', async () => {
    const s = new Steps();
    const z = s.state([2]);
    s.carry(z, s.op('Mul', [z, 2]));
    const { carried } = await run(s.program([]), { trips: 5, carried: [tensor([2], 1, 3)] });
    expect(numbers(carried)).toEqual([[32, 96]]);
  });

  test('returns values of the last iteration and of each iteration', async () => {
    const s = new Steps();
    const z = s.state([]);
    const half = s.op('Mul', [z, 0.5]);
    s.carry(z, s.op('Add', [z, 1]));
    const program = s.program([half, z], [half, z]);
    const { carried, outputs } = await run(program, { trips: 3, carried: [tensor([], 4)] });
    expect(numbers(carried)).toEqual([[7]]);
    expect(numbers(outputs)).toEqual([[3], [6], [2, 2.5, 3], [4, 5, 6]]);
    expect(outputs.map(({ shape }) => shape)).toEqual([[], [], [3], [3]]);
  });

  test('can carry a value unchanged, swap two, and give one out twice', async () => {
    const s = new Steps();
    const [a, b, c] = [s.state([1]), s.state([1]), s.state([1])];
    s.carry(a, b);
    s.carry(b, a);
    s.carry(c, c);
    const program = s.program([a, a], [c]);
    const start = [tensor([1], 1), tensor([1], 2), tensor([1], 3)];
    const { carried, outputs } = await run(program, { trips: 3, carried: start });
    expect(numbers(carried)).toEqual([[2], [1], [3]]);
    expect(numbers(outputs)).toEqual([[1], [1], [3, 3, 3]]);
  });

  test('takes a number of its own for every iteration from a schedule', async () => {
    const s = new Steps();
    const z = s.state([2]);
    s.carry(z, s.op('Add', [z, s.schedule()]));
    const table = Float32Array.of(1, 10, 100);
    const request = { trips: 3, carried: [tensor([2], 0, 1)], schedules: [table] };
    expect(numbers((await run(s.program([]), request)).carried)).toEqual([[111, 112]]);
  });

  test('computes what is the same in all iterations once, before the loop', async () => {
    const s = new Steps();
    const z = s.state([]);
    const x = s.external([]);
    const slow = s.op('Exp', [s.op('Sin', [x])]);
    s.carry(z, s.op('Add', [z, slow]));
    const program = s.program([slow]);
    const { around, body } = graphsOf(program);
    expect(operators(around)).toEqual(expect.arrayContaining(['Sin', 'Exp', 'Loop']));
    expect(operators(body)).toEqual(['Add', 'Identity']);
    const { carried, outputs } = await run(program, {
      trips: 4,
      carried: [tensor([], 0)],
      externals: [tensor([], 0)],
    });
    expect(numbers([...carried, ...outputs])).toEqual([[4], [1]]);
  });

  test('can stack a value that is the same in all iterations', async () => {
    const s = new Steps();
    const x = s.external([2]);
    const program = s.program([], [s.op('Neg', [x])]);
    const { outputs } = await run(program, { trips: 2, externals: [tensor([2], 1, 2)] });
    expect(numbers(outputs)).toEqual([[-1, -2, -1, -2]]);
    expect(outputs[0]?.shape).toEqual([2, 2]);
  });

  test('does nothing that no result needs', () => {
    const s = new Steps();
    const z = s.state([2]);
    s.gradient(s.sum(s.op('Exp', [z])), z);
    s.carry(z, s.op('Neg', [z]));
    expect(operators(graphsOf(s.program([])).body)).toEqual(['Neg', 'Identity']);
  });
});

describe('gradients of one loss', () => {
  test('share one reverse pass', async () => {
    const s = new Steps();
    const [a, b] = [s.external([2]), s.external([2])];
    const loss = s.sum(s.op('Tanh', [s.op('Mul', [a, b])]));
    const both = s.program([s.gradient(loss, a), s.gradient(loss, b)]);
    const one = s.program([s.gradient(loss, a)]);
    const nodes = (program: StepProgram) => compileProgram(program, new Map()).nodes;
    expect(nodes(both)).toBe(nodes(one) + 1);
    const { outputs } = await run(both, { externals: [tensor([2], 0, 1), tensor([2], 5, 0)] });
    expect(numbers(outputs)).toEqual([
      [5, 0],
      [0, 1],
    ]);
  });

  test('of several losses are kept apart', async () => {
    const s = new Steps();
    const x = s.external([2]);
    const squares = s.sum(s.op('Mul', [x, x]));
    const cubes = s.sum(s.op('Pow', [x, 3]));
    const program = s.program([s.gradient(squares, x), s.gradient(cubes, x)]);
    const { outputs } = await run(program, { externals: [tensor([2], 1, 2)] });
    expect(numbers(outputs)).toEqual([
      [2, 4],
      [3, 12],
    ]);
  });
});

describe('a call of a model', () => {
  const linear = modelOf([modelNode('MatMul', ['x', 'w'], 'y')]);

  test('becomes the model’s own nodes, shared with their derivative', async () => {
    const s = new Steps();
    const x = s.external([2, 2]);
    const y = s.model('m', x, [2, 1]);
    const again = s.model('m', x, [2, 1]);
    const loss = s.sum(s.op('Add', [y, again]));
    const program = s.program([y, s.gradient(loss, x)]);
    const { outputs } = await run(
      program,
      { externals: [tensor([2, 2], 1, 1, 2, 0)] },
      { m: linear },
    );
    expect(numbers(outputs)).toEqual([
      [-1, 6],
      [6, -8, 6, -8],
    ]);
    const { bytes } = compileProgram(program, new Map([['m', { model: linear }]]));
    const { graph } = readModel(bytes);
    expect(operators(graph).filter((op) => op === 'MatMul')).toHaveLength(1);
    expect([...graph.constants.keys()]).not.toContain('m/unused');
  });

  test.each([13, 17, 18, 21, 23])('works with operator set %i', async (opset) => {
    const model = modelOf(
      [modelNode('MatMul', ['x', 'w'], 'h'), modelNode('Softplus', ['h'], 'y')],
      { opset },
    );
    const s = new Steps();
    const z = s.state([1, 2]);
    s.carry(z, s.gradient(s.sum(s.model('m', z, [1, 1])), z));
    const { carried } = await run(s.program([]), { carried: [tensor([1, 2], 4, 3)] }, { m: model });
    expect(numbers(carried)).toEqual([[1.5, -2]]);
  });

  test('brings mean axes of an older operator set up to date', async () => {
    const mean = modelOf(
      [modelNode('ReduceMean', ['x'], 'y', { axes: ints([1]), keepdims: int(1) })],
      { opset: 13 },
    );
    const s = new Steps();
    const x = s.external([1, 2]);
    const y = s.model('m', x, [1, 1]);
    const program = s.program([y, s.gradient(s.sum(y), x)]);
    const { outputs } = await run(program, { externals: [tensor([1, 2], 1, 5)] }, { m: mean });
    expect(numbers(outputs)).toEqual([[3], [0.5, 0.5]]);
  });

  test('works out the shapes that PyTorch computes when it exports x.view(x.size(0), -1)', async () => {
    const constant = (name: string, value: number, shape: number[]) =>
      modelNode('Constant', [], name, {
        value: { kind: 'tensor', value: intConstant(shape, [value]) },
      });
    const view = modelOf(
      [
        modelNode('Shape', ['x'], 'shape'),
        constant('zero', 0, []),
        modelNode('Gather', ['shape', 'zero'], 'rows', { axis: int(0) }),
        constant('axis', 0, [1]),
        modelNode('Unsqueeze', ['rows', 'axis'], 'row_list'),
        constant('rest', -1, [1]),
        modelNode('Concat', ['row_list', 'rest'], 'sizes', { axis: int(0) }),
        modelNode('Reshape', ['x', 'sizes'], 'flat'),
        modelNode('MatMul', ['flat', 'w'], 'y'),
      ],
      { input: ['n', 1, 2] },
    );
    const s = new Steps();
    const x = s.external([3, 1, 2]);
    const y = s.model('m', x, [3, 1]);
    const program = s.program([s.gradient(s.sum(y), x)]);
    const request = { externals: [tensor([3, 1, 2], 1, 2, 3, 4, 5, 6)] };
    const { outputs } = await run(program, request, { m: view });
    expect(numbers(outputs)).toEqual([[3, -4, 3, -4, 3, -4]]);
  });

  test('runs operators without a rule as long as nobody differentiates them', async () => {
    const one = { value: { kind: 'tensor', value: intConstant([1], [1]) } } as const;
    const model = modelOf([
      modelNode('Constant', [], 'axis', one),
      modelNode('CumSum', ['x', 'axis'], 'sums'),
      modelNode('Constant', [], 'half', { value_float: float(0.5) }),
      modelNode('Mul', ['sums', 'half'], 'halves'),
      modelNode('MatMul', ['halves', 'w'], 'y'),
    ]);
    const s = new Steps();
    const x = s.external([1, 2]);
    const y = s.model('m', x, [1, 1]);
    const program = s.program([s.op('Neg', [y])], [y]);
    const { outputs } = await run(program, { externals: [tensor([1, 2], 2, 4)] }, { m: model });
    expect(numbers(outputs)).toEqual([[9], [-9]]);
  });

  test('names the model’s node and the student’s line when it has no derivative', () => {
    const model = modelOf([modelNode('CumSum', ['x', 'w'], 'y')], { output: ['n', 2] });
    const s = new Steps();
    const x = s.external([1, 2]);
    const y = s.model('m', x, [1, 2]);
    const nodes = s.nodes.map((node) => ({ ...node, at: 'adversarial.ts:7' }));
    const program = { ...s.program([y]), nodes };
    const shapes = new Map([['y', [1, 2]]]);
    compileProgram(program, new Map([['m', { model, shapes }]]));
    const gradient = { kind: 'gradient', of: y, wrt: x, shape: [1, 2] } as const;
    const wanted = { value: { from: 'node', index: nodes.length }, each: false } as const;
    const differentiated = { ...program, nodes: [...nodes, gradient], outputs: [wanted] };
    expect(() => compileProgram(differentiated, new Map([['m', { model, shapes }]]))).toThrow(
      /adversarial\.ts:7, model node y: there is no derivative of CumSum/,
    );
  });
});

describe('a program that makes no sense', () => {
  const forged = (change: Partial<StepProgram>): StepProgram => {
    const s = new Steps();
    const x = s.external([2]);
    return { ...s.program([s.op('Neg', [x])]), ...change };
  };

  test.each([
    [
      'an unknown operator',
      { nodes: [{ kind: 'operator', op: 'Bang', inputs: [], attributes: {}, shape: [] }] },
      'Bang',
    ],
    [
      'an unknown model',
      { nodes: [{ kind: 'model', model: 'm', input: { from: 'external', index: 0 }, shape: [] }] },
      'no model m',
    ],
    [
      'a missing operand',
      {
        nodes: [
          {
            kind: 'operator',
            op: 'Neg',
            inputs: [{ from: 'external', index: 7 }],
            attributes: {},
            shape: [],
          },
        ],
      },
      'no external 7',
    ],
    [
      'a wrong shape',
      {
        nodes: [
          {
            kind: 'operator',
            op: 'Neg',
            inputs: [{ from: 'external', index: 0 }],
            attributes: {},
            shape: [3],
          },
        ],
      },
      'shape [3]',
    ],
  ] as const)('is refused: %s', (_what, change, message) => {
    expect(() => compileProgram(forged(change), new Map())).toThrow(message);
  });
});
