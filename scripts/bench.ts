/**
 * `npm run bench`: takes the measurements of test/bench, prints them and keeps them as JSON in bench/results. Build
 * first. A word runs those whose name contains it.
 */
import { globSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Bench, type Figure, keepsBound } from '../test/support/figure.ts';
import { fail } from './progress.mjs';
import { at, root } from './project.ts';

interface Measured {
  readonly bench: string;
  readonly figures: readonly Figure[];
}

async function load(file: string): Promise<Bench> {
  const module = (await import(at(file))) as Partial<Bench>;
  if (typeof module.name !== 'string' || typeof module.run !== 'function') {
    throw new Error(`${file}: must export name and run`);
  }
  return { name: module.name, run: module.run };
}

function boundText({ bound, unit }: Figure): string {
  if (bound === undefined) return '';
  return 'atMost' in bound
    ? `at most ${bound.atMost} ${unit}`
    : `at least ${bound.atLeast} ${unit}`;
}

function print({ bench, figures }: Measured): void {
  console.log(`\n${bench}`);
  for (const figure of figures) {
    const value = `${figure.value.toPrecision(4).padStart(10)} ${figure.unit}`.padEnd(16);
    const verdict = keepsBound(figure) ? '' : '  ← missed';
    console.log(`  ${figure.name.padEnd(48)}${value}${boundText(figure)}${verdict}`);
  }
}

async function keep(measured: readonly Measured[]): Promise<string> {
  const time = new Date().toISOString();
  const machine = {
    processor: cpus().at(0)?.model,
    processors: cpus().length,
    node: process.version,
  };
  await mkdir(at('bench/results'), { recursive: true });
  const file = at('bench/results', `${time.replaceAll(':', '-')}.json`);
  await writeFile(file, `${JSON.stringify({ time, machine, measured }, undefined, 2)}\n`);
  return file;
}

async function main(): Promise<void> {
  const word = parseArgs({ allowPositionals: true }).positionals.at(0) ?? '';
  const benches = await Promise.all(
    globSync('test/bench/*.bench.ts', { cwd: root }).sort().map(load),
  );
  const measured: Measured[] = [];
  // one after the other: they measure time
  for (const { name, run } of benches.filter((bench) => bench.name.includes(word))) {
    const result = { bench: name, figures: await run() };
    print(result);
    measured.push(result);
  }
  console.log(`\nkept in ${await keep(measured)}`);
}

await main().catch(fail);
