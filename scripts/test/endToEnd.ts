/** Tests of the whole product as a student sees it: VS Code in a browser. */
import { globSync } from 'node:fs';
import { runMocha, type TestOutcome } from '../../test/support/mochaRun.ts';
import { installEditor } from '../editor/install.ts';
import { at, root } from '../project.ts';
import { gather, tellOutcome } from './mochaOutcome.ts';
import { isWanted, type Outcome } from './outcome.ts';

const TIMEOUT_MS = 120_000;

export async function runEndToEndTests(paths: readonly string[]): Promise<Outcome> {
  await installEditor();
  const files = globSync('test/e2e/*.e2e.ts', { cwd: root }).sort();
  const outcomes: TestOutcome[] = [];
  await runMocha(
    files.filter((file) => isWanted(file, paths)).map((file) => at(file)),
    TIMEOUT_MS,
    (outcome) => {
      outcomes.push(outcome);
      tellOutcome(outcome);
    },
  );
  return gather(outcomes);
}
