import { describe, expect, it } from 'vitest';
import { finalGrade } from '../../../src/core/gradebook/finalGrade.ts';
import { type Decision } from '../../../src/core/gradebook/gradeRecord.ts';
import { EMPTY_RECORD, graded } from '../../support/gradedRecords.ts';
import { smallSet } from '../../support/taskSet.ts';

const set = smallSet();
const answers = { '1': { selected: ['a'] }, '2': { selected: ['b'] }, '3a': { text: 'So it is.' } };

const decisions = (questions: Record<string, Partial<Decision>>) => ({
  format: 1 as const,
  submission: 'student-000',
  questions: Object.fromEntries(
    Object.entries(questions).map(([id, decision]) => [
      id,
      { points: 0, decidedAt: '2026-01-02T10:00:00Z', ...decision },
    ]),
  ),
});

describe('a final grade', () => {
  it('waits for a person where nothing can decide, and counts only what is settled', async () => {
    const grade = finalGrade(await graded(set, answers), set);
    expect(grade).toMatchObject({ standing: 'open', points: 2, maxPoints: 10, open: ['3a'] });
  });

  it('is complete once a person decided, with the points of the person', async () => {
    const { record } = await graded(set, answers);
    const grade = finalGrade({ record, decisions: decisions({ '3a': { points: 0.5 } }) }, set);
    expect(grade).toMatchObject({ standing: 'final', points: 2.5, open: [] });
  });

  it('lets a person overrule what was computed, within what the question offers', async () => {
    const { record } = await graded(set, answers);
    const given = decisions({ '1': { points: -3 }, '2': { points: 99 }, '3a': { points: 1 } });
    const { questions, points } = finalGrade({ record, decisions: given }, set);
    expect([...questions.values()].map((each) => each.points)).toEqual([0, 3, 1, 0]);
    expect(points).toBe(4);
    expect(questions.get('1')?.verdict).toBe('correct');
  });

  it('takes no decision that is no number', async () => {
    const { record } = await graded(set, answers);
    const grade = finalGrade({ record, decisions: decisions({ '3a': { points: NaN } }) }, set);
    expect(grade.open).toEqual(['3a']);
  });

  it('is none for a submission that could not be graded: not zero points', () => {
    const record = { ...EMPTY_RECORD, cause: 'not-gradable' as const };
    const grade = finalGrade({ record }, set);
    expect(grade.standing).toBe('not-gradable');
    expect(grade.open).toHaveLength(4);
    expect([...grade.questions.values()].every(({ settled }) => !settled)).toBe(true);
  });

  it('takes no question from names that every object has', () => {
    const record = { ...EMPTY_RECORD, questions: Object.create({ '1': {} }) as object as never };
    expect(finalGrade({ record }, set).questions.get('1')?.verdict).toBe('not-run');
  });
});
