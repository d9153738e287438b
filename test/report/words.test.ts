import { describe, expect, it } from 'vitest';
import { type FinalQuestion } from '../../src/core/gradebook/finalGrade.ts';
import { outcomeOf } from '../../src/report/words.ts';

const question: FinalQuestion = {
  verdict: 'wrong',
  cause: 'wrong',
  settled: true,
  points: 0,
  maxPoints: 9,
  feedback: [],
};

describe('what a question came to', () => {
  it('is its verdict once it is settled', () => {
    expect(outcomeOf(question)).toEqual({ words: 'not right', tone: 'bad' });
  });

  it.each([
    ['timeout', 'took too long'],
    ['memory', 'used too much memory'],
    ['crash', 'crashed'],
  ] as const)('is never wrong where the check ended by %s', (cause, words) => {
    const open = { ...question, cause, settled: false };
    expect(outcomeOf(open)).toEqual({ words, tone: 'quiet' });
  });

  it('is what a person decided, where one did', () => {
    const decision = { points: 9, decidedAt: '2026-06-02T09:00:00Z' };
    const decided = { ...question, points: 9, cause: 'timeout', settled: true, decision } as const;
    expect(outcomeOf(decided)).toEqual({ words: 'graded by a person', tone: 'good' });
  });
});
