import { symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadTaskSet, readPinned, readTaskSetFiles } from '../../src/runtime/taskSetFiles.ts';
import { SetFolder } from '../support/setFolder.ts';
import { MODEL, MODEL_SHA256 } from '../support/taskSet.ts';

let set: SetFolder;
let folder: string;

beforeEach(async () => {
  set = await SetFolder.create();
  folder = set.path;
});

afterEach(() => set.remove());

async function problems(): Promise<string[]> {
  const loaded = await loadTaskSet(folder);
  return loaded.ok ? [] : loaded.error.map(({ file, message }) => `${file}: ${message}`);
}

describe('the folder of a task set', () => {
  it('is read with texts, and with the hashes of everything else', async () => {
    const { texts, binaries } = await readTaskSetFiles(folder);
    expect(texts.get('second/3a.md')).toBe('Why?\n');
    expect([...binaries]).toEqual([
      ['second/model.onnx', { size: MODEL.length, sha256: MODEL_SHA256 }],
    ]);
    expect(await problems()).toEqual([]);
  });

  it('may hold hidden files and node_modules, which are left alone', async () => {
    await set.put('.git/config', Buffer.from([0xff]));
    await set.put('node_modules/a/bad.yaml', Buffer.from([0xff]));
    expect(await problems()).toEqual([]);
  });

  it('may not hold symbolic links', async () => {
    await symlink('/etc/passwd', join(folder, 'second', 'link.md'));
    await symlink(tmpdir(), join(folder, 'third'));
    expect(await problems()).toEqual([
      'second/link.md: only plain files and folders are allowed, no symbolic links',
      'third: only plain files and folders are allowed, no symbolic links',
    ]);
  });

  it('may not hold texts in another encoding', async () => {
    await set.put('second/3a.md', Buffer.from([0x57, 0xe9]));
    expect(await problems()).toEqual(['second/3a.md: expected text in UTF-8, found other bytes']);
  });

  it('may not hold huge texts', async () => {
    await set.put('second/3a.md', 'a'.repeat(1024 * 1024 + 1));
    expect(await problems()).toEqual([
      'second/3a.md: expected at most 1048576 bytes, found 1048577',
    ]);
  });

  it('may not be nested without end', async () => {
    await set.put(`${'a/'.repeat(12)}b.md`, '');
    expect((await problems()).join()).toContain('nested at most 8 deep');
  });

  it('has a model with the hash of the manifest', async () => {
    await set.put('second/model.onnx', 'another model');
    expect((await problems()).join()).toContain('model.onnx is another file: expected SHA-256');
  });

  it('must be there', async () => {
    await expect(loadTaskSet(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
  });
});

describe('a pinned file', () => {
  const pinned = { file: 'second/model.onnx', sha256: MODEL_SHA256 };

  it('is read when its hash is right', async () => {
    expect(await readPinned(folder, pinned)).toEqual(MODEL);
  });

  it('is refused when its bytes were changed', async () => {
    await set.put('second/model.onnx', 'another model');
    await expect(readPinned(folder, pinned)).rejects.toThrow('the file was changed');
  });

  it('is refused when a link leads out of the set', async () => {
    await symlink('/etc/passwd', join(folder, 'second', 'out.onnx'));
    await expect(readPinned(folder, { ...pinned, file: 'second/out.onnx' })).rejects.toThrow(
      'lies outside the task set',
    );
  });
});
