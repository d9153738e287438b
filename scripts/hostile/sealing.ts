/** Sealed task sets and submissions, each damaged once. */
import { damagedOutcomes } from '../../test/hostile/sealing.ts';
import { contentOf } from '../../test/support/mutants.ts';
import { at } from '../project.ts';
import { type HostileKind } from './trials.ts';

const DAMAGED = 10_000;

export const sealing: HostileKind = {
  name: 'sealing',
  least: DAMAGED,
  of: 'sealed files that were changed',
  run: async (count = DAMAGED) => {
    const submission = Buffer.alloc(20_000, 'an answer ');
    const files = await contentOf(at('media/template'));
    const broken: string[] = [];
    let tried = 0;
    for await (const { what, fault } of damagedOutcomes(files, submission, {
      from: 0,
      to: count,
    })) {
      if (fault !== undefined) broken.push(`${what}: ${fault}`);
      tried += 1;
    }
    return { tried, broken, figures: [] };
  },
};
