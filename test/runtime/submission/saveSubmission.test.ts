import { type FileHandle, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePath, saveSubmission } from '../../../src/runtime/submission/saveSubmission.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hand-in-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = Buffer.from('my exam');

async function savedAt(name: string): Promise<string> {
  const saved = await saveSubmission(join(folder, name), bytes);
  if (!saved.ok) throw new Error(saved.error);
  return saved.value;
}

describe('saving a submission', () => {
  it('takes the name that is free, and never another file’s', async () => {
    await writeFile(join(folder, 'exam.zip'), 'older');
    await writeFile(join(folder, 'exam-2.zip'), 'old');
    expect(await freePath(join(folder, 'exam.zip'))).toBe(join(folder, 'exam-3.zip'));
    const path = await savedAt('exam.zip');
    expect(path).toBe(join(folder, 'exam-3.zip'));
    expect(await readFile(join(folder, 'exam.zip'), 'utf8')).toBe('older');
    expect(await readFile(path)).toEqual(bytes);
    await savedAt('exam.zip.age');
    expect(await savedAt('exam.zip.age')).toBe(join(folder, 'exam-2.zip.age'));
  });

  it('gives ten windows ten files when they hand in at once', async () => {
    const all = Array.from({ length: 10 }, () => savedAt('exam.zip'));
    expect(new Set(await Promise.all(all)).size).toBe(10);
    expect(await readdir(folder)).toHaveLength(10);
  });

  it('says so when the folder is gone', async () => {
    const gone = join(folder, 'gone');
    const saved = await saveSubmission(join(gone, 'exam.zip'), bytes);
    expect(saved).toEqual({ ok: false, error: `the folder is not there (${gone})` });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'your disk quota is used up'],
    ['EIO', 'the disk reports an error'],
  ])(
    'says so when the disk answers %s in the middle, and leaves nothing behind',
    async (code, reason) => {
      const handle = await open(join(folder, 'probe'), 'w');
      const files = Object.getPrototypeOf(handle) as FileHandle;
      await handle.close();
      await rm(join(folder, 'probe'));
      const refused = vi
        .spyOn(files, 'sync')
        .mockRejectedValueOnce(Object.assign(new Error(code), { code }));
      const saved = await saveSubmission(join(folder, 'exam.zip'), bytes);
      refused.mockRestore();
      expect(saved).toEqual({ ok: false, error: `${reason} (${folder})` });
      expect(await readdir(folder)).toEqual([]);
    },
  );
});
