/** Runs mocha suites and tells what came of each test; for the suites that need a real editor. */
import { inspect } from 'node:util';
import Mocha from 'mocha';

export interface TestOutcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  readonly error?: string | undefined;
}

function outcomeOf(test: Mocha.Test, state: TestOutcome['state'], error?: unknown): TestOutcome {
  return {
    title: test.fullTitle(),
    state,
    ms: test.duration ?? 0,
    ...(error !== undefined && { error: inspect(error) }),
  };
}

/** Tells each outcome as it comes; resolves when all tests have run. A failing hook counts as a failed test. */
export async function runMocha(
  files: readonly string[],
  timeoutMs: number,
  tell: (outcome: TestOutcome) => void,
): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: timeoutMs, reporter: Mocha.reporters.Base });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => {
      resolve();
    });
    runner.on('pass', (test) => {
      tell(outcomeOf(test, 'passed'));
    });
    runner.on('fail', (test, error: unknown) => {
      tell(outcomeOf(test, 'failed', error));
    });
    runner.on('pending', (test) => {
      tell(outcomeOf(test, 'skipped'));
    });
  });
}
