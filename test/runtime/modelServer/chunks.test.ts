import { describe, expect, it } from 'vitest';
import { type TensorData } from '../../../src/engine/tensor.ts';
import {
  type Operand,
  type RunRequest,
  type RunResult,
} from '../../../src/engine/trace/program.ts';
import { runInChunks } from '../../../src/runtime/modelServer/chunks.ts';

const number = (value: number): TensorData => ({ shape: [], data: Float32Array.of(value) });
const value: Operand = { from: 'carried', index: 0 };
const outputs = [
  { value, each: true },
  { value, each: false },
];

/** Counts up from `carried[0]` by the scheduled numbers; one trip takes `msPerTrip`. */
function counting(msPerTrip: number) {
  let clock = 0;
  const sizes: number[] = [];
  return {
    sizes,
    now: () => clock,
    run: ({ trips, carried, schedules }: RunRequest): Promise<RunResult> => {
      clock += trips * msPerTrip;
      sizes.push(trips);
      let sum = carried[0]?.data[0] ?? Number.NaN;
      const each = Float32Array.from(schedules[0] ?? [], (step) => (sum += step));
      expect(each.length).toBe(trips);
      const stack = { shape: [trips], data: each };
      return Promise.resolve({ carried: [number(sum)], outputs: [stack, number(sum)] });
    },
  };
}

function request(trips: number): RunRequest {
  const steps = Float32Array.from({ length: trips }, (_, i) => i);
  return { programId: 1, trips, carried: [number(10)], externals: [], schedules: [steps] };
}

const quiet = { onChunk: () => undefined, throwIfCancelled: () => undefined };

describe('a run in chunks', () => {
  it.each([1, 7, 8, 9, 1000])('of %i trips gives what one run would give', async (trips) => {
    const found = await runInChunks(request(trips), outputs, { ...counting(0.1), ...quiet });
    const whole = await counting(0.1).run(request(trips));
    expect(found).toEqual(whole);
  });

  it('grows its chunks until one takes 50 ms', async () => {
    const model = counting(1);
    await runInChunks(request(300), outputs, { ...model, ...quiet });
    expect(model.sizes).toEqual([8, 16, 32, 50, 50, 50, 50, 44]);
  });

  it('goes down to single trips when each takes long', async () => {
    const model = counting(400);
    await runInChunks(request(11), outputs, { ...model, ...quiet });
    expect(model.sizes).toEqual([8, 1, 1, 1]);
  });

  it('tells of every chunk and stops between them', async () => {
    const seen: number[] = [];
    const run = runInChunks(request(1000), outputs, {
      ...counting(0.1),
      onChunk: (trips) => seen.push(trips),
      throwIfCancelled: () => {
        if (seen.length === 2) throw new Error('stopped');
      },
    });
    await expect(run).rejects.toThrow('stopped');
    expect(seen).toEqual([8, 16]);
  });
});
