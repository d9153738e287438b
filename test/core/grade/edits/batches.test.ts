import { describe, expect, it } from 'vitest';
import { type AttackCase, type CaseRole } from '../../../../src/core/grade/attack/case.ts';
import { batchesOf, tellingCases } from '../../../../src/core/grade/edits/batches.ts';

const known = (...roles: CaseRole[]): { readonly case: AttackCase }[] =>
  roles.map((role, i) => ({ case: { role, x: [i, 0], t: i % 2 === 0 ? 1 : -1 } }));

describe('the cases that are run', () => {
  it('are a few, of every role and both labels', () => {
    const all = known('near', 'near', 'near', 'near', 'far', 'far', 'crossed', 'crossed');
    const cases = tellingCases(all).map((each) => each.case);
    expect(cases.map(({ role }) => role)).toEqual([
      'far',
      'near',
      'crossed',
      'far',
      'near',
      'crossed',
    ]);
    expect(cases.map(({ t }) => t)).toEqual([1, 1, 1, -1, -1, -1]);
  });

  it('do without roles that a model has not', () => {
    expect(tellingCases(known('near', 'near', 'crossed')).map((each) => each.case.role)).toEqual([
      'near',
      'crossed',
      'near',
    ]);
    expect(tellingCases([])).toEqual([]);
  });
});

describe('batches', () => {
  it('have the asked sizes, and one of them is turned round', () => {
    const batches = batchesOf(6, [2, 3, 5, 20]);
    expect(batches.map(({ length }) => length)).toEqual([2, 3, 5, 20, 3]);
    expect(batches[4]).toEqual(batches[1]?.toReversed());
  });

  it('begin with different cases, and use all of them, again and again, when they are large', () => {
    const [two, three, large] = batchesOf(4, [2, 3, 9]);
    expect([two, three]).toEqual([
      [0, 1],
      [1, 2, 3],
    ]);
    expect(large).toEqual([2, 3, 0, 1, 2, 3, 0, 1, 2]);
  });
});
