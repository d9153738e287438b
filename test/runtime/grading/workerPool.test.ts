import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PoolHost, WorkerPool } from '../../../src/runtime/grading/workerPool.ts';
import { workerUser } from '../../../src/runtime/grading/workerUser.ts';
import { emptyDist } from '../../support/builtPrograms.ts';

let dist: string;
let pool: WorkerPool;

beforeAll(async () => {
  dist = await emptyDist();
  await build({
    entryPoints: [path.join(import.meta.dirname, '../../support/fakeWorker.ts')],
    outfile: path.join(dist, 'gradingWorker.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
});
afterEach(() => {
  pool.close();
});

const SETTINGS = {
  texts: [],
  binaries: [],
  content: '',
  seed: '',
  tool: '',
  provider: 'cpu',
  requireSandbox: false,
} as const;

/** Only what hangs has to be waited out; the others may be slow. */
async function openPool(
  settings: PoolHost['settings'] = SETTINGS,
  ms = 20_000,
): Promise<WorkerPool> {
  pool = new WorkerPool({
    dist,
    user: await workerUser(undefined),
    fileBytes: () => Promise.reject(new Error('there are no files')),
    patience: () => ms,
    heapMiB: 64,
    settings,
  });
  return pool;
}

const job = (submission: string) => ({ submission, form: 'answers', sha256: '' }) as const;
const NOTHING = new Uint8Array();

/** The record as the fake worker made it, its own fields included. */
async function graded(submission: string): Promise<Readonly<Record<string, unknown>>> {
  const outcome = await pool.grade(job(submission), NOTHING);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { ...outcome.record };
}

describe('a worker', () => {
  it('grades one submission after the other, and says how shut in programs are', async () => {
    await openPool();
    expect(await pool.probe()).toEqual({ isolation: 'none', note: 'a fake' });
    const first = await graded('fine');
    expect(first['submission']).toBe('fine');
    expect((await graded('fine'))['pid']).toBe(first['pid']);
  });

  it.each([
    ['crash', 'crash'],
    ['exit', 'crash'],
    ['hang', 'timeout'],
    ['memory', 'memory'],
  ])(
    'that ends twice by %s costs the submission its record, with the cause',
    async (name, cause) => {
      await openPool(SETTINGS, name === 'hang' ? 1500 : undefined);
      expect(await pool.grade(job(name), NOTHING)).toMatchObject({ ok: false, cause });
      expect(await graded('fine')).toMatchObject({ submission: 'fine' });
    },
  );

  it('that ends twice at one question leaves that question out the third time', async () => {
    await openPool();
    expect(await graded('crash.3a')).toMatchObject({ skip: { '3a': 'crash' } });
    pool.close();
    await openPool(SETTINGS, 1500);
    expect(await graded('hang.5a')).toMatchObject({ skip: { '5a': 'timeout' } });
  });

  it('that ends while it starts is started again, a few times', async () => {
    let starts = 0;
    const dying = (deaths: number): PoolHost['settings'] => ({
      ...SETTINGS,
      // asked for with each start
      get tool() {
        return (starts += 1) <= deaths ? 'stillborn' : '';
      },
    });
    await openPool(dying(2));
    expect(await graded('fine')).toMatchObject({ submission: 'fine' });
    starts = 0;
    await openPool(dying(99));
    await expect(graded('fine')).rejects.toThrow('could not be started: exit code 3');
    expect(starts).toBe(3);
  });

  it('does not survive its pool, even while it hangs', async () => {
    await openPool();
    const { pid } = { pid: Number((await graded('fine'))['pid']) };
    const hanging = pool.grade(job('hang'), NOTHING);
    hanging.catch(() => undefined);
    await sleep(100);
    pool.close();
    await expect(hanging).rejects.toThrow('ended');
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  it('runs without the rights of root', async () => {
    await openPool();
    const pid = Number((await graded('fine'))['pid']);
    if (process.platform !== 'linux') return;
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0');
  });

  it('that cannot be started is a reason, not a record', async () => {
    dist = '/nowhere';
    await openPool();
    await expect(pool.probe()).rejects.toThrow();
  });
});

async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return status !== '' && !/^State:\s+Z/m.test(status);
}
