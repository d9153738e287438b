/** Tests inside the extension host. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type TestOutcome } from '../../test/support/mochaRun.ts';
import { bundleForHost, runInExtensionHost } from '../editor/extensionHost.ts';
import { gather, tellOutcome } from './mochaOutcome.ts';
import { failure, type Outcome } from './outcome.ts';

function readOutcomes(file: string): TestOutcome[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as TestOutcome);
}

async function runIn(folder: string): Promise<Outcome> {
  const built = await bundleForHost('test/vscode', ['index.ts', 'suite/*.test.ts']);
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

export async function runExtensionHostTests(): Promise<Outcome> {
  const parent = mkdtempSync(join(tmpdir(), 'exambench-tests-'));
  const folder = join(parent, 'exam');
  mkdirSync(folder);
  try {
    return requireTests(await runIn(folder));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
