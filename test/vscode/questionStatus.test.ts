import { describe, expect, it } from 'vitest';
import { type PublicTask } from '../../src/core/taskset/publicTask.ts';
import { type QuestionRecord } from '../../src/runtime/attempt/questionRecord.ts';
import { earnedPoints, pointsOf, pointsText, statusOf } from '../../src/vscode/questionStatus.ts';

const question = (id: string, points: number) =>
  ({ id, kind: 'text', title: id, prompt: '', points }) as const;
const task: PublicTask = {
  id: 'first',
  title: 'First',
  prompt: '',
  points: 5,
  questions: [question('1', 2), question('2', 3)],
  figures: [],
};
const answer = { text: 'an answer' };
const verdict = { verdict: 'partial', points: 1.5, maxPoints: 2, feedback: [] } as const;

describe('how a question stands', () => {
  it('goes from unanswered over answered to its verdict', () => {
    const choice = { kind: 'choice' } as const;
    expect(statusOf(choice, { revision: 0 })).toBe('unanswered');
    expect(statusOf(choice, { revision: 1, answer })).toBe('answered');
    expect(statusOf(choice, { revision: 1, answer, verdict })).toBe('partial');
  });

  it('has earned something only once it was judged', () => {
    expect(earnedPoints({ revision: 1, answer, verdict })).toBe(1.5);
    expect(earnedPoints({ revision: 1, answer })).toBeUndefined();
    const unreadable = { ...verdict, verdict: 'invalid', points: 0 } as const;
    expect(earnedPoints({ revision: 1, answer, verdict: unreadable })).toBeUndefined();
  });

  it('waits for a person once a text is answered', () => {
    expect(statusOf({ kind: 'text' }, { revision: 1, answer })).toBe('manual');
  });
});

describe('points', () => {
  it('sum what checked questions have earned, out of what all of them can earn', () => {
    const records: Record<string, QuestionRecord> = {
      '1': { revision: 1, answer, verdict },
      '2': { revision: 1, answer },
    };
    const points = pointsOf([task], (id) => records[id] ?? { revision: 0 });
    expect(points).toEqual({ points: 1.5, maxPoints: 5, answered: 2, questions: 2 });
  });

  it('are written without the noise of binary fractions', () => {
    expect(pointsText(0.1 + 0.2)).toBe('0.3');
    expect(pointsText(12)).toBe('12');
  });
});
