import { Buffer } from 'node:buffer';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '../../src/cli/gradeKeys.ts';
import { writeArchive } from '../../src/runtime/archive/writeArchive.ts';
import { newKeyPair } from '../../src/runtime/seal/identities.ts';
import { sealSet } from '../../src/runtime/seal/sealedSet.ts';
import { bytesIn } from '../support/gradedClass.ts';
import { SetFolder } from '../support/setFolder.ts';

let root: string;
let sealed: Uint8Array;
let key: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'keys-'));
  const { identity, recipient } = await newKeyPair();
  key = join(root, 'key.txt');
  await writeFile(key, identity);
  const set = await SetFolder.create();
  sealed = await sealSet(await bytesIn(set.path), new Uint8Array(32), [recipient]);
  await set.remove();
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function packed(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const path = join(root, 'set.vsix');
  await writeFile(path, await writeArchive(new Map(Object.entries(files))));
  return path;
}

const opened = async (path: string, file?: string) =>
  (await openKeys(file, () => Promise.reject(new Error('no passphrase')))).openSet(path);

describe('the task set to grade with', () => {
  const manifest = { 'extension/package.json': Buffer.from('{}') };

  it('may be a package into which it was sealed', async () => {
    const path = await packed({ ...manifest, 'extension/taskset/sealed.age': sealed });
    expect((await opened(path, key)).set.id).toBe('small');
    await expect(opened(path)).rejects.toThrow('is sealed: --key FILE is missing');
  });

  it('may be a copy into which it was sealed', async () => {
    const copy = join(root, 'copy');
    await mkdir(copy);
    await writeFile(join(copy, 'sealed.age'), sealed);
    expect((await opened(copy, key)).set.id).toBe('small');
  });

  it('is not another package: which file is needed is said', async () => {
    const path = await packed(manifest);
    await expect(opened(path, key)).rejects.toThrow(
      /folder, or with the file that .*copy\.sealed\.age/,
    );
    await writeFile(path, 'PK, but no zip');
    await expect(opened(path, key)).rejects.toThrow('expected a zip archive');
  });
});
