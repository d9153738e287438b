import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Listeners, markedFiles, placed } from './traces.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'traces-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('hears whoever reaches a port, a socket file or a socket name', async () => {
  const listeners = await Listeners.open(folder);
  const { port, socket, socketName } = listeners.places;
  const names = process.platform === 'linux' ? [socket, `\0${socketName}`] : [socket];
  const targets = [{ port, host: '127.0.0.1' }, ...names.map((path) => ({ path }))];
  for (const target of targets) await once(connect(target).resume(), 'close');
  listeners.close();
  expect(listeners.heard).toHaveLength(targets.length);
});

it('finds files by their mark, and programs of ours that were changed', () => {
  writeFileSync(join(folder, 'studentRunner.mjs'), '// exambench-was-here');
  writeFileSync(join(folder, 'exambench-was-here-file'), '');
  const found = markedFiles(folder).filter((path) => path.startsWith(folder));
  expect(found.toSorted()).toEqual([
    join(folder, 'exambench-was-here-file'),
    join(folder, 'studentRunner.mjs'),
  ]);
});

it('puts the places of this machine into a program', async () => {
  const listeners = await Listeners.open('/exam');
  const text = placed("connect(47470, '198.51.100.1'); read('EXAM_FOLDER')", listeners.places);
  listeners.close();
  const { port, address } = listeners.places;
  expect(text).toBe(`connect(${port}, '${address}'); read('/exam')`);
});
