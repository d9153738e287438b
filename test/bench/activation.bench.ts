/** How long the extension takes to load and activate, in a real editor with an empty folder. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleForHost, runInExtensionHost } from '../../scripts/editor/extensionHost.ts';
import { type Figure } from '../support/figure.ts';

export const name = 'activation';

const RUNS = 3;

async function measure(module: string): Promise<number> {
  const parent = await mkdtemp(join(tmpdir(), 'exambench-bench-'));
  try {
    const folder = join(parent, 'empty');
    const file = join(parent, 'figures.json');
    await mkdir(folder);
    await runInExtensionHost({ module, folder, env: { EXAMBENCH_FIGURES: file } });
    const { ms } = JSON.parse(await readFile(file, 'utf8')) as { ms: number };
    return ms;
  } finally {
    await rm(parent, { recursive: true });
  }
}

export async function run(): Promise<Figure[]> {
  const built = await bundleForHost('test/bench/host', ['activation.ts']);
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await measure(join(built, 'activation.cjs')));
  const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
  return [
    { name: 'load and activate, median of 3', value: median, unit: 'ms', bound: { atMost: 50 } },
  ];
}
