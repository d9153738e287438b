import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  packGraded,
  packParcel,
  readGraded,
  readParcel,
} from '../../../src/runtime/gradingQueue/parcel.ts';
import {
  keptQueueKey,
  QueueKey,
  readQueueKey,
} from '../../../src/runtime/gradingQueue/queueKey.ts';

const key = new QueueKey(new Uint8Array(32).fill(1));
const other = new QueueKey(new Uint8Array(32).fill(2));
const plain = Buffer.from('what a student wrote');

describe('the key of a queue', () => {
  it('opens what was sealed with it, as what it was sealed, and nothing else', () => {
    const sealed = key.seal('result a', plain);
    expect(key.open('result a', sealed)).toEqual(plain);
    expect(sealed.includes(plain)).toBe(false);
    expect(key.open('result b', sealed)).toBeUndefined();
    expect(other.open('result a', sealed)).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(key.open('result a', changed)).toBeUndefined();
      expect(key.open('result a', sealed.subarray(0, at))).toBeUndefined();
    }
  });

  it('names a queue of its own', () => {
    expect(key.queue).toMatch(/^grading-[0-9a-f]{16}$/);
    expect(other.queue).not.toBe(key.queue);
  });

  it('is made once, for nobody else to read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'queue-key-'));
    const file = join(folder, 'out', 'queue.key');
    const made = await keptQueueKey(file);
    expect((await keptQueueKey(file)).queue).toBe(made.queue);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    await writeFile(file, 'no key');
    await expect(readQueueKey(file)).rejects.toThrow('64 hexadecimal digits');
    await rm(folder, { recursive: true });
  });
});

describe('a parcel', () => {
  const run = {
    taskSet: 'ml1',
    content: 'c',
    seed: 'ab'.repeat(16),
    tool: 'exambench 1',
    provider: 'cpu',
    requireSandbox: true,
  } as const;
  const job = { submission: 'a', form: 'archive', sha256: 'd', again: ['1.1'] } as const;

  it('comes back as it was, whatever its bytes are', () => {
    const bytes = Buffer.from([10, 0, 255, 10, 13, 123]);
    const { bytes: found, ...head } = readParcel(packParcel({ run, job, bytes }));
    expect([head, Buffer.from(found)]).toEqual([{ run, job }, bytes]);
  });

  it('that lacks something, or has more, is none', () => {
    expect(() => readParcel(Buffer.from('{}\n'))).toThrow();
    const more = JSON.stringify({ run: { ...run, key: 'k' }, job });
    expect(() => readParcel(Buffer.from(`${more}\n`))).toThrow();
  });

  it('holds a record, or why there is none', () => {
    const none = { ok: false, cause: 'timeout', reason: 'Too slow.' } as const;
    expect(readGraded(packGraded(none))).toEqual(none);
    expect(() => readGraded(Buffer.from('{"ok":true,"record":{"format":1}}'))).toThrow(
      'no grade record',
    );
  });
});
