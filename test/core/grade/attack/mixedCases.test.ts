import { expect, it } from 'vitest';
import { type AttackCase, type CaseRole } from '../../../../src/core/grade/attack/case.ts';
import { mixedCases } from '../../../../src/core/grade/attack/mixedCases.ts';
import { tellingCases } from '../../../../src/core/grade/edits/batches.ts';

/** Labels take turns, as they are picked. */
function cases(from: string, counts: Readonly<Record<CaseRole, number>>) {
  return (Object.entries(counts) as [CaseRole, number][]).flatMap(([role, count]) =>
    Array.from({ length: count }, (_, turn) => {
      const attacked: AttackCase = { role, x: [turn], t: turn % 2 === 0 ? 1 : -1 };
      return { from, case: attacked };
    }),
  );
}

const visible = cases('visible', { near: 6, far: 2, crossed: 2 });
const fresh = cases('fresh', { near: 6, far: 1, crossed: 2 });

it('every case is there once', () => {
  const mixed = mixedCases(visible, fresh);
  expect(mixed.length).toBe(visible.length + fresh.length);
  expect(new Set(mixed).size).toBe(mixed.length);
});

it('the few that are run in batches are fresh and visible ones of every role, with both labels', () => {
  const telling = tellingCases(mixedCases(visible, fresh));
  for (const role of ['near', 'far', 'crossed'] as const) {
    const few = telling.filter((each) => each.case.role === role);
    expect(few.map(({ from }) => from)).toEqual(['fresh', 'visible']);
    expect(new Set(few.map((each) => each.case.t)).size).toBe(2);
  }
});

it('where one list has none of a role, the other serves', () => {
  const mixed = mixedCases(cases('visible', { near: 3, far: 0, crossed: 0 }), []);
  expect(mixed.map((each) => each.case.x)).toEqual([[1], [0], [2]]);
});
