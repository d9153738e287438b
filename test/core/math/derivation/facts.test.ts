import { describe, expect, it } from 'vitest';
import { type Deciding, type World } from '../../../../src/core/math/derivation/deciding.ts';
import { type Fact, namedFacts, usedFacts } from '../../../../src/core/math/derivation/facts.ts';
import { type Link } from '../../../../src/core/math/derivation/proof.ts';
import { type Expression, type RelationSign } from '../../../../src/core/math/expression.ts';
import { declarationsOf, div, fold, mul, num, sizeOf, sym } from '../../../support/expressions.ts';

const makeWorld = (): World => ({ declarations: declarationsOf([]), sizes: new Map() });
const [slackWorld, tightWorld] = [makeWorld(), makeWorld()];

const triangle: Fact = {
  name: 'triangle',
  world: slackWorld,
  tightWorlds: [tightWorld],
  reasons: ['Triangle inequality', String.raw`a_j \leq 1`],
};
const components: Fact = { name: 'components', introduces: 'd', tightWorlds: [], reasons: [] };

const x = sym('x');
const d = sizeOf('d');

function link(left: Expression, relation: RelationSign, right: Expression): Link {
  const side = (expression: Expression) => ({ expression, shape: [], freeIndices: new Map() });
  return { left: side(left), relation, right: side(right), step: 0 };
}

/** Says what sampling would find in the two worlds; elsewhere, whether d counts as a factor once. */
function deciding(inSlack: boolean | undefined, inTight: boolean | undefined): Deciding {
  return {
    decide: () => ({ verdict: 'holds' }),
    same: () => false,
    differ(left, _, world) {
      if (world !== undefined) return world === slackWorld ? inSlack : inTight;
      return left.kind !== 'quotient';
    },
  };
}

function used(given: Link, by: Deciding): unknown {
  const { facts, isLoose, unsure } = usedFacts(given, [triangle, components], by);
  return [[...facts], isLoose, [...unsure]];
}

describe('facts that a step uses', () => {
  const plain = link(x, '<=', mul(num(2), x));

  it('are those in whose world its sides differ', () => {
    expect(used(plain, deciding(true, false))).toEqual([['triangle'], false, []]);
    expect(used(plain, deciding(false, false))).toEqual([[], false, []]);
  });

  it('are not shown by sides that differ where all facts are equations', () => {
    expect(used(plain, deciding(true, true))).toEqual([[], true, []]);
    expect(used(link(x, '<=', mul(d, x)), deciding(true, true))).toEqual([[], true, []]);
  });

  it('are open where nobody can tell', () => {
    expect(used(plain, deciding(undefined, false))).toEqual([[], false, ['triangle']]);
    expect(used(plain, deciding(true, undefined))).toEqual([[], false, ['triangle']]);
  });

  it.each([
    ['a factor on one side', link(x, '<=', mul(d, x)), true],
    ['a factor on both sides', link(mul(d, x), '<=', mul(d, x)), false],
    ['a factor that cancels', link(x, '=', div(d, d)), false],
    ['a limit of a sum', link(x, '<=', fold('sum', { index: 'i', from: num(1), to: d }, x)), false],
    ['numbers alone', link(num(1), '<=', d), false],
    ['an equation of numbers', link(fold('sum', 'i', num(1)), '=', d), false],
    ['an equation', link(fold('sum', 'i', x), '=', mul(d, x)), true],
  ])('bring in a symbol as %s: %#', (_, given, expected) => {
    const { facts } = usedFacts(given, [components], deciding(false, false));
    expect(facts.has('components')).toBe(expected);
  });
});

describe('facts that a reason names', () => {
  it.each([
    ['by the triangle inequality', true],
    ['by the triangle-inequality!', true],
    ['because $a_j ≤ 1$', true],
    [String.raw`\text{since } a_{j} \le 1`, true],
    ['a_j <= 1', true],
    ['not the triangle inequality', false],
    ['without the sign, but by the triangle inequality', true],
    ['the sign is not above 1 and a_j ≤ 1', true],
    ['not only the triangle inequality', true],
    ['trivial', false],
    ['', false],
  ])('%s', (reason, expected) => {
    expect(namedFacts(reason, [triangle]).has('triangle')).toBe(expected);
  });
});
