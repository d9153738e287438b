import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exambench } from '../support/commandLine.ts';

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'new-'));
});
afterAll(() => rm(parent, { recursive: true }));

const headOf = (folder: string): Promise<string> => readFile(join(folder, 'taskset.yaml'), 'utf8');

describe('exambench new', () => {
  it('makes a set that is right, named after its folder', async () => {
    const folder = join(parent, 'Linear_Algebra 2');
    const { code, out, err } = await exambench('new', folder);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`exambench validate ${folder}`);
    const head = await headOf(folder);
    expect(head).toMatch(/^id: linear-algebra-2 # /m);
    expect(head).toMatch(/^title: Linear Algebra 2$/m);
    const validation = await exambench('validate', folder, '--no-run');
    expect(validation.out).toContain('linear-algebra-2: no problems');
  });

  it('takes id, title and language as given', async () => {
    const folder = join(parent, 'chosen');
    const title = 'Größen: 100 % "sicher" # und $x$';
    await exambench('new', folder, '--id', 'g-1', '--title', title, '--language', 'de');
    const { out } = await exambench('validate', folder, '--no-run', '--json');
    expect(JSON.parse(out)).toMatchObject({ taskSet: 'g-1', valid: true });
    expect(await headOf(folder)).toContain('language: de #');
    expect(await headOf(folder)).toContain(`title: 'Größen: 100 % "sicher" # und $x$'`);
  });

  it('leaves a folder alone in which something lies, and names it', async () => {
    const folder = await mkdtemp(join(parent, 'full-'));
    await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => writeFile(join(folder, name), '')),
    );
    const { code, err } = await exambench('new', folder);
    expect(code).toBe(2);
    expect(err).toBe(`exambench new: ${folder} is not empty: there is a, b, c, d, e and 2 more\n`);
    expect(await readdir(folder)).toHaveLength(7);
  });

  it('refuses an id that is none, and writes nothing', async () => {
    const folder = join(parent, 'refused');
    const { code, err } = await exambench('new', folder, '--id', 'My Set');
    expect(code).toBe(2);
    expect(err).toContain(
      'id: expected an id of lower-case letters, digits and single dashes, found "My Set"',
    );
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('asks for one folder', async () => {
    const { code, err } = await exambench('new');
    expect(code).toBe(2);
    expect(err).toContain('expected one folder');
  });
});
