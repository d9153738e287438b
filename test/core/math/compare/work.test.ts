import { describe, expect, it } from 'vitest';
import { decideRelation } from '../../../../src/core/math/compare/decideRelation.ts';
import { slackIn } from '../../../../src/core/math/compare/slackIn.ts';
import { Work } from '../../../../src/core/math/compare/work.ts';
import { readRelation } from './readRelation.ts';

const HEAVY = readRelation('x: scalar', String.raw`\sum_{k=1}^{300} \tanh(kx) \le 300`, []);
const { relation, declarations } = HEAVY;

describe('work shared by several decisions', () => {
  it('is counted down by each of them', () => {
    const work = new Work(1e9);
    expect(decideRelation(relation, declarations, { seed: 1, work })).toEqual({ verdict: 'holds' });
    const spent = 1e9 - work.left;
    expect(spent).toBeGreaterThan(1e5);
    decideRelation(relation, declarations, { seed: 1, work });
    expect(1e9 - work.left).toBeCloseTo(2 * spent, -4);
  });

  it('leaves undecided what comes after it is spent', () => {
    const work = new Work(2e5);
    expect(decideRelation(relation, declarations, { seed: 1, work })).toEqual({
      verdict: 'undecided',
      reason: 'It would take too much work to compare them.',
    });
    expect(slackIn(relation, declarations, { seed: 1, work })).toBeUndefined();
  });

  it('is bounded for one decision even if nothing is shared', () => {
    const endless = String.raw`\sum_{k=1}^{10^6} \sum_{l=1}^{10^6} x = 10^{12} x`;
    const read = readRelation('x: scalar', endless, []);
    expect(decideRelation(read.relation, read.declarations, { seed: 1 })).toMatchObject({
      verdict: 'undecided',
    });
  });
});
