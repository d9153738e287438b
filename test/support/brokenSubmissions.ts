/** What becomes of submissions on their way: by name, what is done to a whole one, and what a grader has to say of it. */

import { Buffer } from 'node:buffer';
import { SUBMISSION_LIMITS } from '../../src/runtime/submission/submission.ts';
import { readArchive } from '../../src/runtime/archive/readArchive.ts';
import { writeArchive } from '../../src/runtime/archive/writeArchive.ts';

export interface Breakage {
  readonly cause: 'ok' | 'not-gradable' | 'tampered';
  readonly of: (whole: Uint8Array) => Promise<Uint8Array> | Uint8Array;
}

/** The files of a submission, to be changed and packed again. */
export async function repacked(
  whole: Uint8Array,
  change: (files: Map<string, Uint8Array>) => void,
): Promise<Uint8Array> {
  const read = await readArchive(whole, SUBMISSION_LIMITS);
  if (!read.ok) throw new Error('expected a whole submission');
  const files = new Map(read.value);
  change(files);
  return await writeArchive(files);
}

const changed = (cause: Breakage['cause'], change: (files: Map<string, Uint8Array>) => void) => ({
  cause,
  of: (whole: Uint8Array) => repacked(whole, change),
});

const replaced = (path: string, from: RegExp, to: string) => (files: Map<string, Uint8Array>) => {
  const text = Buffer.from(files.get(path) ?? []).toString('utf8');
  files.set(path, Buffer.from(text.replace(from, to)));
};

export const BREAKAGES: Readonly<Record<string, Breakage>> = {
  empty: { cause: 'not-gradable', of: () => new Uint8Array() },
  truncated: { cause: 'not-gradable', of: (whole) => whole.slice(0, whole.length / 2) },
  'no zip': { cause: 'not-gradable', of: () => Buffer.from('%PDF-1.7 my exam') },
  'other zip': {
    cause: 'not-gradable',
    of: () => writeArchive(new Map([['exam.docx', Buffer.from('my answers')]])),
  },
  'one byte flipped': {
    cause: 'not-gradable',
    of: (whole) => whole.map((byte, index) => (index === 60 ? byte ^ 0x20 : byte)),
  },
  'manifest is no JSON': changed('not-gradable', replaced('manifest.json', /^\{/, '')),
  'manifest of a newer format': changed(
    'not-gradable',
    replaced('manifest.json', /"format": 1/, '"format": 2'),
  ),
  'answer changed': changed('tampered', replaced('answers.json', /\}\s*$/, '\n}')),
  'answers removed': changed('tampered', (files) => files.delete('answers.json')),
  'file added': changed('tampered', (files) => files.set('code/more.ts', Buffer.from('more'))),
  'journal removed': changed('tampered', (files) => {
    for (const path of files.keys()) if (path.startsWith('journal/')) files.delete(path);
  }),
  'other records claimed': changed(
    'tampered',
    replaced('manifest.json', /"records": \d+/, '"records": 1'),
  ),
  'packed again in a folder': {
    cause: 'ok',
    of: (whole) =>
      repacked(whole, (files) => {
        for (const [path, bytes] of [...files]) {
          files.delete(path);
          files.set(`my exam/${path}`, bytes);
          files.set(`__MACOSX/my exam/${path.replaceAll('/', '._')}`, Buffer.from('Mac OS X'));
        }
      }),
  },
};
