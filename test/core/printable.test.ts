import { expect, it } from 'vitest';
import { brief, printable } from '../../src/core/printable.ts';

it('signs that a terminal or a page obeys are shown by their number', () => {
  expect(printable('a\u001b[31mb\u0007\u202ec\u2066\ud800\u2028')).toBe(
    String.raw`a\u001b[31mb\u0007\u202ec\u2066\ud800\u2028`,
  );
});

it('letters of every script, emoji, tabs and line feeds stay', () => {
  const text = 'Ünï 王 مرحبا 👩🏽‍🔬\t\n';
  expect(printable(text)).toBe(text);
});

it('a brief text is one line of at most so many characters', () => {
  expect(brief('a\n b\t c', 20)).toBe('a b c');
  expect(brief('x'.repeat(1_000_000), 10)).toBe(`${'x'.repeat(9)}…`);
});
