import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveFiles, readArchive } from '../../../src/runtime/archive/readArchive.ts';
import { contributionOf } from '../../../src/runtime/pack/contribution.ts';
import { type Packable, packable } from '../../../src/runtime/pack/packable.ts';
import { packTaskSet } from '../../../src/runtime/pack/packTaskSet.ts';
import { vsixOf } from '../../../src/runtime/pack/vsix.ts';
import { readTaskSetFiles } from '../../../src/runtime/taskSetFiles.ts';
import { SetFolder } from '../../support/setFolder.ts';
import { SMALL_SET } from '../../support/taskSet.ts';

const LIMITS = { bytes: 1e8, entries: 1000, fileBytes: 1e8, totalBytes: 1e9, deepest: 10 };
const icon = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const extension = { publisher: 'someone', icon };

let folder: SetFolder;
let source: Packable;

beforeAll(async () => {
  folder = await SetFolder.create();
  source = await found();
});

afterAll(() => folder.remove());

async function found(): Promise<Packable> {
  const read = await packable(folder.path);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

async function packed(options = {}): Promise<Uint8Array> {
  const made = await packTaskSet(source, { ...extension, ...options });
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
      version: source.set.version,
      categories: ['Education'],
      extensionKind: ['workspace', 'ui'],
    });
    for (const key of ['main', 'browser', 'activationEvents', 'scripts', 'dependencies']) {
      expect(manifest).not.toHaveProperty(key);
    }
    expect([...files.keys()].filter((path) => /\.(js|cjs|mjs|node|wasm)$/.test(path))).toEqual([]);
    expect(text(files, 'extension.vsixmanifest')).toContain('Publisher="someone"');
    expect(text(files, 'extension/readme.md')).toContain(source.set.title);
  });

  it('offers the set where its files lie, all of them as they were', async () => {
    const files = await opened(await packed());
    const { sets, refused } = contributionOf(json(files, 'extension/package.json'));
    expect(refused).toEqual([]);
    expect(sets).toMatchObject([{ id: 'small', title: 'Small', version: '1.0.0' }]);
    for (const [path, bytes] of source.files) {
      const found = files.get(`extension/${sets[0]?.path ?? ''}/${path}`);
      expect(Buffer.from(found ?? []).equals(bytes), path).toBe(true);
    }
  });

  it('has the same bytes on another day, in another zone, from files in another order', async () => {
    const before = sha256(await packed());
    await utimes(join(folder.path, 'taskset.yaml'), 0, 0);
    const again = await found();
    source = { ...again, files: new Map([...again.files].toReversed()) };
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
  const SECRET = 'Because secrets remain of use.';
  let exam: Packable;

  beforeAll(async () => {
    const set = await SetFolder.create({
      ...SMALL_SET,
      'taskset.yaml': `${SMALL_SET['taskset.yaml'] ?? ''}mode: exam\n`,
      'second/task.yaml': (SMALL_SET['second/task.yaml'] ?? '').replace('Because of that.', SECRET),
    });
    const read = await packable(set.path);
    await set.remove();
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    exam = read.value;
  });

  it('is packed as it is published', async () => {
    const made = await packTaskSet(exam, extension);
    expect(made).toMatchObject({ ok: true });
    const bytes = made.ok ? Buffer.from(made.value) : Buffer.alloc(0);
    expect(bytes.includes('Sec')).toBe(true);
    expect(bytes.includes(SECRET)).toBe(false);
  });

  it('may say what students see anyway: the letters of the bundled exam are no secrets', async () => {
    const set = await SetFolder.create(
      Object.fromEntries(
        [...(await readTaskSetFiles('tasks/ml1')).texts].map(([path, content]) => [
          path,
          path === 'taskset.yaml' ? `${content}mode: exam\n` : content,
        ]),
      ),
    );
    await cp('tasks/ml1', set.path, {
      recursive: true,
      filter: (path) => !path.endsWith('taskset.yaml'),
    });
    const found = await packable(set.path);
    await set.remove();
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    expect(await packTaskSet(found.value, extension)).toMatchObject({ ok: true });
  });

  it.each([
    ['as it is', SECRET],
    ['in JSON, escaped', JSON.stringify({ a: [SECRET] }).replace('B', String.raw`\u0042`)],
    ['over two lines of YAML', `a: |\n  ${SECRET.replace(' of', '\n  of')}\n`],
  ])('is not packed with a model answer in it, %s', async (_, text) => {
    const files = new Map([...exam.files, ['extra.json', new TextEncoder().encode(text)] as const]);
    const made = await packTaskSet({ ...exam, files }, extension);
    expect(made).toEqual({
      ok: false,
      error: [{ file: 'extra.json', question: '3a', field: 'modelAnswer', begins: SECRET }],
    });
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
          [`tasks/${source.set.id}/left-over.yaml`]: 'of an earlier version',
        }).map(([path, content]) => [path, new TextEncoder().encode(content)]),
      ),
      { target: 'linux-x64', compression: 'deflated' },
    );

  it('offers both, for the same platform', async () => {
    const files = await opened(await packed({ product: await product('exambench') }));
    const manifest = json(files, 'extension/package.json');
    expect(manifest).toMatchObject({
      name: 'exambench',
      displayName: `Exambench with “${source.set.title}”`,
    });
    const { sets } = contributionOf(manifest);
    expect(sets.map(({ path }) => path)).toEqual([`tasks/${source.set.id}`, 'tasks/ml1']);
    expect(files.has('extension/dist/extension.cjs')).toBe(true);
    expect(files.has(`extension/tasks/${source.set.id}/taskset.yaml`)).toBe(true);
    expect(files.has(`extension/tasks/${source.set.id}/left-over.yaml`)).toBe(false);
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
