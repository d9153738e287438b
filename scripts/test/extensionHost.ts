/** Tests inside the extension host. */
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type TestOutcome } from '../../test/support/mochaRun.ts';
import { bundleForHost, runInExtensionHost } from '../editor/extensionHost.ts';
import { gather, tellOutcome } from './mochaOutcome.ts';
import { at } from '../project.ts';
import { failure, isWanted, type Outcome } from './outcome.ts';

function readOutcomes(file: string): TestOutcome[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as TestOutcome);
}

async function runIn(folder: string, suites: readonly string[]): Promise<Outcome> {
  const built = await bundleForHost('test/vscode', ['index.ts', ...suites]);
  const file = join(folder, '..', 'outcomes.jsonl');
  let trouble = '';
  await runInExtensionHost({
    module: join(built, 'index.cjs'),
    folder,
    env: { EXAMBENCH_TEST_OUTCOMES: file },
  }).catch((error: unknown) => {
    trouble = inspect(error);
  });
  const outcomes = readOutcomes(file);
  outcomes.forEach(tellOutcome);
  const outcome = gather(outcomes);
  if (trouble === '' || outcome.failed.length > 0) return outcome;
  return { ...outcome, failed: failure('extension host', trouble).failed };
}

/** A suite that does not even start has not passed. */
function requireTests(outcome: Outcome): Outcome {
  const none = outcome.passed + outcome.failed.length === 0;
  return none ? failure('extension host', 'no test has run') : outcome;
}

export async function runExtensionHostTests(paths: readonly string[]): Promise<Outcome> {
  const all = globSync('suite/*.test.ts', { cwd: at('test/vscode') });
  const suites = all.filter((file) => isWanted(file, paths));
  if (suites.length === 0) {
    return failure('extension host', `no test file matches ${paths.join(' ')}: ${all.join(', ')}`);
  }
  const parent = mkdtempSync(join(tmpdir(), 'exambench-tests-'));
  const folder = join(parent, 'exam');
  mkdirSync(folder);
  try {
    return requireTests(await runIn(folder, suites));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
