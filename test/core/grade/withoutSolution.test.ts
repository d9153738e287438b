import { describe, expect, it } from 'vitest';
import { gradeDrawing } from '../../../src/core/grade/gradeDrawing.ts';
import { type Verdict } from '../../../src/core/grade/verdict.ts';
import { shownIn } from '../../../src/core/grade/withoutSolution.ts';
import { drawing, drawingQuestion } from '../../support/drawings.ts';

const question = drawingQuestion({
  mathematics: { declare: 'x_1, x_2: scalar' },
  function: '|x_1| + |x_2|',
  window: { low: [-2, -2], high: [2, 2] },
  ask: { kind: 'pieces' },
});
const verdict = gradeDrawing(question, drawing(['line 0,0 1,0']));

describe('the verdict on a drawing', () => {
  it('shows what is missing when practising', () => {
    expect(shownIn('practice', 'drawing', verdict).evidence).toMatchObject({
      missing: [expect.any(Array), expect.any(Array)],
    });
  });

  it('keeps it back in an exam, and nothing else', () => {
    const shown = shownIn('exam', 'drawing', verdict);
    const { missing, ...rest } = verdict.evidence ?? {};
    expect(missing).toBeDefined();
    expect(shown).toEqual({ ...verdict, evidence: rest });
    expect(JSON.stringify(shown)).not.toContain(JSON.stringify(missing).slice(2, -2));
  });

  it('is left as it is for other kinds', () => {
    const other = { ...verdict, evidence: { missing: 'h_1' } };
    expect(shownIn('exam', 'diagram', other)).toEqual(other);
  });
});

describe('the verdict on a formula', () => {
  const at = (values: Readonly<Record<string, number>>): Verdict => ({
    verdict: 'wrong',
    points: 0,
    maxPoints: 2,
    feedback: [],
    evidence: { read: '2', counterexample: { sizes: {}, indices: {}, values, left: 2, right: -4 } },
  });

  it('keeps the right number back in an exam', () => {
    expect(shownIn('exam', 'expression', at({})).evidence).toEqual({ read: '2' });
    expect(shownIn('practice', 'expression', at({}))).toEqual(at({}));
  });

  it('shows the values at a point', () => {
    expect(shownIn('exam', 'expression', at({ x: 1 }))).toEqual(at({ x: 1 }));
  });
});
