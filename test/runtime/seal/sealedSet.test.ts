import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../../../src/runtime/archive/writeArchive.ts';
import { newKeyPair } from '../../../src/runtime/seal/identities.ts';
import { open, seal } from '../../../src/runtime/seal/seal.ts';
import { commitmentTo, openSealed, sealSet } from '../../../src/runtime/seal/sealedSet.ts';

const FILES = new Map([
  ['taskset.yaml', Buffer.from('format: 1\n')],
  ['1-task/task.yaml', Buffer.from('title: One\n')],
]);

describe('a sealed task set', () => {
  it('comes back whole, with the commitment that the copy names', async () => {
    const { identity, recipient } = await newKeyPair();
    const salt = randomBytes(32);
    const opened = await openSealed(await sealSet(FILES, salt, [recipient]), [identity]);
    if (!opened.ok) throw new Error(opened.error);
    expect([...opened.value.files.keys()].toSorted()).toEqual([...FILES.keys()].toSorted());
    expect(Buffer.from(opened.value.files.get('taskset.yaml') ?? []).toString()).toBe(
      'format: 1\n',
    );
    expect(opened.value.commitment).toBe(commitmentTo(FILES, salt));
  });

  it('is committed to by what the files say, and by the salt', () => {
    const salt = Buffer.alloc(32, 1);
    const commitment = commitmentTo(FILES, salt);
    expect(commitmentTo(new Map([...FILES].toReversed()), salt)).toBe(commitment);
    expect(commitmentTo(FILES, Buffer.alloc(32, 2))).not.toBe(commitment);
    const changed = new Map([...FILES, ['taskset.yaml', Buffer.from('format: 2\n')]]);
    expect(commitmentTo(changed, salt)).not.toBe(commitment);
  });

  it('tells its length in steps of 4 KiB only', async () => {
    const { identity, recipient } = await newKeyPair();
    for (const length of [0, 1, 5000]) {
      const files = new Map([['a', randomBytes(length)]]);
      const zip = await open(await sealSet(files, Buffer.alloc(32), [recipient]), [identity]);
      expect(zip.ok && zip.value.length % 4096).toBe(0);
    }
  });

  it('is told from other things that were sealed', async () => {
    const { identity, recipient } = await newKeyPair();
    const letter = await openSealed(await seal(Buffer.from('a letter'), [recipient]), [identity]);
    expect(letter.ok ? '' : letter.error).toContain('there is no task set in it');
    const zip = await writeArchive(new Map([['other', Buffer.from('x')]]));
    const other = await openSealed(await seal(zip, [recipient]), [identity]);
    expect(other.ok ? '' : other.error).toContain('expected a salt');
  });
});
