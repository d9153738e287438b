import { describe, expect, it } from 'vitest';
import { type AttackResult } from '../../src/runtime/attack/attack.ts';
import { AttackRecord } from '../../src/vscode/attackRecord.ts';

const input = {
  title: 'two points',
  x: [
    [0, 0],
    [1, 1],
  ],
  t: [[1], [-1]],
};
const tensor = (shape: number[], values: number[]) => ({ shape, data: Float32Array.from(values) });
const result = (more: Partial<AttackResult>): AttackResult => ({
  z: tensor([2, 2], [3, 4, 1, 1]),
  iterations: 2,
  loss: Float32Array.from([8, 4]),
  ms: 10,
  provider: { name: 'cpu' },
  isolation: 'none',
  facts: { backwardCalls: 2, zeroGradCalls: 2, stepCalls: 2, inputRequiresGrad: false },
  output: '',
  ...more,
});

describe('the record of an attack', () => {
  it('begins with the inputs and nothing run', () => {
    const { state } = new AttackRecord(input, 0);
    expect(state).toMatchObject({ status: 'preparing', iterations: 0, loss: [] });
    expect(state.rows.map(({ x, t }) => ({ x, t }))).toEqual([
      { x: [0, 0], t: 1 },
      { x: [1, 1], t: -1 },
    ]);
  });

  it('adds up progress: losses in order, and the path of each row apart', () => {
    const record = new AttackRecord(input, 1000);
    const step = (values: number[]) => tensor([1, 2, 2], values);
    record.progress({ iterations: 1, loss: Float32Array.of(8), path: step([0, 1, 1, 2]) }, 1010);
    record.progress({ iterations: 2, loss: Float32Array.of(4), path: step([3, 4, 1, 3]) }, 1020);
    const { state } = record;
    expect(state).toMatchObject({ status: 'running', iterations: 2, iterationsPerSecond: 100 });
    expect(state.loss).toEqual([8, 4]);
    expect(state.rows[0]?.path).toEqual([
      [0, 1],
      [3, 4],
    ]);
    expect(state.rows[1]?.path).toEqual([
      [1, 2],
      [1, 3],
    ]);
    expect(state.rows[0]?.distance).toEqual([1, 5]);
  });

  it('takes the result for the truth over what progress said', () => {
    const record = new AttackRecord(input, 0);
    record.progress({ iterations: 1, loss: Float32Array.of(9) }, 5);
    record.end({ ok: true, result: result({ path: tensor([1, 2, 2], [3, 4, 1, 1]) }) });
    const { state } = record;
    expect(state).toMatchObject({ status: 'done', iterations: 2, ms: 10, provider: 'cpu' });
    expect(state.loss).toEqual([8, 4]);
    expect(state.rows[0]?.path).toEqual([[3, 4]]);
    expect(state.rows.map(({ z }) => z)).toEqual([
      [3, 4],
      [1, 1],
    ]);
  });

  it('gives f along each path and says which rows have crossed', () => {
    const record = new AttackRecord(input, 0);
    const path = tensor([2, 2, 2], [1, 2, 1, 1, 3, 4, 1, 1]);
    record.end({ ok: true, result: result({ path }) });
    expect(record.pointsToEvaluate).toEqual([
      [1, 2],
      [3, 4],
      [1, 1],
      [1, 1],
    ]);
    record.evaluated([2, -0.5, -3, -3]);
    expect(record.state.rows.map(({ output }) => output)).toEqual([
      [2, -0.5],
      [-3, -3],
    ]);
    expect(record.state.rows.map(({ success }) => success)).toEqual([true, false]);
  });

  it('evaluates z alone where no path was recorded', () => {
    const record = new AttackRecord(input, 0);
    record.end({ ok: true, result: result({}) });
    expect(record.pointsToEvaluate).toEqual([
      [3, 4],
      [1, 1],
    ]);
    expect(record.state.rows[0]?.path).toBeUndefined();
    expect(record.state.rows[0]?.distance).toEqual([5]);
  });

  it('keeps what the program printed, however it ended', () => {
    const record = new AttackRecord(input, 0);
    expect(record.state.output).toBeUndefined();
    record.end({ ok: false, failure: { cause: 'timeout', message: 'Late.' }, output: 'z = 3\n' });
    expect(record.state.output).toBe('z = 3\n');
  });

  it('tells a cancelled run from a failed one', () => {
    const end = (cause: 'cancelled' | 'exception') => {
      const record = new AttackRecord(input, 0);
      record.end({ ok: false, failure: { cause, message: 'It ended.', at: 'a.ts:3' }, output: '' });
      return record.state;
    };
    expect(end('cancelled').status).toBe('cancelled');
    expect(end('exception')).toMatchObject({
      status: 'failed',
      failure: { message: 'It ended.', at: 'a.ts:3' },
    });
  });
});
