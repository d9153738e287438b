/** `npm test`: one stage after the other, then how many tests passed and what failed. */
import { parseArgs } from 'node:util';
import { runChecks } from '../check.ts';
import { installEditor } from '../editor/install.ts';
import { capture, fail } from '../progress.mjs';
import { root } from '../project.ts';
import { runEndToEndTests } from './endToEnd.ts';
import { runExtensionHostTests } from './extensionHost.ts';
import { prepareMachine } from './machine.ts';
import { failure, nothingFailed, type Outcome, type Stage } from './outcome.ts';
import { runUnitTests } from './unit.ts';

async function check(): Promise<Outcome> {
  const results = await runChecks();
  const failed = results.filter(({ ok }) => !ok);
  return {
    ...nothingFailed,
    failed: failed.map(({ name, output }) => ({ title: name, message: output })),
  };
}

async function build(): Promise<Outcome> {
  const { code, output } = await capture(process.execPath, ['esbuild.config.mjs'], { cwd: root });
  if (output !== '') console.log(output.trimEnd());
  return code === 0 ? nothingFailed : failure('build', output);
}

const stages: readonly Stage[] = [
  { name: 'machine', title: 'Browser and sandbox', run: prepareMachine },
  { name: 'check', title: 'Checks of the code', run: check },
  { name: 'build', title: 'Build', run: build },
  { name: 'unit', title: 'Unit tests', run: runUnitTests },
  { name: 'vscode', title: 'Tests in the extension host', run: runExtensionHostTests },
  { name: 'e2e', title: 'End-to-end tests in a browser', run: runEndToEndTests },
];

const names = stages.map(({ name }) => name).join(', ');
const help = `npm test [-- --only STAGE [PATH …]]
  runs every stage, or one with what it needs, or only those of its test files whose path contains a PATH
stages: ${names}`;

interface Finished {
  readonly name: string;
  readonly outcome: Outcome;
  readonly seconds: number;
}

async function perform({ name, title, run }: Stage, paths: readonly string[]): Promise<Finished> {
  const start = Date.now();
  console.log(`\n■ ${title}`);
  const outcome = await run(paths).catch((error: unknown) => failure(name, describe(error)));
  return { name, outcome, seconds: (Date.now() - start) / 1000 };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const advice = 'advice' in error ? `\n${String(error.advice)}` : '';
  return `${advice === '' ? (error.stack ?? error.message) : error.message}${advice}`;
}

function summarise(finished: readonly Finished[]): boolean {
  const failed = finished.flatMap(({ outcome }) => outcome.failed);
  const skipped = finished.flatMap(({ outcome }) => outcome.skipped);
  console.log('\n■ Summary');
  for (const { name, outcome, seconds } of finished) {
    const counts = `${String(outcome.passed).padStart(5)} passed ${String(outcome.failed.length).padStart(3)} failed`;
    console.log(`  ${name.padEnd(8)}${counts}  ${seconds.toFixed(0).padStart(4)} s`);
  }
  for (const title of skipped) console.log(`  - skipped: ${title}`);
  for (const { title, message } of failed) {
    console.log(
      `  ✗ ${title}\n${message.split('\n').slice(0, 12).join('\n').replaceAll(/^/gm, '      ')}`,
    );
  }
  const passed = finished.reduce((sum, { outcome }) => sum + outcome.passed, 0);
  console.log(`\n${passed} passed, ${failed.length} failed`);
  return failed.length === 0;
}

function chosen(only: string | undefined): readonly Stage[] {
  if (only === undefined) return stages;
  if (!stages.some(({ name }) => name === only)) {
    console.error(`There is no stage ${only}; the stages are ${names}.`);
    process.exit(2);
  }
  const before = only === 'check' ? [] : ['machine', 'build'];
  return stages.filter(({ name }) => name === only || before.includes(name));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) {
    console.log(help);
    return;
  }
  const wanted = chosen(values.only);
  if (wanted.some(({ name }) => name === 'vscode' || name === 'e2e')) {
    // Half a minute, mostly waiting, while the first stages run; a failure shows in the stage that needs it.
    installEditor().catch(() => undefined);
  }
  const finished: Finished[] = [];
  for (const stage of wanted) finished.push(await perform(stage, positionals));
  process.exitCode = summarise(finished) ? 0 : 1;
}

await main().catch(fail);
