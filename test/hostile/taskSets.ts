/**
 * Task sets spoiled by a seeded hand: bytes, lines and structure of their files. Each is as a folder would be read, so that
 * parsing goes the way of every set.
 */

import { type Random, seededRandom } from '../../src/core/random.ts';

/** path → text or bytes */
export type SetContent = ReadonlyMap<string, Buffer>;

export interface Mutant {
  /** what was done, in order */
  readonly done: readonly string[];
  readonly content: Map<string, Buffer>;
}

/** The mutant with this number; the same every time. */
export function mutantOf(content: SetContent, number: number): Mutant {
  const random = seededRandom(number);
  const mutant = { done: [] as string[], content: new Map(content) };
  const times = 1 + Math.floor(random() ** 3 * 6);
  for (let time = 0; time < times; time++) {
    const path = pick([...mutant.content.keys()].filter(isYaml), random);
    const [name, change] = pick(random() < 0.1 ? FILE_CHANGES : TEXT_CHANGES, random);
    mutant.done.push(`${name} in ${path}`);
    change(mutant.content, path, random);
  }
  return mutant;
}

type Change = (content: Map<string, Buffer>, path: string, random: Random) => void;

const isYaml = (path: string): boolean => path.endsWith('.yaml');

function pick<T>(from: readonly T[], random: Random): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}

const onBytes =
  (change: (bytes: Buffer, at: number, random: Random) => Buffer): Change =>
  (content, path, random) => {
    const bytes = content.get(path) ?? Buffer.alloc(0);
    content.set(path, change(Buffer.from(bytes), Math.floor(random() * bytes.length), random));
  };

const onLines = (change: (lines: string[], at: number, random: Random) => void): Change =>
  onBytes((bytes, _, random) => {
    const lines = bytes.toString('utf8').split('\n');
    change(lines, Math.floor(random() * lines.length), random);
    return Buffer.from(lines.join('\n'));
  });

/** Exchanges the value of one `key: value`, keeping its place. */
const onValue = (value: (old: string, random: Random) => string): Change =>
  onLines((lines, _, random) => {
    const valued = [...lines.keys()].filter((index) => /: +\S/.test(lines[index] ?? ''));
    const at = valued[Math.floor(random() * valued.length)];
    if (at === undefined) return;
    lines[at] = (lines[at] ?? '').replace(
      /(: +)(\S.*)$/,
      (_all, colon: string, old: string) => colon + value(old, random),
    );
  });

const nested = (open: string, close: string, levels: number): string =>
  open.repeat(levels) + '1' + close.repeat(levels);

/** What breaks readers: YAML's own traps, then formulas. */
const VALUES: readonly string[] = [
  '',
  '~',
  'true',
  '-1',
  '0',
  '1e999',
  '.nan',
  '.inf',
  '-.inf',
  '0x7fffffffffffffff',
  '99999999999999999999999',
  '2026-01-01',
  '[]',
  '{}',
  '[[]]',
  '"\\u0000"',
  '"\\ud800"',
  '!!js/function "function(){}"',
  '!!binary aGVsbG8=',
  '&a [*a]',
  '*nothing',
  '{ __proto__: { polluted: true } }',
  '{ constructor: { prototype: { polluted: true } } }',
  '{ <<: { a: 1 } }',
  '../../../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  'file:///etc/passwd',
  '%2e%2e/x',
  'toString',
  '__proto__',
  '"<script>alert(1)</script>"',
  '"![x](../../secret.svg)"',
  '"![x](https://example.org/x.svg)"',
  `'${'![]('.repeat(2000)}'`,
  `'${'['.repeat(5000)}'`,
  `'${'*'.repeat(5000)}'`,
  `'${'a '.repeat(20_000)}'`,
  nested('[', ']', 30),
  nested('[', ']', 3000),
  nested('{a: ', '}', 2000),
  nested('{[', ']: 1}', 500),
  `'${nested('(', ')', 3000)}'`,
  `'${nested('\\frac{1}{', '}', 2000)}'`,
  `'${nested('\\sqrt{', '}', 2000)}'`,
  `'${nested('x_{', '}', 2000)}'`,
  `'${nested('x^{', '}', 2000)}'`,
  `'${nested('\\left(', '\\right)', 1000)}'`,
  `'${nested('\\sum_{i=1}^n ', '', 1000)}'`,
  `'${nested('|', '|', 1000)}'`,
  `'${'-'.repeat(5000)}x'`,
  `'${'x+'.repeat(5000)}x'`,
  `'${'x^'.repeat(3000)}x'`,
  `'${'x!'.repeat(3000)}'`,
  `'${'\\begin{cases}'.repeat(500)}'`,
  `'\\def\\a{\\a\\a}\\a'`,
  `'${'\\frac'.repeat(3000)}'`,
  `'9${'9'.repeat(5000)}'`,
  `'10^{10^{10^{10}}}'`,
  `'\\sum_{i=1}^{1000000000} i'`,
  `'\\prod_{i=1}^{n} \\prod_{j=1}^{n} \\prod_{k=1}^{n} i j k'`,
  `'x: vector 1000000000'`,
  `'x: matrix d d; '`,
  `'${'x: scalar; '.repeat(3000)}'`,
  `'${'a'.repeat(50_000)}!'`,
];

const TEXT_CHANGES: readonly (readonly [string, Change])[] = [
  [
    'a bit flipped',
    onBytes((bytes, at, random) => {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return bytes;
    }),
  ],
  [
    'a byte exchanged',
    onBytes((bytes, at, random) => {
      bytes[at] = Math.floor(random() * 256);
      return bytes;
    }),
  ],
  [
    'bytes cut out',
    onBytes((bytes, at, random) => {
      const end = at + Math.floor(random() * 200);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    }),
  ],
  ['cut', onBytes((bytes, at) => bytes.subarray(0, at))],
  [
    'noise put in',
    onBytes((bytes, at, random) => {
      const noise = Buffer.from(Array.from({ length: 20 }, () => Math.floor(random() * 256)));
      return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
    }),
  ],
  [
    'a sign put in',
    onBytes((bytes, at, random) => {
      const sign = pick(
        [
          '{',
          '}',
          '[',
          ']',
          ':',
          '- ',
          '"',
          "'",
          '|',
          '>',
          '&a ',
          '*a',
          '!',
          '%',
          '#',
          '\t',
          '\\',
          '$',
          '? ',
        ],
        random,
      );
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(sign), bytes.subarray(at)]);
    }),
  ],
  ['a line removed', onLines((lines, at) => lines.splice(at, 1))],
  ['a line doubled', onLines((lines, at) => lines.splice(at, 0, lines[at] ?? ''))],
  [
    'two lines exchanged',
    onLines((lines, at, random) => {
      const other = Math.floor(random() * lines.length);
      [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
    }),
  ],
  [
    'a line moved in',
    onLines((lines, at) => {
      lines[at] = `  ${lines[at] ?? ''}`;
    }),
  ],
  [
    'a block doubled',
    onLines((lines, at, random) => {
      lines.splice(at, 0, ...lines.slice(at, at + Math.floor(random() * 40)));
    }),
  ],
  [
    'a name misspelt',
    onLines((lines, at) => {
      lines[at] = (lines[at] ?? '').replace(/([a-zA-Z]+):/, '$1x:');
    }),
  ],
  ['a value exchanged', onValue((_, random) => pick(VALUES, random))],
  ['a value exchanged for a trap', onValue((_, random) => pick(VALUES, random))],
  [
    'a value of another kind',
    onValue((old, random) =>
      pick([`[${old}]`, `{ a: ${old} }`, `"${old}"`, `${old} ${old}`], random),
    ),
  ],
  [
    'a value made long',
    onValue((old) => `'${old.replaceAll("'", '').repeat(1000).slice(0, 60_000)}'`),
  ],
  [
    'a formula spoilt',
    onValue((old, random) => {
      const at = Math.floor(random() * old.length);
      const sign = pick(
        ['\\', '{', '}', '^', '_', '(', ')', '|', '\\frac', '\\sum_', '=', '&', '\\answer{4b}'],
        random,
      );
      return old.slice(0, at) + sign + old.slice(at + Math.floor(random() * 3));
    }),
  ],
];

const FILE_CHANGES: readonly (readonly [string, Change])[] = [
  ['file removed', (content, path) => void content.delete(path)],
  ['file emptied', (content, path) => void content.set(path, Buffer.alloc(0))],
  ['file of zeros', (content, path) => void content.set(path, Buffer.alloc(10_000))],
  [
    'file in UTF-16',
    (content, path) => void content.set(path, Buffer.from(String(content.get(path)), 'utf16le')),
  ],
  ['file too large', (content, path) => void content.set(path, Buffer.alloc(300 * 1024, '# \n'))],
  [
    'another file removed',
    (content, _, random) =>
      void content.delete(
        pick(
          [...content.keys()].filter((path) => !isYaml(path)),
          random,
        ),
      ),
  ],
  [
    'another file exchanged',
    (content, _, random) =>
      void content.set(
        pick(
          [...content.keys()].filter((path) => !isYaml(path)),
          random,
        ),
        Buffer.from('other'),
      ),
  ],
  ['a bomb of aliases', (content, path) => void content.set(path, Buffer.from(aliases()))],
  [
    'two documents',
    (content, path) =>
      void content.set(
        path,
        Buffer.concat([content.get(path) ?? Buffer.alloc(0), Buffer.from('\n---\na: 1\n')]),
      ),
  ],
];

function aliases(): string {
  const lines = Array.from(
    { length: 9 },
    (_, index) =>
      `a${index + 1}: &a${index + 1} [${Array.from({ length: 9 }, () => `*a${index}`).join(', ')}]`,
  );
  return ['a0: &a0 [x]', ...lines].join('\n');
}
