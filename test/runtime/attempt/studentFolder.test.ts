import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeFiles, refreshFiles } from '../../../src/runtime/attempt/studentFolder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'student-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const text = (path: string) => readFile(join(folder, path), 'utf8');

describe('placing the files of an exam', () => {
  it('creates what is missing, folders included', async () => {
    const placed = await placeFiles(folder, { 'a.ts': 'skeleton', 'lib/b.ts': 'more' });
    expect(placed).toEqual({ created: ['a.ts', 'lib/b.ts'], kept: [] });
    expect(await text('lib/b.ts')).toBe('more');
  });

  it("keeps the student's text and says so", async () => {
    await writeFile(join(folder, 'a.ts'), 'my work');
    expect(await placeFiles(folder, { 'a.ts': 'skeleton' })).toEqual({
      created: [],
      kept: ['a.ts'],
    });
    expect(await text('a.ts')).toBe('my work');
  });

  it('has nothing to say about a file that is as it would be placed', async () => {
    await placeFiles(folder, { 'a.ts': 'skeleton' });
    expect(await placeFiles(folder, { 'a.ts': 'skeleton' })).toEqual({ created: [], kept: [] });
  });

  it('refuses a path that leads out of the folder', async () => {
    await expect(placeFiles(folder, { '../a.ts': 'x' })).rejects.toThrow('lies outside');
    await expect(refreshFiles(folder, { 'b/../../a.ts': 'x' })).rejects.toThrow('lies outside');
  });
});

describe("refreshing the program's own files", () => {
  it('replaces an older text', async () => {
    await refreshFiles(folder, { 'types/torch.d.ts': 'old' });
    await refreshFiles(folder, { 'types/torch.d.ts': 'new' });
    expect(await text('types/torch.d.ts')).toBe('new');
  });
});
