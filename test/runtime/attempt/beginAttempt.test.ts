import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HandedOut, beginAttempt } from '../../../src/runtime/attempt/beginAttempt.ts';
import { readMarker } from '../../../src/runtime/attempt/marker.ts';
import { type FolderFiles } from '../../../src/runtime/attempt/studentFolder.ts';

function files(given: FolderFiles): HandedOut['filesOf'] {
  return () => Promise.resolve(given);
}

const handedOut = {
  taskSet: 'ml1',
  version: '1.0.0',
  content: 'c'.repeat(64),
  variants: 0,
  filesOf: files({ 'a.ts': 'skeleton\n' }),
};

describe('beginAttempt', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'begin-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('hands the files out and marks the folder', async () => {
    const placed = await beginAttempt(folder, handedOut);
    expect(placed).toEqual({ created: ['a.ts'], kept: [] });
    expect(await readFile(join(folder, 'a.ts'), 'utf8')).toBe('skeleton\n');
    const { taskSet, version, content } = handedOut;
    expect(await readMarker(folder)).toMatchObject({ taskSet, version, content });
  });

  it('goes on with the attempt that the folder holds, and keeps what the student wrote', async () => {
    await beginAttempt(folder, handedOut);
    const marker = await readMarker(folder);
    await writeFile(join(folder, 'a.ts'), 'mine\n');
    expect(await beginAttempt(folder, handedOut)).toEqual({ created: [], kept: ['a.ts'] });
    expect(await readFile(join(folder, 'a.ts'), 'utf8')).toBe('mine\n');
    expect(await readMarker(folder)).toEqual(marker);
  });

  it('refuses the folder of a task set and leaves it alone', async () => {
    await writeFile(join(folder, 'taskset.yaml'), 'format: 1\n');
    await expect(beginAttempt(folder, handedOut)).rejects.toThrow(/is a task set/);
    expect(await readdir(folder)).toEqual(['taskset.yaml']);
  });

  it('refuses the folder of another exam and leaves it alone', async () => {
    await beginAttempt(folder, handedOut);
    const other = { ...handedOut, taskSet: 'ml2', filesOf: files({ 'b.ts': '' }) };
    await expect(beginAttempt(folder, other)).rejects.toThrow('belongs to another exam (ml1)');
    await expect(readFile(join(folder, 'b.ts'))).rejects.toThrow('ENOENT');
  });

  describe('on a set with variants', () => {
    const varied = {
      ...handedOut,
      variants: 20,
      filesOf: (variant: number) => Promise.resolve({ 'a.ts': `variant ${variant}\n` }),
    };

    it('draws one, hands out its files, and says so in the name of the attempt', async () => {
      await beginAttempt(folder, varied);
      const marker = await readMarker(folder);
      const chance = Number.parseInt(marker?.attempt.slice(-8) ?? '', 16);
      expect(marker?.variant).toBe((chance % 20) + 1);
      expect(await readFile(join(folder, 'a.ts'), 'utf8')).toBe(`variant ${marker?.variant}\n`);
    });

    it('keeps it when there are more or fewer variants later', async () => {
      await beginAttempt(folder, { ...varied, variant: 17 });
      for (const variants of [20, 5, 1000]) {
        const placed = await beginAttempt(folder, { ...varied, variants, variant: 3 });
        expect(placed).toEqual({ created: [], kept: [] });
        expect(await readMarker(folder)).toMatchObject({ variant: 17 });
        expect(await readFile(join(folder, 'a.ts'), 'utf8')).toBe('variant 17\n');
      }
    });

    it.each([0, 21, 1.5])('refuses %f, which there is not', async (variant) => {
      await expect(beginAttempt(folder, { ...varied, variant })).rejects.toThrow(
        'ml1 has the variants 1 to 20',
      );
      expect(await readMarker(folder)).toBeUndefined();
    });

    it('refuses a marker with something else in place of the number', async () => {
      await beginAttempt(folder, varied);
      const path = join(folder, '.exambench/attempt.json');
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace(/"variant": \d+/, '"variant": "7"'));
      await expect(readMarker(folder)).rejects.toThrow('"variant" must be a whole number');
      await writeFile(path, text.replace(/"variant": \d+,/, ''));
      expect(await readMarker(folder)).toMatchObject({ variant: 0 });
    });
  });
});
