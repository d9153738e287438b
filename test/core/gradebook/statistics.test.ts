import { beforeAll, describe, expect, it } from 'vitest';
import { type FinalGrade, finalGrade } from '../../../src/core/gradebook/finalGrade.ts';
import { statisticsOf } from '../../../src/core/gradebook/statistics.ts';
import { EMPTY_RECORD, graded } from '../../support/gradedRecords.ts';
import { smallSet } from '../../support/taskSet.ts';

const set = smallSet();
const grades: FinalGrade[] = [];

/** Twelve who answer: who is good at one question is good at all; two files that cannot be read. */
beforeAll(async () => {
  for (let nth = 0; nth < 12; nth += 1) {
    const isGood = nth >= 6;
    const answers = {
      '1': { selected: [isGood ? 'a' : 'b'] },
      '2': { selected: isGood ? ['a', 'c'] : nth % 2 === 0 ? ['a'] : ['b', 'd'] },
      '3b': { files: { 'attack.ts': isGood ? 'xxxx' : 'xxx' } },
    };
    grades.push(finalGrade(await graded(set, answers, { submission: `s${nth}` }), set));
  }
  const broken = { ...EMPTY_RECORD, cause: 'not-gradable' as const };
  grades.push(finalGrade({ record: broken }, set), finalGrade({ record: broken }, set));
});

describe('statistics of a class', () => {
  it('count submissions by standing and cause; unreadable ones lower no mean', () => {
    const { submissions, standings, causes, totals, alpha } = statisticsOf(grades, set);
    expect(submissions).toBe(14);
    expect(Object.fromEntries(standings)).toEqual({ final: 12, 'not-gradable': 2 });
    expect(Object.fromEntries(causes)).toEqual({ ok: 12, 'not-gradable': 2 });
    expect(totals).toMatchObject({ count: 12, most: 9 });
    expect(alpha).toHaveProperty('value');
  });

  it('tell difficulty, discrimination without the question itself, and what was selected', () => {
    const [one, two] = statisticsOf(grades, set).questions;
    expect(one).toMatchObject({ difficulty: 0.5, open: 0 });
    expect(one?.histogram).toEqual([6, 0, 0, 0, 0, 0, 0, 0, 0, 6]);
    expect(one?.options.map(({ id, count, correct }) => [id, count, correct])).toEqual([
      ['a', 6, true],
      ['b', 6, false],
    ]);
    expect(one?.discrimination).toEqual({ value: expect.closeTo(0.98, 1) as number });
    expect(two?.options.map(({ count }) => count)).toEqual([9, 3, 6, 3]);
  });

  it('count named mistakes and verdicts', () => {
    const code = statisticsOf(grades, set).questions.find(({ id }) => id === '3b');
    expect(Object.fromEntries(code?.mistakes ?? [])).toEqual({ 'no-zero-grad': 6 });
    expect(code?.verdicts.get('correct')).toBe(6);
  });

  it('say “too few” instead of a number for small classes', () => {
    const { alpha, questions } = statisticsOf(grades.slice(0, 5), set);
    expect(alpha).toHaveProperty('missing');
    expect(questions[0]?.discrimination).toHaveProperty('missing');
  });

  it('hold for nobody at all', () => {
    const { totals, questions } = statisticsOf([], set);
    expect(totals).toBeUndefined();
    expect(questions[0]?.difficulty).toBeUndefined();
  });
});
