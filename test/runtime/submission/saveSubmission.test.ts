import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSubmission } from '../../../src/runtime/submission/saveSubmission.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hand-in-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = Buffer.from('my exam');

describe('saving a submission', () => {
  it('takes the name that is free, and never another file’s', async () => {
    await writeFile(join(folder, 'exam.zip'), 'older');
    await writeFile(join(folder, 'exam-2.zip'), 'old');
    const path = await saveSubmission(join(folder, 'exam.zip'), bytes);
    expect(path).toBe(join(folder, 'exam-3.zip'));
    expect(await readFile(join(folder, 'exam.zip'), 'utf8')).toBe('older');
    expect(await readFile(path)).toEqual(bytes);
    const sealed = join(folder, 'exam.zip.age');
    await saveSubmission(sealed, bytes);
    expect(await saveSubmission(sealed, bytes)).toBe(join(folder, 'exam-2.zip.age'));
  });

  it('gives ten windows ten files when they hand in at once', async () => {
    const all = Array.from({ length: 10 }, () => saveSubmission(join(folder, 'exam.zip'), bytes));
    expect(new Set(await Promise.all(all)).size).toBe(10);
    expect(await readdir(folder)).toHaveLength(10);
  });

  it('says so when the folder is gone, and leaves nothing behind', async () => {
    await expect(saveSubmission(join(folder, 'gone', 'exam.zip'), bytes)).rejects.toThrow(/ENOENT/);
    expect(await readdir(folder)).toEqual([]);
  });
});
