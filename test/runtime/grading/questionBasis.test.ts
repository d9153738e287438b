import { describe, expect, it } from 'vitest';
import { type TaskSet } from '../../../src/core/taskset/taskSet.ts';
import { questionBases } from '../../../src/runtime/grading/questionBasis.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';
import { smallSet, spoiled } from '../../support/taskSet.ts';

const SEED = '0'.repeat(32);

/** Ids of questions whose basis differs. */
function differing(one: TaskSet, other: TaskSet, seed = SEED): string[] {
  const before = questionBases(one, SEED);
  return [...questionBases(other, seed)].flatMap(([id, basis]) =>
    before.get(id) === basis ? [] : [id],
  );
}

const small = smallSet();

describe('what a verdict rests on', () => {
  it('is the same for the same set, also when lines have moved', () => {
    const moved = spoiled('first/task.yaml', 'title: First', '# a remark\n\n\ntitle: First');
    expect(differing(small, smallSet())).toEqual([]);
    expect(differing(small, smallSet(moved))).toEqual([]);
  });

  it.each([
    ['first/task.yaml', 'correct: true, feedback: Yes.', 'correct: true, feedback: Right.', '1'],
    ['second/task.yaml', 'maxWords: 5', 'maxWords: 6', '3a'],
    ['second/task.yaml', 'iterations: 10', 'iterations: 11', '3b'],
    ['second/solution/attack.ts', '// solution', '// another', '3b'],
  ])('of %s with %s changed to %s is another for %s only', (file, from, to, id) => {
    expect(differing(small, smallSet(spoiled(file, from, to)))).toEqual([id]);
  });

  it('is another for programs with another seed', () => {
    expect(differing(small, small, '1'.repeat(32))).toEqual(['3b']);
  });

  it('tells every question of the bundled exam from every other, and has those that lean on others change with them', async () => {
    const loaded = await loadTaskSet('tasks/ml1');
    if (!loaded.ok) throw new Error('the bundled exam has problems');
    const bases = questionBases(loaded.value, SEED);
    expect(new Set(bases.values()).size).toBe(bases.size);
    expect(differing(loaded.value, withPoints(loaded.value, '5a'))).toEqual(['5a', '5b']);
  });
});

function withPoints(set: TaskSet, id: string): TaskSet {
  const tasks = set.tasks.map((task) => ({
    ...task,
    questions: task.questions.map((each) => (each.id === id ? { ...each, points: 100 } : each)),
  }));
  return { ...set, tasks };
}
