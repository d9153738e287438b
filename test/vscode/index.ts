/** What the extension host calls to run the suites that were bundled beside this file. */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runMocha, type TestOutcome } from '../support/mochaRun.ts';

const TIMEOUT_MS = 30_000;

/** Writes each outcome at once, so that a hanging or crashing host leaves behind how far it came. */
function record(outcome: TestOutcome): void {
  const file = process.env['EXAMBENCH_TEST_OUTCOMES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(outcome)}\n`);
}

export async function run(): Promise<void> {
  const folder = join(__dirname, 'suite');
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.cjs'));
  const outcomes: TestOutcome[] = [];
  await runMocha(
    files.map((name) => join(folder, name)),
    TIMEOUT_MS,
    (outcome) => {
      outcomes.push(outcome);
      record(outcome);
    },
  );
  const failed = outcomes.filter(({ state }) => state === 'failed');
  if (failed.length > 0) throw new Error(`${failed.length} of ${outcomes.length} tests failed`);
}
