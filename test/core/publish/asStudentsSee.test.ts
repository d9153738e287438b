import { beforeAll, describe, expect, it } from 'vitest';
import { asStudentsSee } from '../../../src/core/publish/asStudentsSee.ts';
import { publicTaskSet } from '../../../src/core/taskset/publicTaskSet.ts';
import { type TaskSet, questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';

describe('an exam as students see it', () => {
  let whole: TaskSet;

  beforeAll(async () => {
    const loaded = await loadTaskSet('media/template');
    if (!loaded.ok) throw new Error('the template has problems');
    whole = { ...loaded.value, mode: 'exam', reveal: [], variants: 4, variant: 3 };
  });

  it('shows what the whole set shows, and cannot be judged', () => {
    const seen = publicTaskSet(asStudentsSee(whole));
    expect(seen).toEqual({ ...publicTaskSet(whole), canGrade: false });
    expect(seen.variant).toBe(3);
  });

  it('holds no solution', () => {
    const text = JSON.stringify(asStudentsSee(whole));
    for (const secret of ['There the square is zero', 'gradient descent diverges', 'backward();'])
      expect(text).not.toContain(secret);
  });

  it('keeps the places and the files of the author', () => {
    const [seen, authored] = [asStudentsSee(whole), whole].map((set) =>
      questionsOf(set).map((question) => [
        question.at,
        question.kind === 'code' ? question.model : undefined,
      ]),
    );
    expect(seen).toEqual(authored);
  });

  it('is the set itself where students practise', () => {
    const practice: TaskSet = { ...whole, mode: 'practice' };
    expect(asStudentsSee(practice)).toBe(practice);
  });
});
