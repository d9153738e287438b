import { describe, expect, it } from 'vitest';
import { type AttackCase, type CaseRole } from '../../../../src/core/grade/attack/case.ts';
import { batchesOf } from '../../../../src/core/grade/edits/batches.ts';

const cases = (...roles: CaseRole[]): AttackCase[] =>
  roles.map((role, i) => ({ role, x: [i, 0], t: i % 2 === 0 ? 1 : -1 }));

const ALL = cases('near', 'near', 'near', 'far', 'far', 'crossed');

describe('batches', () => {
  it('have the asked sizes, and one of them is turned round', () => {
    const batches = batchesOf(ALL, [2, 3, 5, 20]);
    expect(batches.map(({ length }) => length)).toEqual([2, 3, 5, 20, 3]);
    expect(batches[4]).toEqual(batches[1]?.toReversed());
  });

  it('mix roles and labels', () => {
    const [two, three, five] = batchesOf(ALL, [2, 3, 5]);
    const rolesOf = (batch: readonly number[] = []) => new Set(batch.map((i) => ALL[i]?.role));
    expect(rolesOf(two).size).toBe(2);
    expect(rolesOf(three).size).toBe(3);
    expect(new Set(five?.map((i) => ALL[i]?.t)).size).toBe(2);
  });

  it('use every case when they are large enough, and cases again when they are larger', () => {
    const [batch = []] = batchesOf(ALL, [14]);
    expect(new Set(batch).size).toBe(6);
    expect(batch).toHaveLength(14);
  });

  it('do without roles that a model has not, and are none without cases', () => {
    expect(batchesOf(cases('near', 'near'), [3])[0]).toEqual([0, 1, 0]);
    expect(batchesOf([], [2, 3])).toEqual([]);
  });
});
