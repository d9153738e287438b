import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findSubmissions } from '../../../src/runtime/grading/submissionFiles.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'submissions-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), '');
  }
}

async function names(): Promise<string[]> {
  return (await findSubmissions(folder)).map(({ submission }) => submission);
}

it('archives, encrypted archives and answers files are submissions; nothing else is', async () => {
  await put('a.zip', 'b.zip.age', 'c.json', 'd.txt', '.hidden.zip', '.git/e.zip');
  await symlink('/etc/passwd', join(folder, 'link.zip'));
  expect(await findSubmissions(folder)).toMatchObject([
    { submission: 'a', form: 'archive', encrypted: false },
    { submission: 'b', form: 'archive', encrypted: true },
    { submission: 'c', form: 'answers', encrypted: false },
  ]);
});

it('folders that a learning platform makes for each student are looked into', async () => {
  await put('Ada Lovelace_17/exam.zip', 'Kurt Gödel_18/exam.zip');
  expect(await names()).toEqual([
    expect.stringMatching(/^Ada-Lovelace_17-exam-[0-9a-f]{8}$/),
    expect.stringMatching(/^Kurt-G-del_18-exam-[0-9a-f]{8}$/),
  ]);
  expect((await findSubmissions(folder)).map(({ file }) => file)).toEqual([
    'Ada Lovelace_17/exam.zip',
    'Kurt Gödel_18/exam.zip',
  ]);
});

it('names are file names everywhere, one for each submission, and stay when others come', async () => {
  await put('x.zip', 'X.zip', '--x.zip', 'ü.zip', 'ö.zip', 'y.zip', 'y.json');
  const first = await names();
  expect(new Set(first.map((name) => name.toLowerCase())).size).toBe(7);
  expect(first.every((name) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name))).toBe(true);
  await put('z.zip', 'ä.zip');
  expect(await names()).toEqual(expect.arrayContaining(first));
});

it('a name of a thousand letters is cut', async () => {
  await put(`${'a'.repeat(120)}/${'b'.repeat(120)}.zip`);
  const [name = ''] = await names();
  expect(name.length).toBeLessThan(120);
});
