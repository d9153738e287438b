import { describe, expect, it } from 'vitest';
import { connects } from '../../../../src/core/math/derivation/connection.ts';
import { type Link } from '../../../../src/core/math/derivation/proof.ts';
import { type RelationSign } from '../../../../src/core/math/expression.ts';
import { type Checked } from '../../../../src/core/math/shape/checked.ts';
import { sym } from '../../../support/expressions.ts';

const side = (name: string): Checked => ({
  expression: sym(name),
  shape: [],
  freeIndices: new Map(),
});

/** `a <= b = c`, chains separated by `;`. */
function links(text: string): Link[] {
  return text.split(';').flatMap((chain) => {
    const words = chain.trim().split(/\s+/);
    return words.slice(2).flatMap((right, index) =>
      index % 2 === 1
        ? []
        : {
            left: side(words[index] ?? ''),
            relation: (words[index + 1] ?? '') as RelationSign,
            right: side(right),
            step: 0,
          },
    );
  });
}

/** `A` and `a` are worth the same. */
const sameLetter = (left: Checked, right: Checked) =>
  name(left).toLowerCase() === name(right).toLowerCase();
const name = ({ expression }: Checked) => (expression.kind === 'symbol' ? expression.name : '');

function shows(text: string, relation: RelationSign, same = sameLetter): boolean {
  return connects(links(text), { start: side('s'), relation, goal: side('g') }, same);
}

describe('the way from start to goal', () => {
  it.each([
    ['s <= a <= g', '<='],
    ['s = a <= b = g', '<='],
    ['g >= a = s', '<='],
    ['s <= a ; g >= a', '<='],
    ['a <= g ; s <= a', '<='],
    ['s <= a ; b <= g ; a = b', '<='],
    ['s < a <= g', '<'],
    ['s <= a < b = g', '<'],
    ['s >= a > g', '>'],
    ['s = a = g', '='],
    ['s <= g <= s', '='],
    ['S <= a <= G', '<='],
    ['s <= a ; A <= g', '<='],
    ['s <= g <= z', '<='],
    ['s < g', '<='],
  ] as const)('is found in %s for %s', (text, relation) => {
    expect(shows(text, relation)).toBe(true);
  });

  it.each([
    ['s = s', '<='],
    ['s <= a', '<='],
    ['a <= g', '<='],
    ['s <= z >= g', '<='],
    ['s >= a <= g', '<='],
    ['g <= s', '<='],
    ['s <= a <= g', '<'],
    ['s <= a <= g', '>='],
    ['s <= a <= g', '='],
    ['s <= a ; b <= g', '<='],
  ] as const)('is not found in %s for %s', (text, relation) => {
    expect(shows(text, relation)).toBe(false);
  });

  it('is not there where start and goal are worth the same and nothing is shown', () => {
    expect(shows('s = s', '=', () => true)).toBe(false);
    expect(shows('a = b', '=', () => true)).toBe(false);
  });
});
