import v8 from 'node:v8';
import { Script } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { urlOf } from '../../../src/runtime/studentRunner/place.ts';
import { startSampling } from '../../../src/runtime/studentRunner/sampler.ts';

const source = `function busy(until) {
  let sum = 0;
  while (Date.now() < until) {
    for (let i = 0; i < 1e6; i++) sum += Math.sin(i);
  }
  return sum;
}
busy`;

function stuck(): void {
  const script = new Script(source, { filename: urlOf('p.ts') });
  // the script's value is its last expression, the function
  const busy = script.runInThisContext() as (until: number) => number;
  busy(Date.now() + 200);
}

const ownCall: unknown = Reflect.get(v8, 'startCpuProfile');
afterEach(() => {
  Reflect.set(v8, 'startCpuProfile', ownCall);
});

describe('the sampler', () => {
  it('names the line where a program spent its time', () => {
    const sampler = startSampling();
    sampler.watch({ 'p.ts': source });
    stuck();
    expect(sampler.stop()).toBe('p.ts:4');
  });

  it('does so through the inspector on a Node without its own call', () => {
    Reflect.set(v8, 'startCpuProfile', undefined);
    const sampler = startSampling();
    sampler.watch({ 'p.ts': source });
    stuck();
    expect(sampler.stop()).toBe('p.ts:4');
  });

  it('names nothing when none of the files ran', () => {
    const sampler = startSampling();
    sampler.watch({ 'p.ts': source });
    expect(sampler.stop()).toBeUndefined();
  });
});
