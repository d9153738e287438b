import { expect, it } from 'vitest';
import { changesBetween } from '../../../src/core/gradebook/changes.ts';
import { type Graded } from '../../../src/core/gradebook/finalGrade.ts';
import { graded } from '../../support/gradedRecords.ts';
import { smallSet } from '../../support/taskSet.ts';

const set = smallSet();
const setOf = () => set;
const give = (selected: string) =>
  graded(set, { '1': { selected: [selected] }, '3a': { text: 'So.' } });

const decided = ({ record }: Graded, id: string, points: number): Graded => {
  const decision = { points, decidedAt: '2026-01-02T10:00:00Z' };
  return {
    record,
    decisions: { format: 1, submission: record.submission, questions: { [id]: decision } },
  };
};

it('only grades that changed are told, with what was before', async () => {
  expect(changesBetween([await give('b')], [await give('a')], setOf)).toEqual([
    {
      submission: 'student-000',
      student: undefined,
      question: '1',
      maxPoints: 2,
      before: { verdict: 'wrong', points: 0, settled: true },
      after: { verdict: 'correct', points: 2, settled: true },
    },
  ]);
});

it('nothing changed is nothing told', async () => {
  expect(changesBetween([await give('a')], [await give('a')], setOf)).toEqual([]);
});

it('what a person decided counts on both sides: the same points under another verdict are told', async () => {
  const before = decided(await give('b'), '1', 2);
  const after = decided(await give('a'), '1', 2);
  const [change, ...more] = changesBetween([before], [after], setOf);
  expect(more).toEqual([]);
  expect(change).toMatchObject({ before: { points: 2 }, after: { points: 2, verdict: 'correct' } });
});

it('a decision that settles a question is a change', async () => {
  const before = await give('a');
  const [change] = changesBetween([before], [decided(before, '3a', 1)], setOf);
  expect(change).toMatchObject({
    question: '3a',
    before: { settled: false },
    after: { points: 1 },
  });
});

it('a submission that is new has no grades of before', async () => {
  const changes = changesBetween([], [await give('a')], setOf);
  expect(changes.map(({ question, before }) => [question, before])).toEqual(
    ['1', '2', '3a', '3b'].map((id) => [id, undefined]),
  );
});
