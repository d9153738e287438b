import { describe, expect, it } from 'vitest';
import { at } from '../../../scripts/project.ts';
import { problemText } from '../../../src/core/taskset/problem.ts';
import { solutionOf } from '../../../src/core/taskset/solution.ts';
import { questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';

const loaded = await loadTaskSet(at('media/template'));
if (!loaded.ok) throw new Error(loaded.error.map(problemText).join('\n'));
const questions = new Map(questionsOf(loaded.value).map((question) => [question.id, question]));

const partsOf = (id: string) => {
  const question = questions.get(id);
  if (question === undefined) throw new Error(`the template has no question ${id}`);
  return solutionOf(question);
};
const titlesOf = (id: string): string[] => partsOf(id).map(({ title }) => title);

describe('the solution of a question', () => {
  it('tells what is right about every option, and why', () => {
    const [options] = partsOf('1a');
    expect(options?.title).toBe('Options');
    expect(options?.entries.map(({ label, right }) => [label, right])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
    expect(options?.entries[1]?.remark).toBe('There the square is zero.');
  });

  it.each([
    ['1a', ['Options', 'Hints', 'Explanation']],
    ['1c', ['Rubric']],
    ['2a', ['Right answers', 'Required form', 'Mistakes that are recognised', 'Hints']],
    ['2b', ['Facts', 'Connected from start to goal', 'Hints']],
    ['3a', ['Function', 'Pieces', 'Hints']],
    ['4a', ['Model', 'Checks', 'Example programs', 'Hints']],
    ['4b', ['Model', 'Checks', 'Example changes', 'Hints', 'Explanation']],
  ])('of %s has its parts, and none that are empty', (id, titles) => {
    expect(titlesOf(id)).toEqual(titles);
  });

  it('shows mistakes with what they earn and what is said', () => {
    const mistakes = partsOf('2a').find(({ title }) => title.startsWith('Mistakes'));
    expect(mistakes?.entries).toEqual([
      {
        label: 'inner-derivative-missing, at most 1 point',
        text: '$\\frac{1}{1 + u^2}$',
        remark: 'What is the derivative of $1 + u^2$?',
      },
    ]);
  });
});
