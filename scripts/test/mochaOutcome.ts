/** The outcomes that mocha tells one by one, gathered. */
import { type TestOutcome } from '../../test/support/mochaRun.ts';
import { type Outcome } from './outcome.ts';

export function tellOutcome({ title, state, ms, error }: TestOutcome): void {
  const sign = { passed: '✓', failed: '✗', skipped: '-' }[state];
  console.log(`  ${sign} ${title} (${(ms / 1000).toFixed(1)} s)`);
  if (error !== undefined) console.log(error.replaceAll(/^/gm, '      '));
}

export function gather(outcomes: readonly TestOutcome[]): Outcome {
  const titled = (wanted: TestOutcome['state']): TestOutcome[] =>
    outcomes.filter(({ state }) => state === wanted);
  return {
    passed: titled('passed').length,
    failed: titled('failed').map(({ title, error }) => ({ title, message: error ?? '' })),
    skipped: titled('skipped').map(({ title }) => title),
  };
}
