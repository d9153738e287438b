import { Buffer } from 'node:buffer';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKeyPair } from '../../src/runtime/seal/identities.ts';
import { seal } from '../../src/runtime/seal/seal.ts';
import { BREAKAGES, repacked } from '../support/brokenSubmissions.ts';
import { exambench } from '../support/commandLine.ts';
import { submissionOf } from '../support/submissions.ts';
import { smallSet } from '../support/taskSet.ts';

const ANSWERS = {
  '1': { selected: ['a'] },
  '3a': { text: 'So\u001b[2J be it.' },
  '3b': { files: { 'attack.ts': 'one\ntwo\n' } },
};

let folder: string;
let whole: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'submission-'));
  whole = await submissionOf(smallSet(), ANSWERS, { student: 'Ada\u202e Lovelace', variant: 3 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function shown(bytes: Uint8Array, ...more: readonly string[]) {
  const file = join(folder, 'handed-in.zip');
  await writeFile(file, bytes);
  return await exambench('submission', file, ...more);
}

describe('exambench submission', () => {
  it('tells who handed in what, with every file, the answers in short and the receipt', async () => {
    const { code, out } = await shown(whole);
    expect(code).toBe(0);
    expect(out).toContain('small 1.0.0, variant 3');
    expect(out).toMatch(/Receipt +(\w{4}-){3}\w{4}\n/);
    expect(out).toMatch(/as handed in +\d+ B {2}code\/attack\.ts\n/);
    expect(out).toContain('1      selected a\n');
    expect(out).toContain('3b     attack.ts: 3 lines\n');
    expect(out.endsWith('It is whole.\n')).toBe(true);
  });

  it('prints no sign that a terminal obeys', async () => {
    const { out } = await shown(whole);
    expect(out).toContain(String.raw`Ada\u202e Lovelace`);
    expect(out).toContain(String.raw`So\u001b[2J be it.`);
    for (const sign of ['\u001b', '\u202e']) expect(out).not.toContain(sign);
  });

  it('names every file that is not as it was', async () => {
    const changed = await repacked(whole, (files) => {
      files.set('code/attack.ts', Buffer.from('other'));
      files.set('code/more.ts', Buffer.from('more'));
    });
    const { code, out } = await shown(changed);
    expect(code).toBe(1);
    expect(out).toMatch(/CHANGED .* code\/attack\.ts\n/);
    expect(out).toMatch(/ADDED .* code\/more\.ts\n/);
    expect(out).toMatch(/as handed in .* answers\.json\n/);
    expect(out).toContain('It was changed after handing in');
  });

  it.each(Object.entries(BREAKAGES))(
    'of one that is %s exits as it should',
    async (_, { cause, of }) => {
      const { code, out, err } = await shown(await of(whole));
      expect([code, err]).toEqual([cause === 'ok' ? 0 : 1, '']);
      if (cause === 'not-gradable') expect(out).toMatch(/^It cannot be graded:\n[^]*\.\n$/);
    },
  );

  it('opens an encrypted one with the key, and asks for it otherwise', async () => {
    const { identity, recipient } = await newKeyPair();
    const key = join(folder, 'key.txt');
    await writeFile(key, identity);
    const sealed = await seal(whole, [recipient]);
    expect((await shown(sealed)).err).toContain('is encrypted: --key FILE is missing');
    const { code, out } = await shown(sealed, '--key', key, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      whole: true,
      manifest: { taskSet: 'small' },
      answers: ANSWERS,
      files: [{ path: 'answers.json', state: 'same' }, { path: 'code/attack.ts' }, {}],
    });
  });

  it('says of an answers file what it is, and what reads it', async () => {
    const answers = JSON.stringify({ taskSet: 'small', answers: ANSWERS });
    const { code, err } = await shown(new TextEncoder().encode(answers));
    expect(code).toBe(2);
    expect(err).toContain('is an answers file, not a submission: exambench check and');
  });

  it('says which file there is not', async () => {
    const { code, err } = await exambench('submission', join(folder, 'nothing.zip'));
    expect([code, err]).toEqual([2, expect.stringContaining('there is no file or folder')]);
  });
});
