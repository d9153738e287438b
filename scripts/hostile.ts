/**
 * `npm run test:hostile [-- --only sets|models|archives]`: the long forms of the tests with input that was made to harm.
 * `npm test` runs a seeded sample of each.
 */
import { parseArgs } from 'node:util';
import { readArchive } from '../src/runtime/archive/readArchive.ts';
import { hostileArchives } from '../test/hostile/archives.ts';
import { tryModels } from '../test/hostile/models.ts';
import { contentOf, mutantOutcomes } from '../test/support/mutants.ts';
import { fail } from './progress.mjs';
import { at } from './project.ts';

interface Trials {
  readonly tried: number;
  /** what broke a promise, in a line each */
  readonly broken: readonly string[];
}

/** Half of the mutants are of the bundled exam, half of the set that new authors begin with. */
const MUTANTS_EACH = 5000;
const DAMAGED_MODELS = 5000;
const MiB = 2 ** 20;
const ARCHIVE_LIMITS = {
  bytes: 64 * MiB,
  entries: 2000,
  fileBytes: 16 * MiB,
  totalBytes: 128 * MiB,
  deepest: 8,
};

async function sets(): Promise<Trials> {
  const broken: string[] = [];
  for (const folder of ['tasks/ml1', 'media/template']) {
    const extent = { from: 0, to: MUTANTS_EACH };
    for await (const { number, faults } of mutantOutcomes(await contentOf(at(folder)), extent)) {
      broken.push(...faults.map((fault) => `${folder}, mutant ${number}: ${fault}`));
      if (number % 500 === 0) console.log(`  ${folder}: ${number} of ${MUTANTS_EACH}`);
    }
  }
  return { tried: 2 * MUTANTS_EACH, broken };
}

async function models(): Promise<Trials> {
  const {
    models: tried,
    broken,
    slowestMs,
    largestMiB,
  } = await tryModels(at('dist'), DAMAGED_MODELS);
  console.log(`  slowest ${(slowestMs / 1000).toFixed(1)} s, largest ${largestMiB} MiB`);
  return { tried, broken };
}

async function archives(): Promise<Trials> {
  const broken: string[] = [];
  let tried = 0;
  for (const { name, bytes } of hostileArchives()) {
    const read = await readArchive(bytes, ARCHIVE_LIMITS);
    if (read.ok) broken.push(`${name}: was read`);
    tried += 1;
  }
  return { tried, broken };
}

const KINDS = { sets, models, archives } as const;

try {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = Object.entries(KINDS).filter(([kind]) => (values.only ?? kind) === kind);
  if (chosen.length === 0) {
    throw new Error(
      `--only: expected ${Object.keys(KINDS).join(', ')}, found ${values.only ?? ''}`,
    );
  }
  for (const [kind, run] of chosen) {
    console.log(`■ ${kind}`);
    const { tried, broken } = await run();
    console.log(`  ${tried} tried, ${broken.length} broke a promise`);
    for (const line of broken) console.log(`  ✗ ${line}`);
    if (broken.length > 0) process.exitCode = 1;
  }
} catch (error) {
  fail(error);
}
