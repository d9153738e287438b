/** Tests that need neither an editor nor a browser window. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { at, root } from '../project.ts';
import { failure, type Failed, type Outcome } from './outcome.ts';

/** What vitest's JSON reporter writes, as far as it is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

const reportFile = at('.cache/test/unit.json');

/** A file that does not load has no failed test, but has failed. */
function failuresOf(file: Report['testResults'][number]): Failed[] {
  const path = relative(root, file.name);
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0 && file.status === 'failed')
    return [{ title: path, message: file.message }];
  return failed.map(({ fullName, failureMessages }) => ({
    title: `${path}: ${fullName}`,
    message: failureMessages?.join('\n') ?? '',
  }));
}

function read(report: Report): Outcome {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: report.testResults.flatMap(failuresOf),
    skipped: tests
      .filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo')
      .map(({ fullName }) => fullName),
  };
}

export async function runUnitTests(paths: readonly string[]): Promise<Outcome> {
  mkdirSync(at('.cache/test'), { recursive: true });
  rmSync(reportFile, { force: true });
  const args = [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...paths,
  ];
  const vitest = spawn(at('node_modules/.bin/vitest'), args, {
    cwd: root,
    stdio: 'inherit',
    env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' },
  });
  const code = await new Promise<number>((resolve) => {
    vitest.once('exit', (status) => {
      resolve(status ?? 1);
    });
  });
  try {
    const outcome = read(JSON.parse(readFileSync(reportFile, 'utf8')) as Report);
    const silent = code !== 0 && outcome.failed.length === 0;
    return silent ? { ...outcome, ...pick(code) } : outcome;
  } catch {
    return failure('unit tests', `vitest ended with code ${code} and without a report`);
  }
}

/** Errors outside any test, which vitest only prints. */
const pick = (code: number): Pick<Outcome, 'failed'> => ({
  failed: [{ title: 'unit tests', message: `vitest ended with code ${code}: see above` }],
});
