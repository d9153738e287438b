import { describe, expect, it } from 'vitest';
import { type Link } from '../../../../src/core/math/derivation/proof.ts';
import { restating } from '../../../../src/core/math/derivation/restating.ts';
import { readExpression } from '../../../../src/core/math/read/readStatement.ts';
import { type Checked } from '../../../../src/core/math/shape/checked.ts';
import { checkExpression } from '../../../../src/core/math/shape/checkExpression.ts';
import { readDeclarations } from '../../../../src/core/math/read/readDeclarations.ts';

const declarations = readDeclarations('s, g, m: scalar');
if (!declarations.ok) throw new Error('the letters cannot be read');
const letters = declarations.value;

function side(text: string): Checked {
  const read = readExpression(text, letters);
  const checked = read.ok ? checkExpression(read.value, letters) : read;
  if (!checked.ok) throw new Error(`cannot read ${text}`);
  return checked.value;
}

const link = (left: string, right: string): Link => ({
  left: side(left),
  relation: '<=',
  right: side(right),
  step: 0,
});

const knows = { usesAll: true, isOneFact: false, same: () => false };

describe('a link that says nothing but the claim s ≤ 2g', () => {
  const claim = { start: side('s'), relation: '<=', goal: side('2g') } as const;

  it.each([
    ['s', '2g', 'written'],
    ['2g', 's', 'written'],
    ['s', '\\frac{s + 2g}{2}', 'written'],
    ['3s', '3 \\cdot 2g', 'written'],
    ['s', 'm', undefined],
    ['s + m', 'g', undefined],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(restating(link(left, right), claim, knows)).toBe(expected);
  });

  it('may say it in other words, unless a single fact is all there is', () => {
    const same = { ...knows, same: () => true };
    expect(restating(link('m', 'g'), claim, same)).toBe('worth');
    expect(restating(link('m', 'g'), claim, { ...same, isOneFact: true })).toBeUndefined();
    expect(restating(link('m', 'g'), claim, { ...same, usesAll: false })).toBeUndefined();
  });

  it('is not told by its letters where one end is part of the other', () => {
    const nested = { ...claim, goal: side('s + g') };
    expect(restating(link('m', 's + g'), nested, knows)).toBeUndefined();
    expect(restating(link('s', 's + g'), nested, knows)).toBe('written');
  });
});
