import { describe, expect, it } from 'vitest';
import { verdictText } from '../../src/vscode/verdictText.ts';

const question = { id: '5a', points: 9 };

describe('a verdict in plain words', () => {
  it('says points and the first reason', () => {
    const feedback = ['The objective is $0.91 \\ge 0.42$.', 'Something else.'];
    expect(verdictText(question, { verdict: 'partial', points: 4, maxPoints: 9, feedback })).toBe(
      'Question 5a is partly correct: 4 of 9 points. The objective is 0.91 ≥ 0.42.',
    );
    expect(
      verdictText(question, { verdict: 'correct', points: 9, maxPoints: 9, feedback: [] }),
    ).toBe('Question 5a is correct: 9 of 9 points.');
  });

  it('says no points where nobody has judged', () => {
    const feedback = ['The program did not start.'];
    expect(verdictText(question, { verdict: 'not-run', points: 0, maxPoints: 9, feedback })).toBe(
      'Question 5a is not checked: the check could not run. The program did not start.',
    );
  });
});
