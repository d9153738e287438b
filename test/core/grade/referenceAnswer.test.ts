import { describe, expect, it } from 'vitest';
import { at } from '../../../scripts/project.ts';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { grade } from '../../../src/core/grade/grade.ts';
import { gradingAlone } from '../../../src/core/grade/grading.ts';
import { referenceAnswer } from '../../../src/core/grade/referenceAnswer.ts';
import { affineText } from '../../../src/core/plane/affineText.ts';
import { problemText } from '../../../src/core/taskset/problem.ts';
import { type Question, questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';

async function questionsIn(folder: string): Promise<readonly Question[]> {
  const loaded = await loadTaskSet(at(folder));
  if (!loaded.ok) throw new Error(loaded.error.map(problemText).join('\n'));
  return questionsOf(loaded.value);
}

const questions = [...(await questionsIn('tasks/ml1')), ...(await questionsIn('media/template'))];
const NEEDS_A_RUN = ['code', 'lines'];
const judged = questions.filter(({ kind }) => !NEEDS_A_RUN.includes(kind) && kind !== 'text');

describe('the reference answer', () => {
  it.each(judged)('to $id ($kind, $title) is correct', async (question) => {
    const run = gradingAlone(cannotRun('not here'));
    const verdict = await grade(question, referenceAnswer(question), run);
    expect([verdict.verdict, verdict.points]).toEqual(['correct', question.points]);
  });

  it('to a program is the reference program, and to a change the reference edits', () => {
    const program = questions.find(({ id }) => id === '5a');
    expect(program && referenceAnswer(program)).toMatchObject({
      files: { 'adversarial.ts': expect.stringContaining('requiresGrad_') as string },
    });
    const change = questions.find(({ id }) => id === '5b');
    expect(change && referenceAnswer(change)).toMatchObject({
      base: 'given',
      edits: [{ line: 10 }],
    });
  });

  it('carries formulas on the pieces that people would write', () => {
    const drawing = questions.find(({ id }) => id === '2a');
    const answer = drawing && referenceAnswer(drawing);
    if (answer === undefined || !('labels' in answer)) throw new Error('2a is a drawing');
    expect(answer.labels.map(({ latex }) => latex).sort()).toEqual(
      ['0', '2x_1', 'x_1 + x_2', 'x_1 - x_2'].sort(),
    );
  });
});

describe('a linear function as text', () => {
  it.each([
    [[0, 0], 0, '0'],
    [[-1, 0], 0, '-x'],
    [[0, 1], -2.5, 'y - 2.5'],
    [[2, -1 / 3], 1, '2x - 0.333333y + 1'],
    [[1e-9, 1], 0, 'y'],
  ] as const)('%j and %d is %s', (gradient, offset, text) => {
    expect(affineText({ gradient, offset }, ['x', 'y'])).toBe(text);
  });
});
