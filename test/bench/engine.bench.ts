/** The exam's attack, written naturally, against eager PyTorch on the same model and input, in turn. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { at } from '../../scripts/project.ts';
import { type AttackResult } from '../../src/runtime/attack/attack.ts';
import { matrix } from '../../src/runtime/attack/rows.ts';
import { type ProgramInput, runProgram } from '../../src/runtime/attack/runProgram.ts';
import { type Figure } from '../support/figure.ts';
import { TorchPeer } from './torchPeer.ts';

export const name = 'engine';

const ROUNDS = 9;
/** calls before those that are counted */
const WARM = 3;
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
  readonly difference: number;
}

interface Measured {
  readonly rounds: readonly Round[];
  /** the first call of a fresh process */
  readonly first: number;
  /** `exambench attack`, from start to end */
  readonly command: number;
}

function rowsOf(values: readonly number[], columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns),
  );
}

function timeCommand(model: string, input: string): number {
  const start = performance.now();
  const args = [at('dist/cli.mjs'), 'attack', '--model', model, '--code', at(program)];
  execFileSync(process.execPath, [...args, '--input', input, '--unsafe-no-sandbox']);
  return performance.now() - start;
}

/** Both are asked in turn, each in a process that has done this before: PyTorch's has, too. */
async function measure(id: string, folder: string, peer: TorchPeer): Promise<Measured> {
  const found = JSON.parse(
    readFileSync(at(`test/fixtures/attack/cases/${id}.json`), 'utf8'),
  ) as AttackCase;
  const model = at('test/fixtures/attack', found.model);
  const input = { x: rowsOf(found.x, found.shape.at(-1) ?? 1), t: rowsOf(found.t, 1) };
  const file = join(folder, `${id}.json`);
  writeFileSync(file, JSON.stringify(input));
  const question = { model, ...input, iterations: found.iterations };
  const calls = await ourCalls(model, { x: matrix(input.x), t: matrix(input.t) });
  const rounds: Round[] = [];
  for (const ours of calls.slice(WARM)) {
    const theirs = await peer.ask(question);
    const difference = largestDifference([...ours.z.data], theirs.z.flat());
    rounds.push({ ratio: theirs.ms / ours.ms, ours: ours.ms, peer: theirs.ms, difference });
  }
  const first = calls[0]?.ms ?? Number.NaN;
  return {
    rounds,
    first,
    command: median(Array.from({ length: 3 }, () => timeCommand(model, file))),
  };
}

async function ourCalls(model: string, input: ProgramInput): Promise<AttackResult[]> {
  const outcomes = await runProgram({
    program: {
      files: { 'adversarial.ts': readFileSync(at(program), 'utf8') },
      entry: { file: 'adversarial.ts', function: 'adversarial' },
    },
    model: { bytes: readFileSync(model) },
    inputs: Array.from({ length: WARM + ROUNDS }, () => input),
    provider: 'cpu',
    dist: at('dist'),
  });
  return outcomes.map((outcome) => {
    if (outcome.ok) return outcome.result;
    throw new Error(outcome.failure.message);
  });
}

function figures(id: string, { rounds, first, command }: Measured): Figure[] {
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
    { name: `${id}: the first call of a process`, value: first, unit: 'ms' },
    { name: `${id}: the whole command`, value: command, unit: 'ms', bound: { atMost: 1500 } },
    {
      name: `${id}: largest difference of z`,
      value: Math.max(...rounds.map(({ difference }) => difference)),
      unit: '',
      bound: { atMost: 5e-5 },
    },
  ];
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'exambench-bench-'));
  using peer = new TorchPeer();
  try {
    const measured: Figure[] = [];
    for (const id of CASES) measured.push(...figures(id, await measure(id, folder, peer)));
    return measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
