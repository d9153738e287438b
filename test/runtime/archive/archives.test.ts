import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveProblemText } from '../../../src/runtime/archive/archiveProblem.ts';
import { type ArchiveLimits } from '../../../src/runtime/archive/limits.ts';
import { readArchive } from '../../../src/runtime/archive/readArchive.ts';
import { writeArchive } from '../../../src/runtime/archive/writeArchive.ts';
import { hostileArchives, honestArchives } from '../../hostile/archives.ts';
import { makeZip } from '../../support/zipMaker.ts';

const MiB = 1024 * 1024;
const LIMITS: ArchiveLimits = {
  bytes: 64 * MiB,
  entries: 2000,
  fileBytes: 16 * MiB,
  totalBytes: 128 * MiB,
  deepest: 8,
};

async function saidOf(bytes: Uint8Array, limits = LIMITS): Promise<string> {
  const read = await readArchive(bytes, limits);
  return read.ok ? `read ${[...read.value.keys()].join(' ')}` : archiveProblemText(read.error);
}

describe('hostile archives', () => {
  it('are refused, all of them, with what is wrong and nothing that acts on a terminal', async () => {
    let count = 0;
    for (const { name, bytes, says } of hostileArchives()) {
      const said = await saidOf(bytes);
      expect(said, name).toMatch(says);
      expect(said, name).toMatch(/expected .+, found ./s);
      expect(said, name).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      expect(said.length, name).toBeLessThan(500);
      count += 1;
    }
    expect(count).toBeGreaterThanOrEqual(200);
  });

  it('are refused for their size before anything is unpacked', async () => {
    expect(await saidOf(Buffer.alloc(2 * MiB), { ...LIMITS, bytes: MiB })).toMatch(
      /at most 1048576/,
    );
  });

  it('never hide a file behind a name that is not expected', async () => {
    const bytes = makeZip({ entries: [{ name: 'a' }, { name: 'b' }] });
    const allows = (name: string) => name === 'a';
    expect(await saidOf(bytes, { ...LIMITS, allows })).toMatch(/"b": expected no such file/);
  });

  it('change no bit unnoticed that matters for what is read', async () => {
    const files = new Map([['a.txt', Buffer.from('some text '.repeat(9))]]);
    const bytes = await writeArchive(files);
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const read = await readArchive(flipped, LIMITS);
      const contents = read.ok ? [...read.value.values()].map(String) : ['some text '.repeat(9)];
      expect(contents, `bit ${bit}`).toEqual(['some text '.repeat(9)]);
    }
  });
});

describe('honest archives', () => {
  it.each([...honestArchives()])('read: $name', async ({ bytes, files }) => {
    const read = await readArchive(bytes, LIMITS);
    expect(read.ok ? [...read.value.keys()] : archiveProblemText(read.error)).toEqual(files);
  });

  it('come back as they were written, in the same bytes whatever the order', async () => {
    const files = new Map([
      ['b/c.bin', Buffer.from([0, 255, 1])],
      ['a.txt', Buffer.from('text')],
      ['empty', Buffer.alloc(0)],
    ]);
    const bytes = await writeArchive(files);
    const read = await readArchive(bytes, LIMITS);
    expect(read.ok && read.value).toEqual(new Map([...files].toSorted()));
    expect((await writeArchive(new Map([...files].toReversed()))).equals(bytes)).toBe(true);
  });

  const writers = [
    ['zip', ['-q', '-r', 'out.zip', 'a.txt', 'b']],
    ['python3', ['-m', 'zipfile', '-c', 'out.zip', 'a.txt', 'b']],
  ] as const;
  it.each(writers.filter(([program]) => isInstalled(program)))(
    'of %s read',
    async (program, args) => {
      const folder = mkdtempSync(join(tmpdir(), 'archive-'));
      try {
        writeFileSync(join(folder, 'a.txt'), 'text '.repeat(99));
        writeFileSync(join(folder, 'b'), '');
        execFileSync(program, args, { cwd: folder });
        const read = await readArchive(readFileSync(join(folder, 'out.zip')), LIMITS);
        expect(
          read.ok ? [...read.value.keys()].toSorted() : archiveProblemText(read.error),
        ).toEqual(['a.txt', 'b']);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
