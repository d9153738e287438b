import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blankRecord } from '../../../src/runtime/grading/gradeSubmission.ts';
import { type GradedSet, gradedFolder } from '../../../src/runtime/grading/gradedSet.ts';
import { type SubmissionJob } from '../../../src/runtime/grading/job.ts';
import { packGraded, type Run } from '../../../src/runtime/gradingQueue/parcel.ts';
import { QueuedPool } from '../../../src/runtime/gradingQueue/queuedPool.ts';
import { QueueKey } from '../../../src/runtime/gradingQueue/queueKey.ts';
import { connect } from '../../../src/runtime/gradingQueue/server.ts';
import { PREFIX, Shelf } from '../../../src/runtime/gradingQueue/shelf.ts';
import { gradedClass, type GradedClass } from '../../support/gradedClass.ts';
import { RedisServer } from '../../support/redisServer.ts';

const key = new QueueKey(new Uint8Array(32).fill(3));
const job: SubmissionJob = { submission: 'a', form: 'answers', sha256: 'aa' };
const bytes = Buffer.from('{}');

let given: GradedClass;
let server: RedisServer;
let set: GradedSet;
let redis: Redis;
let pool: QueuedPool;
let worker: Worker | undefined;
let seen: readonly string[] = [];
beforeAll(async () => {
  given = await gradedClass(1);
  set = await gradedFolder(given.set);
  server = await RedisServer.start();
  redis = new Redis(server.url, { maxRetriesPerRequest: null });
});
beforeEach(async () => {
  await redis.flushall();
  pool = await openPool();
});
afterEach(async () => {
  pool.close();
  await worker?.close(true);
  worker = undefined;
});
afterAll(async () => {
  redis.disconnect();
  await server.remove();
  await given.remove();
});

const run = (): Run => ({
  taskSet: set.set.id,
  content: set.content,
  seed: 'ab'.repeat(16),
  tool: 'exambench 1',
  provider: 'cpu',
  requireSandbox: true,
});

async function openPool(): Promise<QueuedPool> {
  return await QueuedPool.open({
    server: await connect(server.url, undefined),
    key,
    run: run(),
    set,
    local: {
      grade: () => Promise.resolve({ ok: false, cause: 'timeout', reason: 'graded here' }),
    },
    onState: ({ workers }) => {
      seen = workers;
    },
    onNews: () => undefined,
  });
}

/** Takes jobs as a worker does, and does this with them. */
function work(take: (id: string) => Promise<void>, options = {}): void {
  const where = { connection: redis.duplicate(), prefix: PREFIX, ...options };
  worker = new Worker(key.queue, ({ id = '' }) => take(id), where);
  worker.on('error', () => undefined);
}

function record(change: object = {}) {
  const { content, seed, tool } = run();
  const mark = { content, seed, tool, isolation: 'bubblewrap' } as const;
  const why = { cause: 'not-gradable', reason: 'No.' } as const;
  return { ...blankRecord({ job, mark, begun: 0 }, set.set, why), ...change };
}

const shelf = () => new Shelf(redis, key);
const sendBack = (change: object) => (id: string) =>
  shelf().put('result', id, packGraded({ ok: true, record: record(change) }));

describe('a queue’s pool', () => {
  it('takes a record that fits', async () => {
    work(sendBack({}));
    expect(await pool.grade(job, bytes)).toMatchObject({ ok: true, record: { submission: 'a' } });
  });

  it.each([
    ['of another submission', { submission: 'b' }],
    ['of another file', { sha256: 'bb' }],
    ['with other hidden cases', { seed: 'cd'.repeat(16) }],
    ['with points from nowhere', { points: 60 }],
    ['of questions that there are not', { questions: { '9z': question(1, 1) } }],
    ['with more points than there are', { points: 9, questions: { '1.1': question(9, 0.5) } }],
  ])('takes no record %s', async (_, change) => {
    work(sendBack(change));
    expect(await pool.grade(job, bytes)).toMatchObject({ ok: false, cause: 'internal' });
  });

  it('takes nothing that was not sealed with its key', async () => {
    const stranger = new Shelf(redis, new QueueKey(new Uint8Array(32)));
    work((id) => stranger.put('result', id, packGraded({ ok: true, record: record() })));
    expect(await pool.grade(job, bytes)).toMatchObject({ ok: false, cause: 'internal' });
  });

  it('tells which workers are there', async () => {
    work(sendBack({}), { name: 'some-machine' });
    await expect.poll(() => seen).toEqual(['some-machine']);
  });

  it('calls what ends its workers again and again a crash', async () => {
    const dead = { lockDuration: 300, skipLockRenewal: true, stalledInterval: 300 };
    work(() => new Promise(() => undefined), { ...dead, maxStalledCount: 2, concurrency: 4 });
    expect(await pool.grade(job, bytes)).toMatchObject({ ok: false, cause: 'crash' });
  });

  it('goes on where an earlier one was ended, and keeps what came meanwhile', async () => {
    const ended = pool.grade(job, bytes);
    await expect.poll(() => redis.keys('*:wait')).toHaveLength(1);
    pool.close();
    await expect(ended).rejects.toThrow('the grading was ended');
    let begun = 0;
    work(async (id) => {
      begun += 1;
      await sendBack({})(id);
    });
    await expect.poll(() => redis.keys('*:result:*')).toHaveLength(1);
    pool = await openPool();
    expect(await pool.grade(job, bytes)).toMatchObject({ ok: true });
    expect(begun).toBe(1);
  });

  it('puts in again what the server has forgotten', async () => {
    const graded = pool.grade(job, bytes);
    await expect.poll(() => redis.keys('*:wait')).toHaveLength(1);
    await redis.flushall();
    work(sendBack({}));
    expect(await graded).toMatchObject({ ok: true });
  });

  it('grades here what is too large for the queue', async () => {
    const large = new Uint8Array(9 * 2 ** 20);
    expect(await pool.grade(job, large)).toMatchObject({ reason: 'graded here' });
  });
});

function question(points: number, maxPoints: number): object {
  const verdict = { verdict: 'correct', points, maxPoints, feedback: [] };
  return { ...verdict, cause: 'ok', settled: true };
}
