import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askPassphrase, choosePassphrase } from '../../src/cli/passphrase.ts';
import { newKeyPair } from '../../src/runtime/seal/identities.ts';
import { openSealed } from '../../src/runtime/seal/sealedSet.ts';
import { loadTaskSet } from '../../src/runtime/taskSetFiles.ts';
import { exambench } from '../support/commandLine.ts';
import { SetFolder } from '../support/setFolder.ts';
import { SMALL_SET } from '../support/taskSet.ts';

const EXAM = {
  ...SMALL_SET,
  'taskset.yaml': `${SMALL_SET['taskset.yaml'] ?? ''}mode: exam\n`,
};

describe('exambench publish', () => {
  let out = '';
  let exam: SetFolder;
  let practice: SetFolder;
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'published-'));
    exam = await SetFolder.create(EXAM);
    practice = await SetFolder.create();
  });
  afterAll(async () => {
    await Promise.all([exam.remove(), practice.remove(), rm(out, { recursive: true })]);
  });

  it('explains keygen when an exam is sealed for nobody', async () => {
    const said = await exambench('publish', exam.path, '--out', join(out, 'none'));
    expect(said.code).toBe(2);
    expect(said.err).toContain('exambench keygen --out');
    expect(await readdir(out)).not.toContain('none');
  });

  it('puts the sealed set beside the copy, says what it removed, and recommends a second key', async () => {
    const { identity, recipient } = await newKeyPair();
    const folder = join(out, 'exam');
    const said = await exambench('publish', exam.path, '--out', folder, '--recipient', recipient);
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/3a +keeps .*prompt.*\n.*removed: modelAnswer, rubric/);
    expect(said.err).toContain('Two are better');
    expect((await readdir(folder)).toSorted()).toEqual(['exam.json', 'files']);
    const whole = await openSealed(await readFile(`${folder}.sealed.age`), [identity]);
    const copy = await loadTaskSet(folder);
    if (!whole.ok || !copy.ok) throw new Error('the copy or the sealed set cannot be read');
    expect(copy.value.commitment).toBe(whole.value.commitment);
    expect([...whole.value.files.keys()]).toContain('second/solution/attack.ts');
  });

  it('puts it into the copy where that is asked for', async () => {
    const keys = await Promise.all([newKeyPair(), newKeyPair()]);
    const recipients = keys.flatMap(({ recipient }) => ['--recipient', recipient]);
    const folder = join(out, 'with');
    const said = await exambench(
      'publish',
      exam.path,
      '--out',
      folder,
      ...recipients,
      '--sealed-in',
    );
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(await readdir(folder)).toContain('sealed.age');
    expect((await loadTaskSet(folder)).ok).toBe(true);
  });

  it('overwrites neither a folder nor a sealed set, and writes nothing into the set', async () => {
    const { recipient } = await newKeyPair();
    const full = join(out, 'full');
    await mkdir(full);
    await writeFile(join(full, 'mine.txt'), 'mine');
    await writeFile(join(out, 'sealed.sealed.age'), 'before');
    for (const [folder, reason] of [
      [full, 'is not empty'],
      [join(out, 'sealed'), 'is there already'],
      [join(exam.path, 'copy'), 'may not lie inside'],
    ] as const) {
      const said = await exambench('publish', exam.path, '--out', folder, '--recipient', recipient);
      expect(said.code).toBe(2);
      expect(said.err).toContain(reason);
    }
    expect(await readFile(join(out, 'sealed.sealed.age'), 'utf8')).toBe('before');
    expect(await readdir(exam.path)).not.toContain('copy');
  });

  it('makes a copy for practice that grades, without what its author keeps', async () => {
    const folder = join(out, 'practice');
    const said = await exambench('publish', practice.path, '--out', folder, '--json');
    const report = JSON.parse(said.out) as { files: string[]; leftOut: string[] };
    expect(report.files).toContain('second/solution/attack.ts');
    expect(report.leftOut).toEqual(['second/examples/slow.ts']);
    const copy = await loadTaskSet(folder);
    expect(copy.ok && copy.value.copy).toBe('student');
    expect(copy.ok && copy.value.mode).toBe('practice');
  });

  it('publishes no copy again', async () => {
    const folder = join(out, 'once');
    await exambench('publish', practice.path, '--out', folder);
    const said = await exambench('publish', folder, '--out', join(out, 'twice'));
    expect(said).toMatchObject({ code: 2 });
    expect(said.err).toContain('copy already');
  });

  it('names the places of problems', async () => {
    const broken = await SetFolder.create({ ...EXAM, 'second/3a.md': 'a ![](missing.svg)' });
    const said = await exambench('publish', broken.path, '--out', join(out, 'broken'));
    expect(said.code).toBe(1);
    expect(said.out).toContain('second/3a.md:1:3:');
    await broken.remove();
  });
});

describe('exambench keygen', () => {
  it('prints the public key of the file that it made', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keygen-'));
    const file = join(folder, 'my.key');
    const said = await exambench('keygen', '--out', file, '--no-passphrase', '--json');
    const { recipient } = JSON.parse(said.out) as { recipient: string };
    expect(await readFile(file, 'utf8')).toContain(`# public key: ${recipient}`);
    // nobody is asked for a passphrase first: here, where nobody could be, that would be said instead
    const again = await exambench('keygen', '--out', file);
    expect(again).toMatchObject({ code: 2 });
    expect(again.err).toContain('is there already');
    await rm(folder, { recursive: true });
  });
});

describe('a passphrase', () => {
  const typing = (lines: readonly string[]) => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const shown: string[] = [];
    const output = {
      write: (text: string) => {
        shown.push(text);
        const line = text.endsWith(': ') ? lines[asked++] : undefined;
        if (line !== undefined) setTimeout(() => input.write(`${line}\r`));
      },
    };
    let asked = 0;
    return { typist: { input, output, environment: {} }, shown };
  };

  it('is asked for twice, and never shown', async () => {
    const { typist, shown } = typing(['four random words', 'four random words']);
    expect(await choosePassphrase(typist)).toBe('four random words');
    expect(shown.join('')).not.toContain('random');
  });

  it('is refused when it differs the second time, or is short', async () => {
    await expect(choosePassphrase(typing(['long enough', 'otherwise']).typist)).rejects.toThrow(
      'differ',
    );
    await expect(choosePassphrase(typing(['short']).typist)).rejects.toThrow('at least 8');
  });

  it('is taken from the environment, and cannot be asked for without a terminal', async () => {
    const input = new PassThrough();
    const output = { write: () => undefined };
    const environment = { EXAMBENCH_PASSPHRASE: 'from the environment' };
    expect(await askPassphrase('a.key', { input, output, environment })).toBe(
      'from the environment',
    );
    const without = askPassphrase('a.key', { input, output, environment: {} });
    await expect(without).rejects.toThrow('EXAMBENCH_PASSPHRASE');
  });
});
