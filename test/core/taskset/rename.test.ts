import { describe, expect, it } from 'vitest';
import { parseTaskSet } from '../../../src/core/taskset/parseTaskSet.ts';
import { type Problem } from '../../../src/core/taskset/problem.ts';
import { filesOf, spoiled } from '../../support/taskSet.ts';

function problemsIn(file: string, from: string, to: string): readonly Problem[] {
  const parsed = parseTaskSet(filesOf(spoiled(file, from, to)));
  return parsed.ok ? [] : parsed.error;
}

describe('a field with an unknown name', () => {
  it('comes with the name that was probably meant', () => {
    const [first] = problemsIn('first/task.yaml', 'kind: choice', 'kind: choice\n    hnits: [x]');
    expect(first).toMatchObject({ line: 9, column: 5, rename: { from: 'hnits', to: 'hints' } });
  });

  it('comes without one where none is near', () => {
    const [first] = problemsIn('taskset.yaml', 'language: en', 'language: en\ncolour: red');
    expect(first?.message).toContain('unknown field "colour"');
    expect(first?.rename).toBeUndefined();
  });
});
