import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GradeRecord } from '../../src/core/gradebook/gradeRecord.ts';
import { exambench } from '../support/commandLine.ts';
import { gradedClass, type GradedClass } from '../support/gradedClass.ts';
import { RedisServer, TLS_FILES } from '../support/redisServer.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.mjs');
const LONG = { timeout: 180_000 };

let given: GradedClass;
let server: RedisServer;
const started: ChildProcess[] = [];
beforeAll(async () => {
  given = await gradedClass(3, { weights: { right: 1 }, tasks: ['5-programming'] });
  server = await RedisServer.start('rediss');
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await server.remove();
  await given.remove();
});

const inOut = (path: string) => join(given.out('out'), path);
const recordsThere = () => readdir(inOut('records')).catch(() => []);

/** With what an instructor sets so that the server's certificate is trusted. */
function start(...args: readonly string[]): ChildProcess {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(TLS_FILES, 'ca.crt') };
  const child = spawn(process.execPath, [CLI, ...args], { env, stdio: 'ignore' });
  started.push(child);
  return child;
}

function startGrading(): ChildProcess {
  const where = ['--submissions', given.submissions, '--out', given.out('out')];
  return start('grade', given.set, ...where, '--queue', server.url);
}

function startWorker(): ChildProcess {
  const where = ['--queue', server.url, '--queue-key', inOut('queue.key'), '--set', given.set];
  return start('worker', ...where, '--jobs', '1');
}

async function records(): Promise<GradeRecord[]> {
  const read = (await recordsThere()).map((name) => readFile(inOut(join('records', name)), 'utf8'));
  return (await Promise.all(read)).map((text) => JSON.parse(text) as GradeRecord);
}

describe('exambench grade --queue, by a server that speaks TLS,', LONG, () => {
  it('has programs graded by workers, though who leads is killed and started again', async () => {
    const leader = startGrading();
    await expect.poll(() => readdir(given.out('out')).catch(() => []), LONG).toContain('queue.key');
    startWorker();
    startWorker();
    await expect.poll(recordsThere, LONG).not.toEqual([]);
    const kept = await records();
    leader.kill('SIGKILL');
    await once(leader, 'exit');
    const [code] = (await once(startGrading(), 'exit')) as [number];
    const found = await records();
    // their texts wait for a person
    expect([code, found.length]).toEqual([1, 3]);
    for (const { questions } of found) {
      for (const id of ['5a', '5b']) expect(questions[id]).toMatchObject({ verdict: 'correct' });
    }
    expect(found).toEqual(expect.arrayContaining(kept));
  });

  it('says how a certificate is trusted that nobody known has signed', async () => {
    const where = ['--submissions', given.submissions, '--out', given.out('other')];
    const said = await exambench('grade', given.set, ...where, '--queue', server.url);
    expect([said.code, said.err]).toEqual([2, expect.stringContaining('NODE_EXTRA_CA_CERTS=FILE')]);
    const plain = await RedisServer.start();
    const wrong = plain.url.replace('redis:', 'rediss:');
    const other = await exambench('grade', given.set, ...where, '--queue', wrong);
    expect([other.code, other.err]).toEqual([
      2,
      expect.stringContaining('Does it speak TLS there?'),
    ]);
    await plain.remove();
  });
});
