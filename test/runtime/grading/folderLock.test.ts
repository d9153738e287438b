import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../../src/runtime/grading/folderLock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grading-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a second grading of the same folder is refused until the first gives it back', async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`);
  await unlock();
  await (
    await lockFolder(folder)
  )();
});

it('what a killed grading left behind locks nobody out', async () => {
  const child = spawn('sleep', ['60']);
  const { pid = 0 } = child;
  await lockFolder(folder);
  const path = join(folder, '.lock');
  const lock = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...lock, pid, started: undefined }));
  await expect(lockFolder(folder)).rejects.toThrow(`process ${pid}`);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  await (
    await lockFolder(folder)
  )();
});

it('a process that got the number of a killed one does not hold its lock', async () => {
  await lockFolder(folder);
  const path = join(folder, '.lock');
  const lock = JSON.parse(await readFile(path, 'utf8')) as { readonly started?: string };
  if (lock.started === undefined) return;
  await writeFile(path, JSON.stringify({ ...lock, started: '1' }));
  await (
    await lockFolder(folder)
  )();
});

it('a lock of another machine is respected', async () => {
  await lockFolder(folder);
  const path = join(folder, '.lock');
  const lock = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...lock, pid: 999_999_999, host: 'elsewhere' }));
  await expect(lockFolder(folder)).rejects.toThrow('on elsewhere');
});
