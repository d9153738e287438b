import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaskSet } from '../../../src/core/taskset/taskSet.ts';
import { type ArchiveFiles, readArchive } from '../../../src/runtime/archive/readArchive.ts';
import { contributionOf } from '../../../src/runtime/pack/contribution.ts';
import { copyFiles } from '../../../src/runtime/pack/copyFiles.ts';
import { packTaskSet } from '../../../src/runtime/pack/packTaskSet.ts';
import { type ExtensionFiles, vsixOf } from '../../../src/runtime/pack/vsix.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';
import { SetFolder } from '../../support/setFolder.ts';

const LIMITS = { bytes: 1e8, entries: 1000, fileBytes: 1e8, totalBytes: 1e9, deepest: 10 };
const icon = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const extension = { publisher: 'someone', icon };

let folder: SetFolder;
let set: TaskSet;
let copy: ExtensionFiles;

beforeAll(async () => {
  folder = await SetFolder.create();
  const loaded = await loadTaskSet(folder.path);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  set = loaded.value;
  copy = await copyFiles(folder.path);
});

afterAll(() => folder.remove());

async function packed(options = {}): Promise<Uint8Array> {
  const made = await packTaskSet(set, copy, { ...extension, ...options });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

async function opened(bytes: Uint8Array): Promise<ArchiveFiles> {
  const read = await readArchive(bytes, LIMITS);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const text = (files: ArchiveFiles, path: string) => new TextDecoder().decode(files.get(path));
const json = (files: ArchiveFiles, path: string): unknown => JSON.parse(text(files, path));

describe('a packed task set', () => {
  it('is an extension without any code', async () => {
    const files = await opened(await packed());
    const manifest = json(files, 'extension/package.json');
    expect(manifest).toMatchObject({
      name: 'taskset-small',
      publisher: 'someone',
      version: set.version,
      categories: ['Education'],
      extensionKind: ['workspace', 'ui'],
    });
    for (const key of ['main', 'browser', 'activationEvents', 'scripts', 'dependencies']) {
      expect(manifest).not.toHaveProperty(key);
    }
    expect([...files.keys()].filter((path) => /\.(js|cjs|mjs|node|wasm)$/.test(path))).toEqual([]);
    expect(text(files, 'extension.vsixmanifest')).toContain('Publisher="someone"');
    expect(text(files, 'extension/readme.md')).toContain(set.title);
  });

  it('offers the set where its files lie, all of them as they were', async () => {
    const files = await opened(await packed());
    const { sets, refused } = contributionOf(json(files, 'extension/package.json'));
    expect(refused).toEqual([]);
    expect(sets).toMatchObject([{ id: set.id, title: set.title, version: set.version }]);
    for (const [path, bytes] of copy) {
      const found = files.get(`extension/${sets[0]?.path ?? ''}/${path}`);
      expect(Buffer.from(found ?? []).equals(bytes), path).toBe(true);
    }
  });

  it('has the same bytes on another day, in another zone, from files in another order', async () => {
    const before = sha256(await packed());
    await utimes(join(folder.path, 'taskset.yaml'), 0, 0);
    copy = new Map([...(await copyFiles(folder.path))].toReversed());
    expect(sha256(await packed())).toBe(before);
    const code = `import { writeArchive } from './src/runtime/archive/writeArchive.ts';
      process.stdout.write(await writeArchive(new Map([['a', Buffer.from('b')]]), 'stored'));`;
    const [west, east] = ['America/Los_Angeles', 'Asia/Tokyo'].map(
      (TZ) =>
        spawnSync(process.execPath, ['--input-type=module', '-e', code], {
          env: { ...process.env, TZ },
        }).stdout,
    );
    expect(west?.length).toBeGreaterThan(0);
    expect(west).toEqual(east);
  });
});

describe('an exam', () => {
  it('is not packed with a solution in it, wherever that stands', async () => {
    const exam: TaskSet = { ...set, mode: 'exam' };
    const made = await packTaskSet(exam, copy, extension);
    expect(made.ok).toBe(false);
  });

  it('is packed when nothing of the solutions is left', async () => {
    const exam: TaskSet = { ...set, mode: 'exam' };
    const bare = new Map([['exam.json', new TextEncoder().encode('{}')]]);
    expect((await packTaskSet(exam, bare, extension)).ok).toBe(true);
  });
});

describe('a set in one file with Exambench', () => {
  const product = (name: string) =>
    vsixOf(
      new Map(
        Object.entries({
          'package.json': JSON.stringify({
            name,
            publisher: 'exambench',
            version: '0.1.0',
            engines: { vscode: '^1.101.0' },
            main: './dist/extension.cjs',
            activationEvents: ['onView:x'],
            contributes: {
              commands: [],
              exambench: {
                taskSets: [{ path: 'tasks/ml1', id: 'ml1', title: 'ML', version: '1.0.0' }],
              },
            },
          }),
          LICENSE: 'MIT',
          'dist/extension.cjs': '',
          [`tasks/${set.id}/left-over.yaml`]: 'of an earlier version',
        }).map(([path, content]) => [path, new TextEncoder().encode(content)]),
      ),
      { target: 'linux-x64', compression: 'deflated' },
    );

  it('offers both, for the same platform', async () => {
    const files = await opened(await packed({ product: await product('exambench') }));
    const { sets } = contributionOf(json(files, 'extension/package.json'));
    expect(sets.map(({ path }) => path)).toEqual([`tasks/${set.id}`, 'tasks/ml1']);
    expect(files.has('extension/dist/extension.cjs')).toBe(true);
    expect(files.has(`extension/tasks/${set.id}/taskset.yaml`)).toBe(true);
    expect(files.has(`extension/tasks/${set.id}/left-over.yaml`)).toBe(false);
    expect(text(files, 'extension.vsixmanifest')).toContain('TargetPlatform="linux-x64"');
  });

  it('takes no other package', async () => {
    const other = await product('another');
    await expect(packed({ product: other })).rejects.toThrow('expected the extension exambench');
    await expect(packed({ product: new Uint8Array(10) })).rejects.toThrow('cannot be read');
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
