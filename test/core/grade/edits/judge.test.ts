import { describe, expect, it } from 'vitest';
import {
  type BatchEnd,
  type EditsEvidence,
  type KnownCase,
  type RowEnd,
} from '../../../../src/core/grade/edits/evidence.ts';
import { isMixed, judgeEdits } from '../../../../src/core/grade/edits/judge.ts';

const TOLERANCES = { boundary: 0.3, objective: 0.2, distance: 0.05 };

/** f(z) = 4 z₁; the best attack ends on the axis. */
const known = (x: readonly [number, number], role: 'near' | 'crossed' = 'near'): KnownCase => {
  const moves = role === 'near';
  const t = x[0] > 0 === moves ? 1 : -1;
  const best = moves ? { z: [0, x[1]], objective: x[0] ** 2 } : { z: x, objective: 0 };
  return { case: { role, x, t }, best };
};

const cases = [known([0.5, 0]), known([-0.4, 1]), known([0.3, 2]), known([0.6, 3], 'crossed')];

const at = (z: readonly number[]): RowEnd => ({ z, fz: 4 * (z[0] ?? 0) });
const right = cases.map(({ best }) => at(best.z));

function batch(
  numbers: readonly number[],
  end: (i: number, row: number) => readonly number[],
): BatchEnd {
  return { cases: numbers, rows: numbers.map((i, row) => at(end(i, row))) };
}

const bestOf = (i: number) => cases[i]?.best.z ?? [];
const startOf = (i: number) => cases[i]?.case.x ?? [];

const BATCHES = [
  [0, 3],
  [1, 2, 0],
  [3, 2, 1, 0, 3, 2],
];

function ending(end: (i: number, row: number, size: number) => readonly number[]): EditsEvidence {
  return {
    cases,
    before: { ran: true, ends: right },
    alone: { ran: true, ends: right },
    together: {
      ran: true,
      ends: BATCHES.map((numbers) => batch(numbers, (i, row) => end(i, row, numbers.length))),
    },
    modelUnchanged: true,
  };
}

const good = ending(bestOf);

function failed(evidence: EditsEvidence) {
  return judgeEdits(evidence, TOLERANCES).filter(({ passed }) => passed !== true);
}

describe('judging a changed program', () => {
  it('passes rows that end as they do alone', () => {
    expect(failed(good)).toEqual([]);
    expect(isMixed(good, TOLERANCES)).toBe(false);
  });

  it('passes rows that end as well as the best known attack, though elsewhere than before', () => {
    const before = right.map(({ z }) => at([(z[0] ?? 0) - 0.06, z[1] ?? 0]));
    expect(failed({ ...good, before: { ran: true, ends: before } })).toEqual([]);
  });

  it('fails rows that end elsewhere among others, and shows the worst of the smallest batch', () => {
    const [rows, ...others] = failed(ending((i, row) => (row === 1 ? startOf(i) : bestOf(i))));
    expect(others).toEqual([]);
    expect(rows).toMatchObject({ check: 'rows', passed: false, mistake: 'rows-mixed' });
    // the second row of the batch of two is a crossed one, which has to stay
    expect(rows?.shown).toMatchObject({ x: [0.3, 2], size: 3, expected: { z: [0, 2] } });
    expect(rows?.message).toContain('among 3 rows');
    expect(rows?.message).toContain('The rows influence each other');
  });

  it('holds a wrong program against itself', () => {
    const wrong = (i: number) => [(startOf(i)[0] ?? 0) * 3, 0];
    const ends = cases.map((_, i) => at(wrong(i)));
    const own = { before: { ran: true, ends }, alone: { ran: true, ends } } as const;
    expect(failed({ ...ending(wrong), ...own })).toEqual([]);
    expect(failed({ ...good, ...own, alone: good.alone })).toEqual([]);
    expect(failed({ ...ending((i) => [(startOf(i)[0] ?? 0) * 3.5, 0]), ...own })).toMatchObject([
      { check: 'rows', passed: false },
    ]);
  });

  it('holds a program that moves nothing against the best known attack', () => {
    const ends = cases.map(({ case: { x } }) => at(x));
    const idle = { before: { ran: true, ends }, alone: { ran: true, ends } } as const;
    const findings = failed({ ...ending(startOf), ...idle });
    expect(findings.map(({ check }) => check)).toEqual(['rows', 'single-row']);
    expect(findings[0]?.message).toContain('the program moves no point');
  });

  it('holds a program that gave no result against the best known attack, and says so', () => {
    const before = { ran: false, why: 'b is not defined (line 3)', size: 1 } as const;
    expect(failed({ ...good, before })).toEqual([]);
    const [rows] = failed({ ...ending(startOf), before });
    expect(rows?.message).toContain('no result (b is not defined (line 3))');
  });

  it('does not reach the rows without a result for several', () => {
    const together = {
      ran: false,
      why: 'backward: only a single number has gradients',
      size: 2,
    } as const;
    expect(failed({ ...good, together })).toMatchObject([
      { check: 'shape', passed: false, mistake: 'loss-per-row' },
      { check: 'rows', passed: 'not-run' },
    ]);
    const item = { ...together, why: 'item: only a single number has an item()' };
    expect(failed({ ...good, together: item })[0]?.mistake).toBe('item-of-many');
    const other = { ...together, why: 'b is not defined (line 3 of the changed program)' };
    expect(failed({ ...good, together: other })[0]).toEqual({
      check: 'shape',
      passed: false,
      message:
        'With 2 rows the changed program gives no result: b is not defined (line 3 of the changed program).',
    });
  });

  it('says once that the program cannot be read, and passes nothing', () => {
    const why = "Expected ',' (line 10 of the changed program)";
    const gone = { ran: false, why, size: 2, unreadable: true } as const;
    const findings = judgeEdits({ ...good, together: gone, alone: gone }, TOLERANCES);
    expect(findings.map(({ passed }) => passed)).toEqual([false, 'not-run', 'not-run', 'not-run']);
    expect(findings.filter(({ message }) => message.includes(why))).toEqual([
      { check: 'shape', passed: false, message: `The program cannot be read: ${why}.` },
    ]);
  });

  it('names a single row that does not work any more', () => {
    const gone = { ran: false, why: 'at: index 1 is out of range', size: 1 } as const;
    expect(failed({ ...good, alone: gone })).toMatchObject([
      { check: 'single-row', passed: false, mistake: 'single-row-broken' },
    ]);
    const elsewhere = cases.map(({ case: { x } }) => at(x));
    const [finding] = failed({ ...good, alone: { ran: true, ends: elsewhere } });
    expect(finding?.message).toContain('A single row does not end as before the change: for $x =');
  });

  it('tells rows that are left where they were', () => {
    const first = failed(ending((i, row) => (row === 0 ? bestOf(i) : startOf(i))));
    expect(first[0]?.mistake).toBe('first-row-only');
    expect(failed(ending(startOf))[0]?.mistake).toBe('not-moved');
  });

  it('names the mistaken program that ends close by, and only that', () => {
    const mean = (i: number) => bestOf(i).map((best, axis) => ((startOf(i)[axis] ?? 0) + best) / 2);
    const near = { mistake: 'mean-for-sum', place: 2, z: (BATCHES[2] ?? []).map(mean) } as const;
    const farther = {
      ...near,
      mistake: 'hinge-after-sum',
      z: near.z.map(([, b = 0]) => [2, b]),
    } as const;
    const evidence = { ...ending(mean), mistaken: [farther, near] };
    expect(isMixed(evidence, TOLERANCES)).toBe(true);
    expect(failed(evidence)[0]?.mistake).toBe('mean-for-sum');
    expect(failed({ ...evidence, mistaken: [farther] })[0]?.mistake).toBe('rows-mixed');
    const asFar = { ...near, z: near.z.map(([a = 0, b = 0]) => [2 * a, b]) };
    expect(failed({ ...evidence, mistaken: [asFar] })[0]?.mistake).toBe('rows-mixed');
  });

  it('fails rows that reach the boundary at another place than the nearest', () => {
    const aside = ending((i) => [0, (startOf(i)[1] ?? 0) + 1]);
    expect(failed(aside)).toMatchObject([{ check: 'rows', passed: false }]);
  });

  it('does not ask far rows to reach the boundary', () => {
    const far = {
      case: { role: 'far', x: [3, 0], t: 1 },
      best: { z: [2, 0], objective: 9 },
    } as const;
    const numbers = [0, 1];
    const evidence = {
      ...good,
      cases: [...cases.slice(0, 1), far],
      before: { ran: true, ends: [at([0, 0]), at([1, 0])] },
      alone: { ran: true, ends: [at([0, 0]), at([2, 0])] },
      together: { ran: true, ends: [{ cases: numbers, rows: [at([0, 0]), at([2, 0])] }] },
    } as const;
    expect(failed(evidence)).toEqual([]);
  });

  it('fails who alters the model', () => {
    expect(failed({ ...good, modelUnchanged: false })).toMatchObject([
      { check: 'model', passed: false },
    ]);
  });

  it('never takes what is no number for right', () => {
    const evidence = ending((i) => [Number.NaN, startOf(i)[1] ?? 0]);
    expect(failed(evidence)[0]).toMatchObject({ check: 'rows', passed: false });
    expect(
      failed({ ...good, alone: { ran: true, ends: right.map(() => at([Number.NaN, 0])) } }),
    ).toHaveLength(1);
  });
});
