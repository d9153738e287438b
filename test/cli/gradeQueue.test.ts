import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exambench, type Said } from '../support/commandLine.ts';
import { changeKey, gradedClass, type GradedClass } from '../support/gradedClass.ts';
import { RedisServer } from '../support/redisServer.ts';

const SEED = '5eed'.repeat(8);
const DIST = join(import.meta.dirname, '../../dist');
const LONG = 60_000;

let given: GradedClass;
let server: RedisServer;
const started: ChildProcess[] = [];
beforeAll(async () => {
  given = await gradedClass(12, { seed: 5, weights: { right: 2, mixed: 4, broken: 2 } });
  server = await RedisServer.start();
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await server.remove();
  await given.remove();
});

function grade(out: string, ...more: readonly string[]): Promise<Said> {
  const where = ['--submissions', given.submissions, '--out', given.out(out), '--seed', SEED];
  return exambench('grade', given.set, ...where, ...more);
}

const workerOptions = (out: string, set = given.set) => {
  const key = join(given.out(out), 'queue.key');
  const here = ['--queue', server.url, '--queue-key', key, '--set', set, '--lost-after', '3'];
  return ['worker', ...here, '--jobs', '1'];
};

function startWorker(out: string): ChildProcess {
  const args = [join(DIST, 'cli.mjs'), ...workerOptions(out)];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  started.push(child);
  return child;
}

const recordsIn = (out: string) => readdir(join(given.out(out), 'records')).catch(() => []);

/** Name → text without its times. */
async function timeless(out: string): Promise<Map<string, string>> {
  const names = (await recordsIn(out)).toSorted();
  const read = names.map(async (name): Promise<[string, string]> => {
    const text = await readFile(join(given.out(out), 'records', name), 'utf8');
    return [name, text.replace(/"times": \{[^}]*\}/, '')];
  });
  return new Map(await Promise.all(read));
}

async function keys(pattern: string): Promise<string[]> {
  const redis = new Redis(server.url);
  try {
    return await redis.keys(pattern);
  } finally {
    redis.disconnect();
  }
}

async function keyIsThere(out: string): Promise<void> {
  await expect.poll(() => readdir(given.out(out)).catch(() => [])).toContain('queue.key');
}

describe('exambench grade --queue', { timeout: LONG }, () => {
  it('comes to the records of one machine, though a worker is killed and the server ended meanwhile', async () => {
    const alone = await grade('alone');
    const said = grade('queue', '--queue', server.url);
    await expect.poll(() => keys('*:submission:*'), { timeout: LONG }).not.toEqual([]);
    const first = startWorker('queue');
    await expect.poll(() => recordsIn('queue'), { timeout: LONG }).not.toEqual([]);
    first.kill('SIGKILL');
    await server.end();
    await server.begin();
    startWorker('queue');
    const second = startWorker('queue');
    const { code, out, err } = await said;
    expect([code, out.replaceAll('/queue', '/alone')]).toEqual([alone.code, alone.out]);
    expect(await timeless('queue')).toEqual(await timeless('alone'));
    expect(err).toContain('No worker is there yet: exambench worker');
    expect(err).toContain('does not answer; trying again');
    expect(err).toContain('is back.');
    expect(err).not.toContain('secret');
    expect(await keys('*:submission:*')).toEqual([]);
    expect(await keys('*:result:*')).toEqual([]);
    // also while the server is gone
    await server.end();
    second.kill('SIGTERM');
    expect(await once(second, 'exit')).toEqual([0, null]);
    await server.begin();
  });

  it('refuses a worker with another task set, says so on both sides, and goes on with the right one', async () => {
    const other = join(given.root, 'other');
    await cp(given.set, other, { recursive: true });
    await changeKey(other);
    const said = grade('strict', '--queue', server.url);
    await keyIsThere('strict');
    const refused = await exambench(...workerOptions('strict', other));
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('the task set')]);
    startWorker('strict');
    const { err } = await said;
    expect(err).toMatch(/-\d+: the grading needs the task set 'ml1' with content/);
    expect(await timeless('strict')).toEqual(await timeless('alone'));
  });
});

describe('exambench grade --queue and worker, called where nothing can be done,', () => {
  it('say that no server answers and what to install', async () => {
    const said = await grade('none', '--queue', 'redis://:secret@127.0.0.1:1/0');
    expect([said.code, said.err]).toEqual([2, expect.stringContaining('redis-server')]);
    expect(said.err).not.toContain('secret');
  });

  it('say that the password is wrong, or the address is none', async () => {
    const wrong = await grade('none', '--queue', server.url.replace('secret', 'guess'));
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('WRONGPASS')]);
    const none = await grade('none', '--queue', 'localhost');
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('redis://HOST:PORT/DB')]);
  });

  it('name what is missing', async () => {
    const said = await exambench('worker', '--queue', server.url, '--set', given.set);
    expect([said.code, said.err]).toEqual([2, expect.stringContaining('--queue-key FILE')]);
  });
});

/** Texts of a bundle and of everything that is loaded with it. */
async function loadedWith(name: string, seen = new Map<string, string>()): Promise<string> {
  if (seen.has(name)) return '';
  const text = await readFile(join(DIST, name), 'utf8');
  seen.set(name, text);
  for (const [, part = ''] of text.matchAll(/(?:from|import)\s*"\.\/(cli-[^"]+\.mjs)"/g)) {
    await loadedWith(part, seen);
  }
  return [...seen.values()].join('\n');
}

describe('the queue’s code', () => {
  it('is loaded by no other command', async () => {
    const names = await readdir(DIST);
    const holdsQueue = async (start: RegExp): Promise<boolean> =>
      /bullmq/i.test(await loadedWith(names.find((name) => start.test(name)) ?? ''));
    expect(await holdsQueue(/^cli\.mjs$/)).toBe(false);
    expect(await holdsQueue(/^cli-gradeFolder-\w+\.mjs$/)).toBe(false);
    expect(await holdsQueue(/^cli-serveQueue-\w+\.mjs$/)).toBe(true);
  });
});
