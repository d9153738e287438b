/** How long the extension takes to load and activate, in a real editor with an empty folder. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleForHost, runInExtensionHost } from '../../scripts/editor/extensionHost.ts';
import type { ActivationTimes } from './host/activation.ts';
import { type Figure } from '../support/figure.ts';

export const name = 'activation';

const RUNS = 3;

async function measure(module: string): Promise<ActivationTimes> {
  const parent = await mkdtemp(join(tmpdir(), 'exambench-bench-'));
  try {
    const folder = join(parent, 'empty');
    const file = join(parent, 'figures.json');
    await mkdir(folder);
    await runInExtensionHost({ module, folder, env: { EXAMBENCH_FIGURES: file } });
    return JSON.parse(await readFile(file, 'utf8')) as ActivationTimes;
  } finally {
    await rm(parent, { recursive: true });
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function run(): Promise<Figure[]> {
  const built = await bundleForHost('test/bench/host', ['activation.ts']);
  const times: ActivationTimes[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await measure(join(built, 'activation.cjs')));
  const load = median(times.map(({ loadMs }) => loadMs));
  const activate = median(times.map(({ activateMs }) => activateMs));
  return [
    { name: 'load, median of 3', value: load, unit: 'ms' },
    { name: 'activate(), median of 3', value: activate, unit: 'ms', bound: { atMost: 50 } },
  ];
}
