import { describe, expect, it } from 'vitest';
import { type RelationOutcome } from '../../../../src/core/math/compare/comparison.ts';
import { type Deciding, type World } from '../../../../src/core/math/derivation/deciding.ts';
import { type Fact } from '../../../../src/core/math/derivation/facts.ts';
import {
  decideLinks,
  judgeDerivation,
} from '../../../../src/core/math/derivation/judgeDerivation.ts';
import { type Link, type Proof } from '../../../../src/core/math/derivation/proof.ts';
import { type Expression, type RelationSign } from '../../../../src/core/math/expression.ts';
import { type Checked } from '../../../../src/core/math/shape/checked.ts';
import { declarationsOf, sym } from '../../../support/expressions.ts';

/**
 * Numbers stand for expressions: `12ab` is worth 12, and in the world of fact a or b it is worth more.
 */
const side = (name: string): Checked => ({
  expression: sym(name),
  shape: [],
  freeIndices: new Map(),
});
const nameOf = (of: Expression) => (of.kind === 'symbol' ? of.name : '');
const worthOf = (name: string) => Number.parseInt(name, 10);

const HOLDS: Readonly<Record<RelationSign, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<=': (left, right) => left <= right,
  '<': (left, right) => left < right,
  '>=': (left, right) => left >= right,
  '>': (left, right) => left > right,
};

const worlds = new Map<World, string>();
const facts = ['a', 'b', 'c'].map((name): Fact => {
  const world = { declarations: declarationsOf([]), sizes: new Map() };
  worlds.set(world, name);
  return { name, world, tightWorlds: [], reasons: [`fact ${name}`] };
});

const byHand: Deciding = {
  decide({ left, relation, right }): RelationOutcome {
    const [from, to] = [nameOf(left.expression), nameOf(right.expression)];
    if (from.includes('?') || to.includes('?'))
      return { verdict: 'undecided', reason: 'who knows' };
    return { verdict: HOLDS[relation](worthOf(from), worthOf(to)) ? 'holds' : 'violated' };
  },
  differ(left, right, world) {
    const [from, to] = [nameOf(left), nameOf(right)];
    const letter = world && worlds.get(world);
    if (letter === undefined) return worthOf(from) !== worthOf(to);
    return from.includes(letter) !== to.includes(letter);
  },
  same: (left, right) => worthOf(nameOf(left.expression)) === worthOf(nameOf(right.expression)),
};

/** Steps between `|`, a reason in brackets; the claim is `1 <= 4abc`. */
function proofOf(text: string): Proof {
  const steps = text.split('|').map((step) => /^([^[]*)(?:\[(.*)\])?$/.exec(step.trim()) ?? []);
  let last = side('');
  const links = steps.flatMap(([, latex = ''], step): Link[] => {
    const [relation = '', name = ''] = latex.trim().split(/\s+/);
    const left = last;
    last = side(name === '' ? relation : name);
    return name === '' ? [] : [{ left, relation: relation as RelationSign, right: last, step }];
  });
  return {
    claim: { start: side('1'), relation: '<=', goal: side('4abc') },
    chains: [{ first: side('1'), links }],
    reasons: steps.map(([, , reason = '']) => reason),
  };
}

function judged(text: string): string {
  const proof = proofOf(text);
  const decided = decideLinks(proof, byHand);
  const terms = { facts, factsPerStep: 2 };
  const { shown, connected, links } = judgeDerivation(proof, decided, terms, byHand);
  const signs = links.map(({ outcome, leap }) =>
    leap ? 'leap' : { holds: '+', violated: '-', undecided: '?' }[outcome.verdict],
  );
  return `${signs.join(' ')} : ${[...shown].sort().join('')} ${connected}`;
}

describe('judging a derivation', () => {
  it.each([
    ['1 | <= 2a | <= 3ab | <= 4abc', '+ + + : abc true'],
    ['1 | <= 2ab | <= 4abc', '+ + : abc true'],
    ['1 | <= 4abc', 'leap :  false'],
    ['1 | <= 3abc | <= 4abc', 'leap + :  false'],
    ['1 | <= 4abc [fact a, fact b and fact c]', 'leap :  false'],
    ['1 | <= 4abc [fact a]', 'leap :  false'],
    ['5 | <= 6a | 5 | <= 6b | 5 | <= 6c | 1 | <= 4abc', '+ + + leap : abc false'],
    ['5 | <= 6a | <= 7ab | 7ab | <= 8abc | 1 | <= 4abc', '+ + + + : abc true'],
    ['8abc | >= 7ab | >= 6a | 6a | >= 5 | 1 | <= 4abc', '+ + + + : abc true'],
    ['6a | >= 5 | <= 6b | <= 7bc | 1 | <= 4abc', '+ + + leap : abc false'],
    ['1 | <= 2a | <= 1ab | <= 4abc', '+ - + : ac false'],
    ['1 | <= 2a | <= 3ab? | <= 4abc', '+ ? ? : a undecided'],
    ['4abc | >= 2a | >= 1', '+ + : abc true'],
    ['1 | <= 9a | >= 4abc', '+ + : abc false'],
    ['1 | <= 2a | <= 3ab | 3ab | <= 4abc', '+ + + : abc true'],
    ['1 | <= 2a | <= 3ab | <= 4abc | 3 | = 2', '+ + + - : abc false'],
    ['1 | <= 3ab | <= 4abc [fact b]', '+ + : abc true'],
    ['1', ' :  false'],
  ])('%s', (text, expected) => {
    expect(judged(text)).toBe(expected);
  });

  it('joins expressions of equal value only where no fact lies between them', () => {
    expect(judged('1 | <= 3ab | = 3 | 3ab | <= 4abc')).toBe('+ + + : abc true');
    expect(judged('1 | <= 2ab | 2 | <= 4c | 4c | <= 4abc')).toBe('+ + + : abc false');
  });
});
