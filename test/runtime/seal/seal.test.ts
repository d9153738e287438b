import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/random.ts';
import { newKeyPair, readIdentities } from '../../../src/runtime/seal/identities.ts';
import { makeKey } from '../../../src/runtime/seal/newKey.ts';
import { open, recipientComplaint, seal } from '../../../src/runtime/seal/seal.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/age/${name}`, import.meta.url));

const nobody = (): Promise<string> => Promise.reject(new Error('nobody to ask'));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

async function identitiesIn(file: string): Promise<readonly string[]> {
  const read = await readIdentities(file, nobody);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

describe('sealing', () => {
  it('opens for each of the keys that it was made for, and for no other', async () => {
    const [one, two, three] = await Promise.all([newKeyPair(), newKeyPair(), newKeyPair()]);
    const sealed = await seal(Buffer.from('secret'), [one.recipient, two.recipient]);
    expect(Buffer.from(sealed).includes('secret')).toBe(false);
    for (const { identity } of [one, two]) {
      const opened = await open(sealed, [identity]);
      expect(opened.ok && text(opened.value)).toBe('secret');
    }
    const other = await open(sealed, [three.identity]);
    expect(other).toEqual({ ok: false, error: 'it is sealed for other keys than this one' });
  });

  it('accepts no file in which a bit was turned', async () => {
    const { identity, recipient } = await newKeyPair();
    const sealed = await seal(Buffer.alloc(300, 'x'), [recipient]);
    const random = seededRandom(7);
    for (let turned = 0; turned < 400; turned += 1) {
      const spoilt = Buffer.from(sealed);
      const at = Math.floor(random() * spoilt.length);
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const opened = await open(spoilt, [identity]);
      expect(opened.ok, `bit of byte ${at}`).toBe(false);
    }
  });

  it('says what is wrong with a file that is cut off, or is none', async () => {
    const { identity, recipient } = await newKeyPair();
    const sealed = await seal(Buffer.alloc(300), [recipient]);
    const cut = await open(sealed.subarray(0, -1), [identity]);
    expect(cut).toEqual({ ok: false, error: expect.stringContaining('it is damaged') as string });
    const none = await open(Buffer.from('hello'), [identity]);
    expect(none).toEqual({ ok: false, error: 'it is no sealed file' });
  });

  it('refuses what is no public key, and a secret one above all', async () => {
    const { identity, recipient } = await newKeyPair();
    expect(recipientComplaint(recipient)).toBeUndefined();
    expect(recipientComplaint(identity)).toContain('found a secret key');
    expect(recipientComplaint('age1short')).toContain("found 'age1short'");
    const slip = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q');
    expect(recipientComplaint(slip)).toContain('there is a slip');
  });
});

describe('files of the program age', () => {
  it.each(['binary.age', 'armored.age'])('%s opens with a key of age-keygen', async (name) => {
    const opened = await open(
      await readFile(fixture(name)),
      await identitiesIn(fixture('course.key')),
    );
    expect(opened.ok && text(opened.value)).toBe('sealed by age 1.1.1');
  });

  it('do not open with another key', async () => {
    const sealed = await readFile(fixture('binary.age'));
    expect(await open(sealed, await identitiesIn(fixture('other.key')))).toMatchObject({
      ok: false,
    });
  });
});

describe('a new key', () => {
  let folder = '';
  const created = '2026-01-01T00:00:00.000Z';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is for its owner alone, and opens with its passphrase only', async () => {
    const file = join(folder, 'protected.key');
    const { recipient } = await makeKey({ file, passphrase: 'correct horse', created, logN: 10 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).not.toContain('AGE-SECRET-KEY');
    const read = await readIdentities(file, () => Promise.resolve('correct horse'));
    if (!read.ok) throw new Error(read.error);
    const opened = await open(await seal(Buffer.from('trial'), [recipient]), read.value);
    expect(opened.ok).toBe(true);
    const wrong = await readIdentities(file, () => Promise.resolve('wrong horse'));
    expect(wrong).toMatchObject({ ok: false });
    expect(wrong.ok ? '' : wrong.error).toContain('the passphrase is another one');
  });

  it('never takes the place of a file', async () => {
    const file = join(folder, 'mine.txt');
    await writeFile(file, 'mine');
    await expect(makeKey({ file, passphrase: undefined, created })).rejects.toThrow(
      'is there already',
    );
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('is read from a file as age-keygen writes it, and from no other', async () => {
    const file = join(folder, 'plain.key');
    const { recipient } = await makeKey({ file, passphrase: undefined, created });
    expect(await readFile(file, 'utf8')).toMatch(
      /^# created: 2026.*\n# public key: age1.*\nAGE-SECRET-KEY-1.*\n$/,
    );
    await writeFile(join(folder, 'public.key'), `${recipient}\n`);
    const read = await readIdentities(join(folder, 'public.key'), nobody);
    expect(read.ok ? '' : read.error).toContain('a public key opens nothing');
  });
});
