/** The exam's attack, written naturally, against eager PyTorch on the same model and input, in turn. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { at } from '../../scripts/project.ts';
import { type Figure } from '../support/figure.ts';
import { TorchPeer } from './torchPeer.ts';

export const name = 'engine';

const ROUNDS = 7;
const CASES = ['mlp2_relu_1', 'mlp2_tanh_1', 'mlp2_relu_64', 'mlp2_tanh_64', 'mlp256_relu_1'];
const program = 'test/fixtures/attack/natural.ts';

interface AttackCase {
  readonly model: string;
  readonly shape: readonly number[];
  readonly x: readonly number[];
  readonly t: readonly number[];
  readonly iterations: number;
}

interface Round {
  readonly ratio: number;
  readonly ours: number;
  readonly peer: number;
  readonly command: number;
  readonly difference: number;
}

function rowsOf(values: readonly number[], columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns),
  );
}

function runOurs(model: string, input: string): { ms: number; command: number; z: number[][] } {
  const start = performance.now();
  const args = [
    at('dist/cli.mjs'),
    'attack',
    '--model',
    model,
    '--code',
    at(program),
    '--input',
    input,
  ];
  const output = execFileSync(
    process.execPath,
    [...args, '--provider', 'cpu', '--unsafe-no-sandbox'],
    {
      encoding: 'utf8',
    },
  );
  const command = performance.now() - start;
  const { ms, z } = JSON.parse(output) as { ms: number; z: number[][] };
  return { ms, command, z };
}

async function measure(id: string, folder: string, peer: TorchPeer): Promise<Figure[]> {
  const found = JSON.parse(
    readFileSync(at(`test/fixtures/attack/cases/${id}.json`), 'utf8'),
  ) as AttackCase;
  const model = at('test/fixtures/attack', found.model);
  const columns = found.shape.at(-1) ?? 1;
  const input = { x: rowsOf(found.x, columns), t: rowsOf(found.t, 1) };
  const file = join(folder, `${id}.json`);
  writeFileSync(file, JSON.stringify(input));
  const rounds: Round[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const theirs = await peer.ask({ model, ...input, iterations: found.iterations });
    const ours = runOurs(model, file);
    rounds.push({
      ratio: theirs.ms / ours.ms,
      ours: ours.ms,
      peer: theirs.ms,
      command: ours.command,
      difference: largestDifference(ours.z, theirs.z),
    });
  }
  return figures(id, rounds);
}

function figures(id: string, rounds: readonly Round[]): Figure[] {
  const single = id.startsWith('mlp2') && id.endsWith('_1');
  return [
    {
      name: `${id}: times faster than PyTorch`,
      value: median(rounds.map(({ ratio }) => ratio)),
      unit: '×',
      bound: { atLeast: single ? 5 : 1 },
    },
    {
      name: `${id}: 1000 iterations, ours`,
      value: median(rounds.map(({ ours }) => ours)),
      unit: 'ms',
    },
    {
      name: `${id}: 1000 iterations, PyTorch`,
      value: median(rounds.map(({ peer }) => peer)),
      unit: 'ms',
    },
    {
      name: `${id}: the whole command`,
      value: median(rounds.map(({ command }) => command)),
      unit: 'ms',
      bound: { atMost: 1500 },
    },
    {
      name: `${id}: largest difference of z`,
      value: Math.max(...rounds.map(({ difference }) => difference)),
      unit: '',
      bound: { atMost: 5e-5 },
    },
  ];
}

function largestDifference(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number {
  return Math.max(
    ...a.flatMap((row, i) => row.map((v, j) => Math.abs(v - (b[i]?.[j] ?? Number.NaN)))),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'exambench-bench-'));
  using peer = new TorchPeer();
  try {
    const measured: Figure[] = [];
    for (const id of CASES) measured.push(...(await measure(id, folder, peer)));
    return measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
