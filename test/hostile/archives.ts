/** Archives that are made to harm: each with what has to be said against it. And honest ones of the world's many writers. */

import { crc32, deflateRawSync } from 'node:zlib';
import { seededRandom } from '../../src/core/random.ts';
import {
  descriptorOf,
  type MadeArchive,
  type MadeEntry,
  makeZip,
  u16,
  u32,
  u64,
} from '../support/zipMaker.ts';

export interface HostileArchive {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** of the problem's text */
  readonly says: RegExp;
}

const HONEST: MadeEntry = { name: 'manifest.json', content: '{"format": 1}' };
const MiB = 1024 * 1024;

function hostile(name: string, says: RegExp, archive: MadeArchive): HostileArchive {
  return { name, says, bytes: makeZip(archive) };
}

const entry = (title: string, says: RegExp, made: MadeEntry): HostileArchive =>
  hostile(title, says, { entries: [HONEST, { content: 'x', ...made }] });

/** At least 200, the same every time. */
export function* hostileArchives(): Generator<HostileArchive> {
  yield* names();
  yield* twins();
  yield* specialFiles();
  yield* lies();
  yield* bombs();
  yield* endings();
  yield* damages();
}

const NAMES: readonly (readonly [string, RegExp])[] = [
  ['../evil.txt', /out of the folder/],
  ['../../../../etc/passwd', /out of the folder/],
  ['a/../../evil', /out of the folder/],
  ['a/..', /out of the folder/],
  ['..', /out of the folder/],
  ['./a', /folder '\.'/],
  ['a/./b', /folder '\.'/],
  ['/etc/passwd', /absolute/],
  ['//server/share/file', /absolute/],
  ['a//b', /empty folder name/],
  ['C:/Windows/evil.dll', /drive/],
  ['c:evil', /drive/],
  ['file.txt:stream', /Windows does not allow/],
  ['..\\evil.txt', /backslash/],
  ['a\\b', /backslash/],
  ['\\\\server\\share', /backslash/],
  ['a\u0000b', /control/],
  ['a\u0000.txt', /control/],
  ['a\nb', /control/],
  ['a\rb', /control/],
  ['a\u001b[2Jb', /control/],
  ['a\u007fb', /control/],
  ['a\u0085b', /control/],
  ['a\u202egpj.exe', /invisible/],
  ['a\u200bb', /invisible/],
  ['a\u2066b', /invisible/],
  ['\ufeffmanifest.json', /invisible/],
  ['a\u2028b', /invisible/],
  ['a\ue000b', /invisible/],
  ['a\u00adb', /invisible/],
  ['a<b', /Windows does not allow/],
  ['a>b', /Windows does not allow/],
  ['a|b', /Windows does not allow/],
  ['a?b', /Windows does not allow/],
  ['a*b', /Windows does not allow/],
  ['a"b', /Windows does not allow/],
  ['CON', /devices/],
  ['con.txt', /devices/],
  ['a/NUL', /devices/],
  ['nul.tar.gz', /devices/],
  ['AUX/b', /devices/],
  ['prn', /devices/],
  ['COM1', /devices/],
  ['com9.log', /devices/],
  ['LPT1.txt', /devices/],
  ['COM¹', /devices/],
  ['CONIN$', /devices/],
  ['a.', /dot or a blank/],
  ['a ', /dot or a blank/],
  ['a/b. ', /dot or a blank/],
  ['... ', /dot or a blank/],
  ['...', /dot or a blank/],
  [' a', /blank at the beginning/],
  ['', /no name/],
  ['/', /absolute/],
  ['x'.repeat(201), /201 characters/],
  ['x'.repeat(60_000), /60000 characters/],
  ['d/'.repeat(99) + 'f', /100 folders deep/],
  ['a/b/c/d/e/f/g/h/i', /9 folders deep/],
];

const RAW_NAMES: readonly (readonly [string, readonly number[]])[] = [
  ['Latin-1', [0x66, 0xfc, 0x72]],
  ['overlong slash', [0x61, 0xc0, 0xaf, 0x62]],
  ['overlong dot', [0xc0, 0xae, 0xc0, 0xae, 0x2f, 0x61]],
  ['lone surrogate', [0xed, 0xa0, 0x80]],
  ['cut sequence', [0x61, 0xe2, 0x82]],
  ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ['continuation first', [0x80, 0x61]],
  ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
];

function* names(): Generator<HostileArchive> {
  for (const [name, says] of NAMES) {
    yield entry(`name ${JSON.stringify(name.slice(0, 30))}`, says, { name });
  }
  for (const [title, bytes] of RAW_NAMES) {
    yield entry(`name in ${title}`, /UTF-8/, { name: Uint8Array.from(bytes) });
    yield entry(`name in ${title}, without the flag`, /UTF-8/, {
      name: Uint8Array.from(bytes),
      flags: 0,
    });
  }
  const named = (second: string): Buffer => {
    const data = Buffer.concat([
      Buffer.from([1]),
      u32(crc32(Buffer.from('good.txt'))),
      Buffer.from(second),
    ]);
    return Buffer.concat([u16(0x7075, data.length), data]);
  };
  for (const second of ['../evil', 'other.txt', '/etc/passwd']) {
    yield entry(`second name ${second}`, /one name/, { name: 'good.txt', extra: named(second) });
  }
}

const TWINS: readonly (readonly [string, string])[] = [
  ['a.txt', 'a.txt'],
  ['a.txt', 'A.TXT'],
  ['Straße', 'STRASSE'],
  ['\u00e9', 'e\u0301'],
  ['\u212b', '\u00c5'],
  ['ﬁle', 'file'],
  ['ａ', 'a'],
  ['code/a', 'CODE/A'],
  ['x/', 'X'],
  ['x', 'x/'],
  ['x', 'x/y'],
  ['x/y', 'X'],
  ['x/y/z', 'x/y'],
  ['ſ', 's'],
];

function* twins(): Generator<HostileArchive> {
  for (const [first, second] of TWINS) {
    const made = [first, second].map((name) => ({
      name,
      mode: 0,
      content: name.endsWith('/') ? '' : 'x',
    }));
    const says = /every file once|to be a folder/;
    yield hostile(`${JSON.stringify(first)} and ${JSON.stringify(second)}`, says, {
      entries: made,
    });
  }
  yield hostile('the manifest twice', /every file once/, { entries: [HONEST, HONEST] });
}

const MODES: readonly (readonly [string, number, RegExp])[] = [
  ['symbolic link', 0o120777, /symbolic link/],
  ['socket', 0o140777, /file mode/],
  ['block device', 0o060660, /file mode/],
  ['character device', 0o020666, /file mode/],
  ['pipe', 0o010644, /file mode/],
  ['folder as a file', 0o040755, /file mode/],
  ['setuid', 0o104755, /file mode/],
  ['setgid', 0o102755, /file mode/],
  ['sticky', 0o101755, /file mode/],
  ['unknown kind', 0o170777, /file mode/],
];

function* specialFiles(): Generator<HostileArchive> {
  for (const [title, mode, says] of MODES) {
    yield entry(title, says, { name: 'a', mode, content: '/etc/passwd' });
    yield entry(`${title}, made by macOS`, says, { name: 'a', mode, madeBy: 19 << 8 });
    yield entry(`${title}, said to be of DOS`, says, { name: 'a', mode, madeBy: 0 });
  }
  yield entry('link with a slash', /symbolic link/, { name: 'a/', mode: 0o120777, content: '' });
  yield entry('file with a slash', /file mode/, { name: 'a/', mode: 0o100644, content: '' });
  yield entry('folder with bytes', /folder with bytes/, { name: 'a/', mode: 0o040755 });
  yield entry('folder of DOS', /folder as a file/, { name: 'a', attributes: 0x10, madeBy: 0 });
  for (const flags of [0x1, 0x801, 0x41, 0x2000, 0x2041]) {
    yield entry(`encrypted, flags ${flags}`, /encrypt/, {
      name: 'a',
      flags,
      method: 0,
      packedSize: 1 + 12 * (flags & 1),
    });
  }
  yield entry('patch', /patch/, { name: 'a', flags: 0x20 });
  for (const method of [1, 6, 9, 12, 14, 93, 95, 98, 99, 0xffff]) {
    yield entry(`method ${method}`, /compression method/, {
      name: 'a',
      method,
      packed: Buffer.from('x'),
    });
  }
}

function* lies(): Generator<HostileArchive> {
  const text = 'the quick brown fox jumps over the lazy dog '.repeat(4);
  const packed = deflateRawSync(text);
  const made = (title: string, says: RegExp, lie: Partial<MadeEntry>) =>
    entry(title, says, { name: 'a', content: text, ...lie });
  yield made('less than announced', /expected 177 bytes, found 176/, { size: 177 });
  yield made('more than announced', /found more/, { size: 175 });
  yield made('a byte announced', /found more/, { size: 1 });
  yield made('nothing announced', /found more|expected 0 bytes/, { size: 0 });
  yield made('stored with other sizes', /size mismatch/, { method: 0, size: 9 });
  yield made('wrong checksum', /checksum/, { crc: 1 });
  yield made('no checksum', /checksum/, { crc: 0 });
  yield made('bytes behind the stream', /behind it/, {
    packed: Buffer.concat([packed, Buffer.from('more')]),
  });
  yield made('a second stream behind', /behind it/, { packed: Buffer.concat([packed, packed]) });
  yield made('cut stream', /deflated bytes/, { packed: packed.subarray(0, packed.length - 4) });
  yield made('no stream', /deflated bytes/, { packed: Buffer.alloc(0) });
  yield made('noise as stream', /deflated bytes|found more|behind/, {
    packed: Buffer.alloc(99, 0xb7),
  });
  yield made('reserved block', /deflated bytes/, { packed: Buffer.from([0x07]) });
  yield made('packed size beyond the file', /overflows/, { packedSize: 1e6 });
  yield made('packed size of 4 GiB', /whole zip|begin where/, { packedSize: 0xffffffff });
  for (const [what, local] of [
    ['name', { name: 'b' }],
    ['path', { name: '../../a' }],
    ['method', { method: 0 }],
    ['encryption', { flags: 0x0801 }],
    ['size', { size: 3 }],
    ['checksum', { crc: 3 }],
  ] as const) {
    yield made(`another ${what} in front`, /in front of its bytes/, { local });
  }
  const at = (offset: number) => made(`offset ${offset}`, /in front of|whole zip/, { offset });
  yield* [0, 1, 30, 5000, 0x7fffffff, 0xfffffffe].map(at);
  const zip64 = (...values: bigint[]) => {
    const data = u64(...values);
    return Buffer.concat([u16(1, data.length), data]);
  };
  yield made('zip64 size', /at most/, { size: 0xffffffff, extra: zip64(1n << 50n) });
  yield made('zip64 without its value', /whole zip/, { size: 0xffffffff, extra: zip64() });
  yield made('zip64 offset', /whole zip/, { offset: 0xffffffff, extra: zip64(1n << 40n) });
  yield made('zip64 packed size', /whole zip|begin where/, {
    packedSize: 0xffffffff,
    extra: zip64(1n << 40n),
  });
  yield made('extra field too long', /whole zip/, { extra: u16(0x5455, 999) });
  const inner = { name: 'b', content: text };
  const quoted = makeZip({ entries: [inner] });
  const quoting = {
    name: 'a',
    method: 0,
    content: quoted.subarray(0, quoted.indexOf('PK\u0001\u0002')),
  };
  const entries = [quoting, { ...inner, offset: 31 }];
  yield hostile('a file inside the bytes of another', /begin where/, { entries });
}

function* bombs(): Generator<HostileArchive> {
  const zeros = Buffer.alloc(80 * MiB);
  const packed = deflateRawSync(zeros, { level: 9 });
  yield entry('80 MiB of zeros', /at most/, { name: 'a', content: zeros, packed });
  yield entry('80 MiB of zeros, said to be 1 KiB', /found more/, { name: 'a', packed, size: 1024 });
  yield entry('80 MiB of zeros, said to be just within', /found more/, {
    name: 'a',
    packed,
    size: 16 * MiB,
  });
  const part = Buffer.alloc(15 * MiB);
  const partly = { content: part, packed: deflateRawSync(part) };
  const many = Array.from({ length: 9 }, (_, index) => ({ name: `p${index}`, ...partly }));
  yield hostile('nine times 15 MiB', /in all files/, { entries: many });
  const count = (entries: number): MadeEntry[] =>
    Array.from({ length: entries }, (_, index) => ({
      name: `${index}`,
      method: 0,
      crc: 0,
      packed: Buffer.alloc(0),
    }));
  yield hostile('2001 files', /at most 2000 files/, { entries: count(2001) });
  const crowd = count(70_000);
  yield hostile('70 000 files', /at most 2000 files/, { entries: crowd, count: 70_000 % 65_536 });
  yield hostile('70 000 files, said to be one', /list of files|begin where|every/, {
    entries: crowd,
    count: 1,
  });
  yield hostile('70 000 files in zip64', /zip64/, { entries: crowd, count: 0xffff });
}

function* endings(): Generator<HostileArchive> {
  const entries = [HONEST];
  const made = (title: string, says: RegExp, lie: Omit<MadeArchive, 'entries'>) =>
    hostile(title, says, { entries, ...lie });
  yield made('bytes behind the end', /after a comment/, { suffix: Buffer.from('more') });
  yield made('another zip behind the end', /begin where|list of files/, {
    suffix: makeZip({ entries }),
  });
  yield made('a script in front', /begin where|list of files|signature/, {
    prefix: Buffer.from('#!/bin/sh\nrm -rf ~\n'),
  });
  yield made('bytes between files and list', /begin where/, { beforeList: Buffer.from('hidden') });
  yield made('bytes between list and end', /list of files to end/, {
    beforeEnd: Buffer.from('hidden'),
  });
  yield made('an end in the comment', /list of files to end|archive in several|zip/, {
    comment: Buffer.concat([u32(0x06054b50), Buffer.alloc(18)]),
  });
  yield made('comment longer than the file', /after a comment/, { commentLength: 99 });
  yield made('comment cut', /after a comment/, {
    comment: Buffer.from('comment'),
    commentLength: 3,
  });
  yield made('on the second disk', /in several/, { disk: 1 });
  yield made('a part of the list', /in several/, { countHere: 0 });
  yield made('list of no bytes', /list of files to end/, { listBytes: 0 });
  yield made('list beyond the end', /list of files to end|zip64/, { listStart: 0xfffffff0 });
  yield made('list at the start', /list of files to end/, { listStart: 0 });
  yield made('list in zip64', /zip64/, { listStart: 0xffffffff });
  yield made('more files than listed', /whole zip/, { count: 2 });
  yield made('fewer files than listed', /begin where|list of files/, { count: 0 });
  const locator = Buffer.concat([u32(0x07064b50, 0), u64(0n), u32(1)]);
  yield made('with a zip64 end', /zip64/, { beforeEnd: locator, listBytes: 59 });
  for (const [title, bytes] of [
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from('P')],
    ['a signature', u32(0x06054b50)],
    ['zeros', Buffer.alloc(100_000)],
    ['a text', Buffer.from('my exam')],
    ['a tar', Buffer.concat([Buffer.from('manifest.json'), Buffer.alloc(2000)])],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['signatures only', Buffer.concat(Array.from({ length: 5000 }, () => u32(0x06054b50)))],
  ] as const) {
    yield {
      name: `${title} for a zip`,
      bytes,
      says: /zip archive|after a comment|list of files|in several|zip64/,
    };
  }
}

/** Honest archives, cut and noised: whatever is said, it is said. */
function* damages(): Generator<HostileArchive> {
  const random = seededRandom(5);
  const honest = makeZip({ entries: [HONEST, { name: 'b', content: 'text '.repeat(99) }] });
  for (let number = 0; number < 30; number++) {
    const end = 1 + Math.floor(random() * (honest.length - 2));
    yield { name: `cut at ${end}`, bytes: honest.subarray(0, end), says: /expected/ };
  }
}

/** Of writers with habits of their own: each has to read. */
export function* honestArchives(): Generator<{
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly files: readonly string[];
}> {
  const text = 'some text '.repeat(20);
  const one = (
    name: string,
    made: Partial<MadeEntry> & { readonly name?: string },
    around: Partial<MadeArchive> = {},
  ) => ({
    name,
    bytes: makeZip({ entries: [{ name: 'a.txt', content: text, ...made }], ...around }),
    files: [made.name ?? 'a.txt'],
  });
  const packed = deflateRawSync(text);
  const content = Buffer.from(text);
  yield one('deflated', {});
  yield one('stored', { method: 0 });
  yield one('empty file', { content: '' });
  yield one('empty file, deflated', { content: '', method: 8 });
  yield one('made on DOS', { madeBy: 0, attributes: 0x20, flags: 0 });
  yield one('made on macOS', { madeBy: 19 << 8 });
  yield one('made without any mode', { mode: 0 });
  yield one('read only', { mode: 0o100444 });
  yield one('executable', { mode: 0o100755 });
  yield one('with a comment', {}, { comment: Buffer.from('made with love') });
  yield one('with a long comment', {}, { comment: Buffer.alloc(0xffff, 0x20) });
  yield one('with times of Unix', {
    extra: Buffer.concat([u16(0x5455, 5), Buffer.from([1]), u32(1)]),
  });
  yield one('with owners of Unix', {
    extra: Buffer.concat([u16(0x7875, 4), Buffer.from([1, 1, 0, 1])]),
  });
  yield one('with times in front only', {
    local: { extra: Buffer.concat([u16(0x5455, 5), Buffer.from([1]), u32(1)]) },
  });
  const later = { flags: 0x0808, descriptor: descriptorOf(content, packed) };
  yield one('sizes behind the bytes', later);
  yield one('sizes behind the bytes, unsigned', {
    ...later,
    descriptor: later.descriptor.subarray(4),
  });
  const large = Buffer.concat([
    u32(0x08074b50, crc32(content)),
    u64(BigInt(packed.length), BigInt(content.length)),
  ]);
  yield one('sizes behind the bytes, of 64 bits', { ...later, descriptor: large });
  yield one('best compression', { packed: deflateRawSync(text, { level: 9 }), flags: 0x0802 });
  yield one('no compression', { packed: deflateRawSync(text, { level: 0 }) });
  yield one('name of two alphabets', { name: 'Übung-学生.txt' });
  yield one('name in UTF-8 without the flag', { name: 'Übung.txt', flags: 0 });
  yield one('name with blanks', { name: 'my exam (2).txt' });
  yield one('name with a dot in front', { name: '.exambench' });
  yield* folders(text);
}

function* folders(text: string): ReturnType<typeof honestArchives> {
  const folder = (name: string, mode = 0o040755): MadeEntry => ({ name, mode, content: '' });
  const file = (name: string): MadeEntry => ({ name, content: text });
  const made = (name: string, entries: readonly MadeEntry[], files: readonly string[]) => ({
    name,
    files,
    bytes: makeZip({ entries }),
  });
  yield made('nothing at all', [], []);
  yield made('a file in a folder', [file('a/b/c.txt')], ['a/b/c.txt']);
  yield made(
    'folders of their own',
    [folder('a/'), folder('a/b/'), file('a/b/c.txt')],
    ['a/b/c.txt'],
  );
  yield made('folders of a group', [folder('a/', 0o042775), file('a/b')], ['a/b']);
  yield made('folders of DOS', [{ name: 'a/', attributes: 0x10, madeBy: 0, content: '' }], []);
  yield made(
    'macOS with its shadows',
    [file('a/b'), file('__MACOSX/a/._b'), file('a/.DS_Store')],
    ['a/b'],
  );
  yield made(
    'Windows with its thumbs',
    [file('a/b'), file('a/Thumbs.db'), file('desktop.ini')],
    ['a/b'],
  );
  yield made('a folder after its file', [file('a/b'), folder('a/')], ['a/b']);
  yield made(
    'names that begin alike',
    [file('a'), file('a.b'), file('ab/c')],
    ['a', 'a.b', 'ab/c'],
  );
  const many = Array.from({ length: 2000 }, (_, index) => `f/${index}`);
  yield made('2000 files', many.map(file), many);
}
