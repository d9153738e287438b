import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt } from '../../../src/runtime/attempt/beginAttempt.ts';
import { readMarker } from '../../../src/runtime/attempt/marker.ts';

const handedOut = {
  taskSet: 'ml1',
  version: '1.0.0',
  content: 'c'.repeat(64),
  files: { 'a.ts': 'skeleton\n' },
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

  it('refuses the folder of another exam and leaves it alone', async () => {
    await beginAttempt(folder, handedOut);
    const other = { ...handedOut, taskSet: 'ml2', files: { 'b.ts': '' } };
    await expect(beginAttempt(folder, other)).rejects.toThrow('belongs to another exam (ml1)');
    await expect(readFile(join(folder, 'b.ts'))).rejects.toThrow('ENOENT');
  });
});
