/** How long validating the bundled exam takes, at first and when nothing has changed since, beside a bare start of Node. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure } from '../support/figure.ts';

export const name = 'validate';

const ROUNDS = 3;
const cli = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));
const exam = fileURLToPath(new URL('../../tasks/ml1/', import.meta.url));

interface Cost {
  readonly wallMs: number;
  /** of the command and of every process that was waited for; programs that are ended in their sandbox are not */
  readonly cpuMs: number;
}

function costOf(args: readonly string[], cache: string): Cost {
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const start = performance.now();
  const script = '"$@" > /dev/null 2>&1; times';
  const shell = ['-c', script, 'sh', process.execPath, ...args];
  const told = execFileSync('/bin/sh', shell, { encoding: 'utf8', env });
  const wallMs = performance.now() - start;
  const [, ofChildren = ''] = told.trim().split('\n');
  return { wallMs, cpuMs: milliseconds(ofChildren) };
}

/** User and system time as a shell tells them: `0m1.23s 0m0.45s`. */
function milliseconds(times: string): number {
  const parts = [...times.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, min, s]) => sum + 60_000 * Number(min) + 1000 * Number(s), 0);
}

function least(costs: readonly Cost[]): Cost {
  return {
    wallMs: Math.min(...costs.map(({ wallMs }) => wallMs)),
    cpuMs: Math.min(...costs.map(({ cpuMs }) => cpuMs)),
  };
}

export function run(): Promise<Figure[]> {
  const cache = mkdtempSync(join(tmpdir(), 'exambench-bench-'));
  const times = (args: readonly string[]): Cost =>
    least(Array.from({ length: ROUNDS }, () => costOf(args, cache)));
  try {
    const bare = times(['-e', '0']);
    const fresh = times([cli, 'validate', exam, '--fresh']);
    costOf([cli, 'validate', exam], cache);
    const known = times([cli, 'validate', exam]);
    return Promise.resolve([
      { name: 'everything judged', value: fresh.wallMs / 1000, unit: 's' },
      { name: 'everything judged, CPU', value: fresh.cpuMs / 1000, unit: 's' },
      { name: 'nothing changed', value: known.wallMs / 1000, unit: 's', bound: { atMost: 5 } },
      { name: 'nothing changed, CPU', value: known.cpuMs / 1000, unit: 's' },
      { name: 'everything judged, starts of Node', value: fresh.wallMs / bare.wallMs, unit: '×' },
      { name: 'nothing changed, starts of Node', value: known.wallMs / bare.wallMs, unit: '×' },
    ]);
  } finally {
    rmSync(cache, { recursive: true });
  }
}
