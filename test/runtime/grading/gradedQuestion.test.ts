import { describe, expect, it } from 'vitest';
import { type VerdictKind } from '../../../src/core/grade/verdict.ts';
import {
  gradedQuestion,
  settledPoints,
  ungraded,
} from '../../../src/runtime/grading/gradedQuestion.ts';

const verdict = (kind: VerdictKind, points = 0) =>
  ({ verdict: kind, points, maxPoints: 4, feedback: [] }) as const;

describe('a graded question', () => {
  it.each([
    ['correct', 'ok', true],
    ['partial', 'wrong', true],
    ['wrong', 'wrong', true],
    ['unanswered', 'ok', true],
    ['undecided', 'ok', false],
    ['manual', 'ok', false],
    ['invalid', 'not-gradable', false],
    ['not-run', 'internal', false],
  ] as const)('that is %s has the cause %s; its points are final: %s', (kind, cause, settled) => {
    expect(gradedQuestion(verdict(kind), {})).toMatchObject({ cause, settled });
  });

  it('whose program ended without a result is left to a person', () => {
    for (const cause of ['timeout', 'memory', 'output', 'crash', 'tampered', 'internal'] as const) {
      expect(gradedQuestion(verdict('wrong'), { cause })).toMatchObject({ cause, settled: false });
    }
    expect(gradedQuestion(verdict('wrong'), { cause: 'wrong' })).toMatchObject({ settled: true });
  });

  it('about which nothing is known earns nothing and loses nothing', () => {
    expect(ungraded(4, 'crash', 'It crashed.')).toMatchObject({
      verdict: 'not-run',
      settled: false,
      feedback: ['It crashed.'],
    });
  });

  it('counts once it is settled', () => {
    const questions = {
      a: gradedQuestion(verdict('correct', 4), {}),
      b: gradedQuestion(verdict('partial', 1.5), {}),
      c: gradedQuestion(verdict('undecided', 2), {}),
    };
    expect(settledPoints(questions)).toBe(5.5);
  });
});
