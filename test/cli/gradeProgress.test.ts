import { describe, expect, it } from 'vitest';
import { GradeProgress } from '../../src/cli/gradeProgress.ts';
import { summaryOf, summaryText } from '../../src/cli/gradeSummary.ts';
import { finalGrade, type Graded } from '../../src/core/gradebook/finalGrade.ts';
import { EMPTY_RECORD, graded } from '../support/gradedRecords.ts';
import { smallSet } from '../support/taskSet.ts';

const set = smallSet();
const TEXT = { '3a': { text: 'So.' } };
const RIGHT = { '1': { selected: ['a'] } };

const answered = (answers: Readonly<Record<string, unknown>>): Promise<Graded> =>
  graded(set, answers, { submission: 'cleo' });

const unread: Graded = {
  record: { ...EMPTY_RECORD, submission: 'dora', cause: 'not-gradable', reason: 'It is empty.' },
};

function decided(by: Graded): Graded {
  const questions = { '3a': { points: 0.5, decidedAt: '2026-06-02T08:00:00.000Z' } };
  return { ...by, decisions: { format: 1, submission: 'cleo', questions } };
}

function told(of: Graded): string {
  const lines: string[] = [];
  const stderr = (text: string): void => void lines.push(text);
  const io = { stdout: stderr, stderr, interactive: false };
  new GradeProgress(io, 1).add(finalGrade(of, set), false);
  return lines.join('');
}

describe('the line of a submission that was graded', () => {
  it('tells its points, and what waits for a person', async () => {
    expect(told(await answered(RIGHT))).toBe('[1/1] cleo: 2 of 10\n');
    const line = '[1/1] cleo: 2 of 10, 1 waits for a person\n';
    expect(told(await answered({ ...RIGHT, ...TEXT }))).toBe(line);
  });

  it('tells no points where all that was answered waits for a person', async () => {
    const line = '[1/1] cleo: nothing final yet, 1 waits for a person\n';
    expect(told(await answered(TEXT))).toBe(line);
  });

  it('tells what a person has decided', async () => {
    expect(told(decided(await answered(TEXT)))).toBe('[1/1] cleo: 0.5 of 10\n');
  });

  it('says why nothing is known of it', () => {
    expect(told(unread)).toBe('[1/1] dora: not graded. It is empty.\n');
  });
});

describe('the summary of a class', () => {
  const headOf = (all: readonly Graded[]): string | undefined => {
    const grades = all.map((each) => finalGrade(each, set));
    return summaryText(summaryOf({ grades, changes: undefined }, 'out'))
      .split('\n')
      .at(0);
  };

  it('counts answers, and says in how many submissions where some cannot be graded', async () => {
    const one = await answered(RIGHT);
    expect(headOf([one])).toBe('1 submission, 1 of 4 questions answered');
    expect(headOf([one, unread])).toBe(
      '2 submissions, 1 of 4 questions answered in the 1 that can be graded',
    );
    expect(headOf([unread])).toBe('1 submission, of which none can be graded');
  });
});
