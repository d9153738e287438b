/** What may happen to a grading from outside, at any moment. None of it is a student's doing. */
import { execFile } from 'node:child_process';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Random } from '../../../src/core/random.ts';
import { treeBelow } from './processes.ts';

export interface Target {
  /** of the grader */
  readonly pid: number;
  /** folder of the grading */
  readonly out: string;
  readonly random: Random;
}

/** Puts right, once the grader has ended, what keeps the next one from going on. */
export type Mend = () => Promise<void>;

/** undefined: there is nothing yet that it could strike. */
type Strike = (target: Target) => Promise<Mend | undefined>;

export type Fault = keyof typeof FAULTS;

export const FAULTS = {
  'worker killed': (target) => killed(target, 'gradingWorker.mjs'),
  'model server killed': (target) => killed(target, 'modelServer.mjs'),
  'program killed': (target) => killed(target, 'studentRunner.mjs'),
  'grader killed': ({ pid, out, random }) => {
    process.kill(pid, 'SIGKILL');
    return Promise.resolve(() => tear(join(out, 'records'), random));
  },
  'disk full': async ({ pid }) => {
    // to the grader it is the same: no file takes another byte
    await promisify(execFile)('prlimit', ['--pid', String(pid), '--fsize=0:0']);
    return nothing;
  },
  'records unwritable': async ({ out }) => {
    const [records, away] = [join(out, 'records'), join(out, 'records.away')];
    await rename(records, away);
    await writeFile(records, '');
    return async () => {
      await rm(records);
      await rename(away, records);
    };
  },
} as const satisfies Readonly<Record<string, Strike>>;

const nothing: Mend = () => Promise.resolve();

async function killed({ pid, random }: Target, program: string): Promise<Mend | undefined> {
  const found = (await treeBelow(pid)).filter(({ line }) => line.includes(program));
  const struck = found[Math.floor(random() * found.length)];
  if (struck === undefined) return undefined;
  try {
    process.kill(struck.pid, 'SIGKILL');
    return nothing;
  } catch {
    // it was faster
    return undefined;
  }
}

const TORN_EACH = 2;

/** As a power cut may leave files: shorter, empty, or filled with zeros. */
async function tear(folder: string, random: Random): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  for (let torn = 0; torn < TORN_EACH; torn += 1) {
    const name = names[Math.floor(random() * names.length)];
    if (name === undefined) return;
    const bytes = await readFile(join(folder, name));
    const ways = [bytes.subarray(0, bytes.length / 2), '', Buffer.alloc(bytes.length)];
    await writeFile(join(folder, name), ways[torn % ways.length] ?? '');
  }
}
