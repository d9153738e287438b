import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPrograms } from '../../support/builtPrograms.ts';
import { BOUNDED } from '../../support/hostileModels/bounded.ts';
import { model } from '../../support/hostileModels/onnx.ts';
import { mutated } from '../../support/hostileModels/mutated.ts';
import { REFUSED } from '../../support/hostileModels/refused.ts';
import { MOST_MIB, ModelTrials, isSentence } from '../../support/hostileModels/trials.ts';

const exam = Uint8Array.from(
  readFileSync(new URL('../../../tasks/ml1/5-programming/model.onnx', import.meta.url)),
);

let trials: ModelTrials;
beforeAll(async () => {
  trials = new ModelTrials(await builtPrograms(['modelServer']));
});
afterAll(() => {
  trials.close();
});

describe('a model from a stranger', () => {
  it('is loaded and run where it is right', async () => {
    expect((await trials.try(model())).said).toBeUndefined();
    expect((await trials.try(exam)).said).toBeUndefined();
  });

  it.each(REFUSED)('is refused for $name', async ({ bytes, says = /./ }) => {
    const { said = 'it ran', peakMiB } = await trials.try(bytes);
    expect(said).toMatch(says);
    expect(isSentence(said)).toBe(true);
    expect(peakMiB).toBeLessThan(MOST_MIB);
  });

  it.each(BOUNDED)('ends within its memory for $name', async ({ bytes, says = /./ }) => {
    const { said, peakMiB } = await trials.try(bytes);
    if (said !== undefined) expect(said).toMatch(says);
    expect(said === undefined || isSentence(said)).toBe(true);
    expect(peakMiB).toBeLessThan(MOST_MIB);
  });

  it('ends with a sentence however it is damaged, and the next one is served', async () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { said, peakMiB } = await trials.try(mutated([exam, model()], seed));
      expect(said === undefined || isSentence(said), `seed ${seed}: ${said ?? ''}`).toBe(true);
      expect(peakMiB).toBeLessThan(MOST_MIB);
    }
    expect((await trials.try(exam)).said).toBeUndefined();
  });
});
