import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { purposeOf, refuseAround } from '../../scripts/start/purpose.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purpose-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function holds(path: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), '');
}

describe('the folder that npm start opens', () => {
  it.each([
    ['an attempt that was begun before', ['.exambench/attempt.json', 'adversarial.ts']],
    ['an attempt, whatever else lies in it', ['.exambench/attempt.json', 'taskset.yaml']],
    ['an empty folder', []],
    ['a folder that was looked at', ['.DS_Store']],
  ])('is %s, to be solved in', async (_what, paths) => {
    for (const path of paths) await holds(path);
    expect(await purposeOf(folder)).toBe('solving');
  });

  it('is a new one, to be solved in', async () => {
    expect(await purposeOf(join(folder, 'new/one'))).toBe('solving');
  });

  it('is a task set, to be written', async () => {
    await holds('taskset.yaml');
    expect(await purposeOf(folder)).toBe('writing');
  });

  it.each([
    ['task sets', 'first/taskset.yaml'],
    ['a grading', 'grading.json'],
    ['submissions', 'anna.zip'],
    ['a repository', '.git/HEAD'],
  ])('holds %s, and no exam is begun in it', async (_what, path) => {
    await holds(path);
    expect(await purposeOf(folder)).toBe('reading');
  });

  it('is no folder at all, which is told', async () => {
    await holds('file');
    await expect(purposeOf(join(folder, 'file'))).rejects.toThrow('cannot be read');
  });
});

describe('a folder around Exambench itself', () => {
  it.each(['/clones/exambench', '/clones', '/'])('is refused: %s', (around) => {
    expect(() => {
      refuseAround('/clones/exambench', around);
    }).toThrow('holds Exambench itself');
  });

  it.each(['/clones/exambench/my-set', '/clones/exam', '/home/exam', '/clones/exambench2'])(
    'is none where it lies elsewhere: %s',
    (elsewhere) => {
      refuseAround('/clones/exambench', elsewhere);
    },
  );
});
