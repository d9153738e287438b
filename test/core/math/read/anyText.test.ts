import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Expression } from '../../../../src/core/math/expression.ts';
import { partsOf } from '../../../../src/core/math/parts.ts';
import { readDeclarations } from '../../../../src/core/math/read/readDeclarations.ts';
import { readStatement } from '../../../../src/core/math/read/readStatement.ts';
import { SPELLINGS, declared } from './spellings.ts';

const QUESTION = declared();
const TEXTS = Object.values(SPELLINGS).flatMap((rows) => rows.map(([text]) => text));

/** Pieces that formulas are made of, in any order. */
const PIECES = [
  ...[
    'x',
    'y',
    'w',
    'c',
    'i',
    'j',
    'h',
    'd',
    'e',
    'f',
    'T',
    '1',
    '2',
    '0.5',
    'loss',
    'α',
    '\\mu',
    '\\sigma',
    '\\delta',
  ],
  ...[
    '+',
    '-',
    '*',
    '/',
    '^',
    '_',
    '=',
    '<',
    '\\le',
    '!',
    "'",
    ',',
    ';',
    ':',
    '?',
    '.',
    '&',
    '\\\\',
    '|',
    '‖',
    '||',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '\\{',
    '\\}',
    '\\left(',
    '\\right)',
    '\\left|',
    '\\right|',
    '\\langle',
    '\\rangle',
  ],
  ...[
    '\\frac',
    '\\sqrt',
    '\\sum',
    '\\sum_',
    'sum',
    '\\max',
    '\\tanh',
    'exp',
    '\\partial',
    '∂',
    '\\nabla',
    'dE/dy',
    '\\over',
  ],
  ...[
    '\\mathbf',
    '\\hat',
    '\\text{if}',
    'if',
    'else',
    '\\mathbb 1',
    '1_',
    '\\begin{cases}',
    '\\end{cases}',
    '\\mathrm{T}',
  ],
  ...[
    '_{ij}',
    '^{T}',
    '^{-1}',
    '_i',
    '^2',
    '²',
    '₁',
    ' ',
    '\\,',
    '…',
    '\\in',
    '\\substack',
    '\\not',
    '\\log_',
  ],
];

function depthOf(expression: Expression): number {
  return 1 + Math.max(0, ...partsOf(expression).map(depthOf));
}

/** A tree within the bounds, or a sentence with a place inside of the text. */
function expectAnswer(text: string): void {
  const read = readStatement(text, QUESTION);
  if (read.ok) {
    for (const each of [read.value.first, ...read.value.links.map(({ to }) => to)]) {
      expect(depthOf(each)).toBeLessThanOrEqual(101);
    }
    return;
  }
  expect(read.error.length).toBeGreaterThan(0);
  for (const { message, span } of read.error) {
    expect(message).toMatch(/[.?…]$/);
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(Math.max(text.length, 1));
  }
}

describe('Whatever is typed is a tree or a complaint with a place', () => {
  test('any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectAnswer), {
      seed: 1,
      numRuns: 1_000,
    });
  });

  test('any pieces of formulas', () => {
    const soup = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 25 })
      .map((pieces) => pieces.join(''));
    fc.assert(fc.property(soup, expectAnswer), { seed: 2, numRuns: 6_000 });
  });

  test('right spellings that are cut off, or have a hole', () => {
    const part = fc
      .tuple(fc.constantFrom(...TEXTS), fc.nat(80), fc.nat(80))
      .map(([text, from, length]) => text.slice(0, from) + text.slice(from + length));
    fc.assert(fc.property(part, expectAnswer), { seed: 3, numRuns: 4_000 });
  });

  test('right spellings one after the other', () => {
    const both = fc
      .tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS))
      .map((texts) => texts.join(''));
    fc.assert(fc.property(both, expectAnswer), { seed: 4, numRuns: 2_000 });
  });

  test('names that every object has', () => {
    for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf']) {
      for (const text of [
        word,
        `\\${word}`,
        `\\mathrm{${word}}`,
        `\\begin{${word}}y\\end{${word}}`,
        `x_{${word}}`,
      ]) {
        expectAnswer(text);
      }
    }
  });
});

describe('Whatever is declared is understood or refused with a place', () => {
  test('any words', () => {
    const words = [
      'x',
      ':',
      ';',
      ',',
      'vector',
      'matrix',
      'd',
      'h',
      'index',
      'positive',
      '{',
      '}',
      '(0,1)',
      'in',
      '∂y/∂x',
      'of',
      '2',
      '\n',
      '_',
      'constructor',
    ];
    const soup = fc
      .array(fc.constantFrom(...words), { maxLength: 15 })
      .map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(soup, soup, (text, line) => {
        const read = readDeclarations(text, { where: [line] });
        for (const { source, span } of read.ok ? [] : read.error) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(Math.max(source.length, 1));
        }
      }),
      { seed: 5, numRuns: 2_000 },
    );
  });
});
