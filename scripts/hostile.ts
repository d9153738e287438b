/**
 * `npm run test:hostile [-- --only KIND] [--count N]`: the long forms of the tests with input that was made to harm.
 * `npm test` runs a seeded sample of each. One file of the folder `hostile` is one kind.
 */
import { parseArgs } from 'node:util';
import { archives } from './hostile/archives.ts';
import { classes } from './hostile/class.ts';
import { forging } from './hostile/forging.ts';
import { models } from './hostile/models.ts';
import { programs } from './hostile/programs.ts';
import { sealing } from './hostile/sealing.ts';
import { sets } from './hostile/sets.ts';
import { figuresOf, tableOf } from './hostile/summary.ts';
import { type Figure, type HostileKind } from './hostile/trials.ts';
import { fail } from './progress.mjs';

const KINDS: readonly HostileKind[] = [programs, forging, sets, models, archives, sealing, classes];

async function figuresFrom(kind: HostileKind, count: number | undefined): Promise<Figure[]> {
  console.log(`■ ${kind.name}`);
  const trials = await kind.run(count);
  console.log(`  ${trials.tried} tried, ${trials.broken.length} broke a promise`);
  for (const line of trials.broken) console.log(`  ✗ ${line}`);
  return figuresOf(kind, trials);
}

function countOf(given: string): number {
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new Error(`--count: expected a number, found ${given}`);
}

try {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, count: { type: 'string' } },
  });
  const count = values.count === undefined ? undefined : countOf(values.count);
  const chosen = KINDS.filter(({ name }) => (values.only ?? name) === name);
  if (chosen.length === 0) {
    const names = KINDS.map(({ name }) => name).join(', ');
    throw new Error(`--only: expected ${names}, found ${values.only ?? ''}`);
  }
  const rows: [string, Figure][] = [];
  for (const kind of chosen) {
    for (const figure of await figuresFrom(kind, count)) rows.push([kind.name, figure]);
  }
  console.log(`\n${tableOf(rows)}`);
  if (rows.some(([, { isReached }]) => !isReached)) process.exitCode = 1;
} catch (error) {
  fail(error);
}
