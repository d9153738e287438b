import { describe, expect, it } from 'vitest';
import { type TensorData } from '../../../src/engine/tensor.ts';
import { type StepProgram } from '../../../src/engine/trace/program.ts';
import { FrameError } from '../../../src/runtime/frame/frame.ts';
import { ProgramBook, RunRefused, RunTooLarge } from '../../../src/runtime/wire/checkRun.ts';
import { runnerBody } from '../../../src/runtime/wire/runnerSchemas.ts';
import { type WireRun } from '../../../src/runtime/wire/runRequest.ts';

const point = { shape: [1, 2], data: new Float32Array(2) };

/** z ← z + external, with the loss of every iteration */
const program: StepProgram = {
  nodes: [
    {
      kind: 'operator',
      op: 'Add',
      inputs: [
        { from: 'carried', index: 0 },
        { from: 'external', index: 0 },
      ],
      attributes: {},
      shape: [1, 2],
      at: 'adversarial.ts:3',
    },
  ],
  carried: [{ shape: [1, 2], next: { from: 'node', index: 0 } }],
  externals: [[1, 2]],
  schedules: 0,
  outputs: [{ value: { from: 'node', index: 0 }, each: true }],
  moved: 0,
  stepsPerIteration: 1,
};

function wire(change: object = {}, top: object = {}): unknown {
  return {
    programId: 1,
    program: { ...program, ...change },
    trips: 3,
    carried: 1,
    externals: 1,
    ...top,
  };
}

function check(body: unknown, tensors: readonly TensorData[] = [point, point]) {
  const message = { kind: 'run', seq: 1, body, tensors, bytes: new Uint8Array() };
  const run: WireRun = runnerBody('run', message);
  return new ProgramBook().check(run, tensors);
}

const node = (change: object): object => ({ nodes: [{ ...program.nodes[0], ...change }] });
const operand = (from: string, index: number): object => node({ inputs: [{ from, index }] });

describe('a run request of a runner', () => {
  it('passes when it makes sense', () => {
    expect(check(wire())).toEqual({
      programId: 1,
      program,
      trips: 3,
      carried: [point],
      externals: [point],
      schedules: [],
    });
  });

  it('reads back numbers that JSON does not have', () => {
    const inputs = ['NaN', '-Infinity', '-0'].map((value) => ({ from: 'constant', value }));
    const [found] = check(wire(node({ inputs }))).program?.nodes ?? [];
    expect(found).toMatchObject({
      inputs: [{ value: Number.NaN }, { value: -Infinity }, { value: -0 }],
    });
  });

  it.each([
    ['no body', undefined],
    ['no trips', wire({}, { trips: 0 })],
    ['endless trips', wire({}, { trips: 1e18 })],
    ['an unknown field', wire({}, { passed: true })],
    ['an unknown kind of node', wire(node({ kind: 'shell' }))],
    ['an unknown operand', wire(operand('file', 0))],
    ['a negative index', wire(operand('node', -1))],
    ['a shape that is none', wire(node({ shape: ['N'] }))],
    ['nodes that are no list', wire({ nodes: {} })],
    ['fractional steps', wire({ stepsPerIteration: 0.5 })],
    ['too many nodes', wire({ nodes: new Array(20_001).fill(program.nodes[0]) })],
  ])('is refused by its form: %s', (_name, body) => {
    expect(() => check(body)).toThrow(FrameError);
  });

  it.each([
    ['a node that does not exist yet', wire(operand('node', 0)), 'node below 0, found 0'],
    ['a missing carried value', wire(operand('carried', 1)), 'carried below 1, found 1'],
    ['a missing external', wire(operand('external', 9)), 'external below 1, found 9'],
    ['a missing schedule', wire(operand('schedule', 0)), 'schedule below 0, found 0'],
    [
      'a carried value of another shape',
      wire({ carried: [{ shape: [2, 2], next: { from: 'node', index: 0 } }] }),
      'shape [2,2], found [1,2]',
    ],
    ['a loss that is no output', wire({ loss: 1 }), 'loss below 1, found 1'],
    ['a moved value that is not carried', wire({ moved: 3 }), 'moved below 1, found 3'],
    ['more steps than nodes', wire({ stepsPerIteration: 1000 }), 'fewer steps than nodes'],
  ])('is refused by its sense: %s', (_name, body, message) => {
    const attempt = () => check(body);
    expect(attempt).toThrow(RunRefused);
    expect(attempt).toThrow(message);
  });

  it('is refused when its values are not the announced ones', () => {
    expect(() => check(wire(), [point])).toThrow('2 tensors, found 1');
    const other = { shape: [2, 1], data: new Float32Array(2) };
    expect(() => check(wire(), [point, other])).toThrow('shape [1,2], found [2,1]');
  });

  it('is too large, but no forgery, when an iteration would take too much memory', () => {
    const huge = wire({ nodes: [...program.nodes, { ...program.nodes[0], shape: [1e6, 1e6] }] });
    expect(() => check(huge)).toThrow(RunTooLarge);
    expect(() => check(huge)).toThrow('at most 67108864 fit at once');
  });

  it('is refused when stacking its outputs would take too much memory', () => {
    const wide = { shape: [1, 1000], data: new Float32Array(1000) };
    const big = wire(
      {
        ...node({ shape: [1, 1000] }),
        carried: [{ shape: [1, 1000], next: { from: 'node', index: 0 } }],
        externals: [[1, 1000]],
      },
      { trips: 1e6 },
    );
    expect(() => check(big, [wide, wide])).toThrow('results of');
  });
});

describe('the programs of a run', () => {
  const tensors = [point, point];
  const run = (change: object): WireRun => ({
    programId: 1,
    trips: 1,
    carried: 1,
    externals: 1,
    ...change,
  });

  it('are sent once and run by number', () => {
    const book = new ProgramBook();
    book.check(run({ program }), tensors);
    expect(book.check(run({ trips: 7 }), tensors)).toMatchObject({ programId: 1, trips: 7 });
    expect(book.programOf(1)).toEqual(program);
  });

  it('cannot be replaced, or run before they were sent', () => {
    const book = new ProgramBook();
    expect(() => book.check(run({}), tensors)).toThrow('program 1 is not known');
    book.check(run({ program }), tensors);
    expect(() => book.check(run({ program }), tensors)).toThrow('program 1 once');
  });
});
