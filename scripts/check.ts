/** `npm run check`: everything that can be said about the code without running it. Zero warnings. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { capture } from './progress.mjs';
import { at, root } from './project.ts';

interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

interface TypeScriptProject {
  readonly references: readonly { readonly path: string }[];
}

function zones(): string[] {
  const project = JSON.parse(readFileSync(at('tsconfig.json'), 'utf8')) as TypeScriptProject;
  return project.references.map(({ path }) => path);
}

function typeCheck(zone: string): Check {
  const memory = `.cache/tsc/${zone.replaceAll('/', '-')}.tsbuildinfo`;
  const options = ['--incremental', '--tsBuildInfoFile', memory];
  return { name: `types of ${zone}`, command: ['tsc', '-p', zone, ...options] };
}

/** The longest first, so that they do not run alone at the end. */
const checks = (): Check[] => [
  {
    name: 'lint',
    command: ['eslint', '--max-warnings=0', '--cache', '--cache-location=.cache/eslint', '.'],
  },
  { name: 'dead code', command: ['knip'] },
  {
    name: 'import directions',
    command: ['depcruise', '--output-type=err', 'src', 'webview', 'test', 'scripts'],
  },
  {
    name: 'format',
    command: [
      'prettier',
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-location=.cache/prettier',
      '.',
    ],
  },
  ...zones().map(typeCheck),
];

async function perform({ name, command: [program, ...args] }: Check): Promise<CheckResult> {
  const start = Date.now();
  const { code, output } = await capture(at('node_modules/.bin', program), args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
  });
  const seconds = (Date.now() - start) / 1000;
  console.log(`  ${code === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, '    '));
  return { name, ok: code === 0, seconds, output };
}

/** As many at once as there are processors. */
export async function runChecks(only?: string): Promise<CheckResult[]> {
  const waiting = checks().filter(({ name }) => only === undefined || name.includes(only));
  const results: CheckResult[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results.push(await perform(next));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

if (import.meta.main) {
  const { positionals } = parseArgs({ allowPositionals: true });
  const results = await runChecks(positionals.at(0));
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
