import { expect, it } from 'vitest';
import { damagedOutcomes } from '../../hostile/sealing.ts';
import { contentOf } from '../../support/mutants.ts';

it('sealed files that were changed in any way stay closed, and say why in a sentence', async () => {
  const submission = Buffer.alloc(3000, 'an answer ');
  const outcomes = damagedOutcomes(await contentOf('media/template'), submission, {
    from: 0,
    to: 120,
  });
  const damages = new Set<string>();
  for await (const { what, fault } of outcomes) {
    expect(fault, what).toBeUndefined();
    damages.add(what.replace(/^\d+: |, .*$/g, ''));
  }
  expect(damages.size).toBe(17);
}, 60_000);
