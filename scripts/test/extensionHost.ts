/**
 * Tests inside the extension host: in the desktop editor where one can be downloaded and shown, otherwise in VS Code
 * from npm through the launcher.
 */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { type TestOutcome } from '../../test/support/mochaRun.ts';
import { installEditor } from '../editor/install.ts';
import { at, root } from '../project.ts';
import { gather, tellOutcome } from './mochaOutcome.ts';
import { failure, type Outcome } from './outcome.ts';

const built = at('.cache/test/vscode');

async function bundleSuites(): Promise<void> {
  rmSync(built, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: [
      'test/vscode/index.ts',
      ...globSync('test/vscode/suite/*.test.ts', { cwd: root }),
    ],
    absWorkingDir: root,
    outbase: 'test/vscode',
    outdir: built,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha', 'onnxruntime-node'],
    logLevel: 'warning',
  });
}

/** The desktop editor comes from one host and needs a screen. */
async function desktopIsPossible(): Promise<boolean> {
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined;
  if (!screen) return false;
  const versions = 'https://update.code.visualstudio.com/api/releases/stable';
  const answer = await fetch(versions, { signal: AbortSignal.timeout(5000) }).catch(
    () => undefined,
  );
  return answer?.ok === true;
}

function readOutcomes(file: string): TestOutcome[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as TestOutcome);
}

async function runIn(executable: string | undefined, folder: string): Promise<Outcome> {
  const file = join(folder, 'outcomes.jsonl');
  let trouble = '';
  await runTests({
    ...(executable !== undefined && { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(built, 'index.cjs'),
    extensionTestsEnv: { EXAMBENCH_TEST_OUTCOMES: file, EXAMBENCH_TEST_FOLDER: folder },
    launchArgs: [folder],
  }).catch((error: unknown) => {
    trouble = inspect(error);
  });
  const outcomes = readOutcomes(file);
  outcomes.forEach(tellOutcome);
  const outcome = gather(outcomes);
  if (trouble === '' || outcome.failed.length > 0) return outcome;
  return { ...outcome, failed: failure('extension host', trouble).failed };
}

export async function runExtensionHostTests(): Promise<Outcome> {
  await bundleSuites();
  const desktop = await desktopIsPossible();
  console.log(`  in ${desktop ? 'the desktop editor' : 'VS Code from npm'}`);
  if (!desktop) await installEditor();
  const folder = mkdtempSync(join(tmpdir(), 'exambench-tests-'));
  try {
    return await runIn(desktop ? undefined : at('scripts/editor/launcher.ts'), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
