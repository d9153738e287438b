import { describe, expect, it } from 'vitest';
import { type Use, creditOf, disputedBy } from '../../../../src/core/math/derivation/credit.ts';
import { type Fact } from '../../../../src/core/math/derivation/facts.ts';
import { type Link } from '../../../../src/core/math/derivation/proof.ts';
import { declarationsOf, sym } from '../../../support/expressions.ts';

const side = { expression: sym('x'), shape: [], freeIndices: new Map() };
const world = { declarations: declarationsOf([]), sizes: new Map() };

const worldly = ['a', 'b', 'c'].map((name): Fact => ({
  name,
  world,
  tightWorlds: [],
  reasons: [],
}));
const facts: Fact[] = [...worldly, { name: 'd', introduces: 'd', tightWorlds: [], reasons: [] }];

/** `ab|a`: uses a and b, names a; `!` in front: the claim as it stands, `~`: in other words. */
function use(text: string, step: number): Use {
  const [used = '', named = ''] = text.replace(/[!~]/, '').split('|');
  const link: Link = { left: side, relation: '<=', right: side, step };
  return {
    link,
    facts: new Set(used),
    unsure: new Set(),
    named: new Set(named),
    restates: text.startsWith('!') ? 'written' : text.startsWith('~') ? 'worth' : undefined,
  };
}

interface Around {
  readonly known?: readonly Fact[];
  readonly factsPerStep?: number;
  readonly disputed?: string;
  /** whether all steps that are no leaps are one chain */
  readonly isJoined?: boolean;
}

function credited(steps: string, around: Around = {}): string {
  const { known = facts, factsPerStep = 2, disputed = '', isJoined = true } = around;
  const uses = steps === '' ? [] : steps.split(' ').map(use);
  const { shown, leaps } = creditOf(
    uses,
    { facts: known, factsPerStep },
    {
      disputed: new Set(disputed),
      carries: (wanted, by) =>
        isJoined && [...wanted].every((fact) => by.some((each) => each.facts.has(fact))),
    },
  );
  const leapt = [...leaps.keys()].map(({ step }) => step + 1).join('');
  return [[...shown].sort().join(''), leapt].join(' leap ').replace(/ leap $/, '');
}

describe('facts that a derivation shows', () => {
  it.each([
    ['', ''],
    ['a b c d', 'abcd'],
    ['ab cd', 'abcd'],
    ['abcd', ' leap 1'],
    ['!abcd', ' leap 1'],
    ['abc d', 'd leap 1'],
    ['abc a d', 'ad'],
    ['abc|a d', 'ad'],
    ['abc a b c d', 'abcd'],
    ['abc|abc d', 'abcd'],
    ['abcd|abcd', ' leap 1'],
    ['abcd a b c|c', 'abcd'],
    ['!abcd|abcd', ' leap 1'],
    ['a|bcd', 'a'],
    ['ab c !abcd', 'abcd'],
    ['abc abc', ' leap 12'],
  ])('%s: %s', (steps, expected) => {
    expect(credited(steps)).toBe(expected);
  });

  it('gives nothing for what a false step would have used, except to a reason', () => {
    const disputing = (steps: string) => credited(steps, { disputed: 'a' });
    expect(['a b c d', 'ab c d', 'abc d', 'a|a b c d', '!abcd'].map(disputing)).toEqual([
      'bcd',
      'bcd',
      'd',
      'abcd',
      ' leap 1',
    ]);
  });

  it('knows what a false step would have used, unless it is wrong for another reason', () => {
    const disputed = (names: string, isLoose = false) =>
      disputedBy({ facts: new Set(names), unsure: new Set(), isLoose }, facts);
    expect([disputed('ad'), disputed('abcd'), disputed('ad', true)]).toEqual([['a', 'd'], [], []]);
  });

  it('believes a step that uses everything where the facts are known to be tight elsewhere', () => {
    const tight = facts.map((fact) => (fact.world ? { ...fact, tightWorlds: [world] } : fact));
    expect(
      ['abc a d', 'abc|a d', 'abc d'].map((steps) => credited(steps, { known: tight })),
    ).toEqual(['abcd', 'abcd', 'd leap 1']);
  });

  it('lets a step use as many facts as allowed, even all, unless it is the claim', () => {
    const two = worldly.slice(0, 2).map((fact) => ({ ...fact, tightWorlds: [world] }));
    const steps = ['ab', '!ab', '!ab|ab', '~ab', '~ab|a', 'a ~ab'];
    expect(steps.map((each) => credited(each, { known: two }))).toEqual([
      'ab',
      ' leap 1',
      ' leap 1',
      ' leap 1',
      'ab',
      'ab',
    ]);
  });

  it('lets a reason name two facts more than allowed, no more', () => {
    const five = [...facts, { name: 'e', introduces: 'e', tightWorlds: [], reasons: [] }];
    const named = ['abcd|abcd', 'abce|abc'].map((steps) => credited(steps, { known: five }));
    expect(named).toEqual(['abcd', 'abce']);
    expect(credited('abcd|abcd', { known: five, factsPerStep: 1 })).toBe(' leap 1');
  });

  it('lets the claim rest on a chain, not on facts that are listed', () => {
    expect(credited('a b c !abcd', { isJoined: false })).toBe('abc leap 4');
    expect(credited('a b c abcd|abcd', { isJoined: false })).toBe('abc leap 4');
    expect(credited('abc|abc !abcd')).toBe('abc leap 2');
    expect(credited('abc|abc abcd')).toBe('abcd');
  });

  it('does not take the bare claim for a step, even when only one fact is asked for', () => {
    const one = worldly.slice(0, 1);
    expect([
      credited('!a', { known: one }),
      credited('a', { known: one }),
      credited('!', { known: [] }),
    ]).toEqual([' leap 1', 'a', ' leap 1']);
  });
});
