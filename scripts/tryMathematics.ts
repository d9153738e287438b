/**
 * `npm run properties -- [runs] [seed]`: puts that many random formulas, rewritten by identities and changed by slips, to
 * the comparison and prints every outcome that should not be.
 */
import { parseArgs } from 'node:util';
import {
  type Extent,
  type Tally,
  type Trial,
  tryIdentities,
  tryMutations,
} from '../test/support/mathematics/trials.ts';
import { fail } from './progress.mjs';

function print(title: string, { trials, undecided, wrong }: Tally): void {
  const rate = ((100 * undecided.length) / Math.max(1, trials)).toFixed(2);
  console.log(`\n${title}: ${trials} trials, ${wrong.length} wrong, ${rate} % undecided`);
  for (const trial of [...wrong, ...undecided]) console.log(trialText(trial));
}

function trialText({ rules, left, right, outcome }: Trial): string {
  return `  ${rules.join(', ')}\n    ${left}\n    ${right}\n    ${JSON.stringify(outcome)}`;
}

function extent(): Extent {
  const [runs = '2000', seed = '1'] = parseArgs({ allowPositionals: true }).positionals;
  const numbers = { runs: Number(runs), seed: Number(seed) };
  if (!Object.values(numbers).every(Number.isSafeInteger)) {
    throw new Error(`expected [runs] [seed] as whole numbers, found ${runs} ${seed}`);
  }
  return numbers;
}

try {
  const tallies = [tryIdentities(extent()), tryMutations(extent())] as const;
  print('rewritten by identities', tallies[0]);
  print('changed by one slip', tallies[1]);
  process.exitCode = tallies.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
} catch (error) {
  fail(error);
}
