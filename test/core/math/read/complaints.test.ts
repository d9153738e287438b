import { describe, expect, test } from 'vitest';
import { type Complaint, complaintProse } from '../../../../src/core/math/complaint.ts';
import { readStatement } from '../../../../src/core/math/read/readStatement.ts';
import { COMPLAINTS } from './complaints.ts';
import { declared } from './spellings.ts';

const QUESTION = declared();

/** Blocks of text, caret and sentence, parted by an empty line. */
function blocksIn(golden: string): [text: string, rest: string][] {
  const blocks = golden.trimEnd().replace(/^\n/, '').split('\n\n');
  return blocks.map((block) => {
    const [text = '', ...rest] = block.split('\n');
    return [text, rest.join('\n')];
  });
}

function shown({ kind, message, span }: Complaint): string {
  return `${' '.repeat(span.start)}${'^'.repeat(span.end - span.start)}\n${kind}: ${message}`;
}

describe.each(Object.entries(COMPLAINTS))('%s', (_, golden) => {
  test.each(blocksIn(golden))('%s', (text, rest) => {
    const read = readStatement(text, QUESTION);
    expect(read.ok ? 'it is read' : read.error.map(shown).join('\n')).toBe(rest);
  });
});

describe('Complaints about characters', () => {
  test.each([
    ['y\u202e', 'An invisible character (U+202E) cannot be part of a formula: delete it.'],
    ['y\u0000', 'An invisible character (U+0000) cannot be part of a formula: delete it.'],
    ['y\ud800', 'An invisible character (U+D800) cannot be part of a formula: delete it.'],
    ['х', '“х” (U+0445) only looks like the letter x: type x on a Latin keyboard.'],
    ['¿y', 'The character “¿” (U+00BF) cannot be part of a formula: delete it.'],
  ])('name the character of %j', (text, message) => {
    const read = readStatement(text, QUESTION);
    expect(read.ok ? undefined : read.error[0].message).toBe(message);
  });

  test.each(['y\u200b', '\ufeffy', 'y\u2061', '\u00a0y\u2009'])(
    'are silent about harmless blanks in %j',
    (text) => {
      expect(readStatement(text, QUESTION).ok).toBe(true);
    },
  );

  test('nothing but blanks is an empty answer', () => {
    for (const text of ['', '  ', '\u200b', '$$', '\\,']) {
      const read = readStatement(text, QUESTION);
      expect(read.ok ? undefined : read.error[0].message).toBe('Nothing is written here yet.');
    }
  });
});

describe('Bounds', () => {
  test.each([
    [
      'too long',
      'y+'.repeat(5_001),
      'The text may have up to 10000 characters, this one has 10002.',
    ],
    [
      'too deep',
      `${'('.repeat(101)}y${')'.repeat(101)}`,
      'The formula may be nested 100 deep: this is deeper.',
    ],
    [
      'a long chain of quotients',
      `y${'/y'.repeat(200)}`,
      'The formula may be nested 100 deep: this is deeper.',
    ],
    ['many signs', `${'-'.repeat(500)}y`, 'The formula may be nested 100 deep: this is deeper.'],
    ['many parts', 'y'.repeat(6_000), 'The formula may have 5000 parts: this one has more.'],
    ['many digits', '9'.repeat(301), 'A number may have up to 300 digits, this one has 301.'],
    ['many fonts', '\\mathbf{'.repeat(100), 'Commands may stand 40 deep in each other.'],
    ['many primes', `\\tanh${"'".repeat(10)}(y)`, 'A function may have up to 9 primes, found 10.'],
  ])('%s is refused', (_, text, message) => {
    const read = readStatement(text, QUESTION);
    expect(read.ok ? undefined : read.error[0]).toMatchObject({ kind: 'limit', message });
  });

  test('a hundred terms and ninety brackets are fine', () => {
    expect(readStatement('y+'.repeat(100).slice(0, -1), QUESTION).ok).toBe(true);
    expect(readStatement(`${'('.repeat(90)}y${')'.repeat(90)}`, QUESTION).ok).toBe(true);
  });
});

describe('Words', () => {
  const letters = declared('h_0, h_1, y, t: scalar; w: vector d; i: index d');
  const messageOf = (text: string) => {
    const read = readStatement(text, letters);
    return read.ok ? undefined : read.error[0].message;
  };

  test.each(['hello', '2*hello', 'w_ihello'])('are named as a whole: %s', (text) => {
    expect(messageOf(text)).toMatch(/^“hello” is not a name of this question, nor a product/);
  });

  test('are products where only one letter is unknown', () => {
    expect(messageOf('ytq')).toMatch(/^“q” is not a name/);
    expect(messageOf('ythy')).toMatch(/^“h” is not a name of this question. Known are h_0, h_1/);
  });

  test('are no powers of ten', () => {
    expect(messageOf('1E-3')).toBe('“1E-3” looks like a power of ten: write 1*10^(-3).');
  });
});

test('A complaint in Markdown keeps its stars', () => {
  const complaint = { kind: 'unreadable', span: { start: 0, end: 1 } } as const;
  const message = 'Write 2*3 or “*”, as in $a*b$.';
  expect(complaintProse({ ...complaint, message })).toBe(
    String.raw`Write 2\*3 or “\*”, as in $a*b$.`,
  );
});
