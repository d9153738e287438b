import { describe, expect, it } from 'vitest';
import { tryIdentities, tryMutations } from '../../../support/mathematics/trials.ts';

describe('random mathematics', () => {
  it('stays equal when it is rewritten by true identities', () => {
    const { trials, undecided, wrong } = tryIdentities({ seed: 3, runs: 200 });
    expect(wrong).toEqual([]);
    expect(trials).toBeGreaterThan(190);
    expect(undecided.length / trials).toBeLessThan(0.01);
  });

  it('becomes different by a single slip', () => {
    const { trials, undecided, wrong } = tryMutations({ seed: 3, runs: 300 });
    expect(wrong).toEqual([]);
    expect(trials).toBeGreaterThan(150);
    expect(undecided.length / trials).toBeLessThan(0.01);
  });
});
