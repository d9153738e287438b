import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contributionOf } from '../../src/runtime/pack/contribution.ts';
import { exambench } from '../support/commandLine.ts';
import { openPackage } from '../support/packages.ts';
import { SetFolder } from '../support/setFolder.ts';
import { SMALL_SET } from '../support/taskSet.ts';

describe('exambench pack', () => {
  let folder: string;
  let set: SetFolder;
  let out: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pack-'));
    out = join(folder, 'small.vsix');
    set = await SetFolder.create();
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
    await set.remove();
  });

  it('writes the file and tells its hash', async () => {
    const { code, out: said } = await exambench('pack', set.path, '--out', out, '--json');
    expect(code).toBe(0);
    const bytes = await readFile(out);
    expect(JSON.parse(said)).toEqual({
      file: out,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      taskSet: 'small',
      version: '1.0.0',
    });
    expect(await readdir(folder)).toEqual(['small.vsix']);
  });

  it('reminds who packs an exam from the folder with the solutions of sealing', async () => {
    await set.put('taskset.yaml', `${SMALL_SET['taskset.yaml'] ?? ''}mode: exam\n`);
    const { out: said } = await exambench('pack', set.path, '--out', out);
    expect(said).toContain(`answers are graded with ${set.path}`);
    expect(said).toContain(
      `exambench publish ${set.path} --out ${set.path}-copy --recipient age1…`,
    );
  });

  it('names the publisher that it is given', async () => {
    await exambench('pack', set.path, '--out', out, '--publisher', 'uni-x');
    const files = await openPackage(out);
    const manifest: unknown = JSON.parse(
      new TextDecoder().decode(files.get('extension/package.json')),
    );
    expect(manifest).toMatchObject({ publisher: 'uni-x' });
    expect(contributionOf(manifest).sets).toHaveLength(1);
  });

  it('prints the problems of a set and packs nothing', async () => {
    await set.put('first/task.yaml', (SMALL_SET['first/task.yaml'] ?? '').replace('points: 2', ''));
    const { code, out: said } = await exambench('pack', set.path, '--out', out);
    expect(code).toBe(1);
    expect(said).toMatch(/^first\/task\.yaml:\d+:\d+: .*points/m);
    expect(said).toContain('Not packed.');
    expect(await readdir(folder)).toEqual([]);
  });

  it('packs an exam without its solutions', async () => {
    await set.put('taskset.yaml', `${SMALL_SET['taskset.yaml'] ?? ''}mode: exam\n`);
    const { code } = await exambench('pack', set.path, '--out', out);
    expect(code).toBe(0);
    const bytes = await readFile(out);
    expect(bytes.includes('Which one?')).toBe(true);
    expect(bytes.includes('Because of that')).toBe(false);
  });

  it.each([
    ['no set', [], 'expected one folder'],
    ['no file to write', ['set'], 'expected --out FILE.vsix'],
    ['a file of another kind', ['set', '--out', 'x.zip'], 'expected --out FILE.vsix'],
    [
      'two packages',
      ['set', '--out', 'x.vsix', '--target', 'linux-x64', '--with-extension', 'y'],
      'not both',
    ],
    ['no such platform', ['set', '--out', 'x.vsix', '--target', '../..'], 'expected a platform'],
    ['a platform without a package', ['set', '--out', 'x.vsix', '--target', 'a-b'], 'no package'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, err } = await exambench('pack', ...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('says what is wrong with a publisher or a package', async () => {
    const bad = await exambench('pack', set.path, '--out', out, '--publisher', 'no spaces');
    expect(bad.code).toBe(2);
    expect(bad.err).toContain('publisher');
    const other = join(folder, 'other.vsix');
    await writeFile(other, 'not a package');
    const { code, err } = await exambench(
      'pack',
      set.path,
      '--out',
      out,
      '--with-extension',
      other,
    );
    expect(code).toBe(2);
    expect(err).toContain('the package cannot be read');
  });
});
