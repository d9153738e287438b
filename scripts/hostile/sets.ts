/** Mutated task sets: half of the mutants are of the bundled exam, half of the set that new authors begin with. */
import { contentOf, mutantOutcomes } from '../../test/support/mutants.ts';
import { at } from '../project.ts';
import { type HostileKind } from './trials.ts';

const MUTANTS_EACH = 5000;
const FOLDERS = ['tasks/ml1', 'media/template'];
const MOST_MS = 2000;

export const sets: HostileKind = {
  name: 'sets',
  least: FOLDERS.length * MUTANTS_EACH,
  of: 'mutated task sets',
  run: async () => {
    const broken: string[] = [];
    let slowest = 0;
    for (const folder of FOLDERS) {
      const extent = { from: 0, to: MUTANTS_EACH };
      for await (const mutant of mutantOutcomes(await contentOf(at(folder)), extent)) {
        const { number, faults, ms } = mutant;
        slowest = Math.max(slowest, ms);
        broken.push(...faults.map((fault) => `${folder}, mutant ${number}: ${fault}`));
        if (number % 500 === 0) console.log(`  ${folder}: ${number} of ${MUTANTS_EACH}`);
      }
    }
    const figure = {
      what: 'longest computing',
      goal: `≤ ${MOST_MS} ms`,
      reached: `${Math.round(slowest)} ms`,
      isReached: slowest <= MOST_MS,
    };
    return { tried: FOLDERS.length * MUTANTS_EACH, broken, figures: [figure] };
  },
};
