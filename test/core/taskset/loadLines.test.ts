import { describe, expect, it } from 'vitest';
import { publicTaskSet } from '../../../src/core/taskset/publicTaskSet.ts';
import { LINES_SET, linesQuestion } from '../../support/lines.ts';
import { problemsOf, smallSet } from '../../support/taskSet.ts';

function problemsWith(from: string, to: string): string[] {
  const text = LINES_SET['second/task.yaml'] ?? '';
  const place = text.lastIndexOf(from);
  if (place < 0) throw new Error(`the task has no ${from}`);
  const changed = text.slice(0, place) + to + text.slice(place + from.length);
  return problemsOf({ ...LINES_SET, 'second/task.yaml': changed }).map((problem) =>
    problem.replace(/^second\/task.yaml:\d+:\d+: /, ''),
  );
}

describe('a question about changing a program', () => {
  it('is read with its texts in place', () => {
    expect(problemsOf(LINES_SET)).toEqual([]);
    expect(linesQuestion()).toMatchObject({
      program: '3b',
      given: 'one();\nadd();\n',
      model: { file: 'second/model.onnx' },
      examples: [{ name: 'nothing', own: 'own();\n', edits: [], at: { file: 'second/task.yaml' } }],
    });
  });

  it('shows neither the given program nor what is checked', () => {
    const shown = JSON.stringify(publicTaskSet(smallSet(LINES_SET)));
    for (const secret of ['add()', 'sum()', 'window', 'Rows']) expect(shown).not.toContain(secret);
    expect(shown).toContain('"kind":"lines","program":"3b","file":"attack.ts"');
  });

  it.each([
    [
      'program: 3b',
      'program: 3a',
      "a code question '3a' with a file attack.ts, but question 3a is of kind text",
    ],
    [
      'program: 3b',
      'program: 9z',
      "expected a code question '9z' with a file attack.ts, but there is none",
    ],
    ['{ file: attack.ts,', '{ file: other.ts,', 'with a file other.ts, but it has attack.ts'],
    ['given: given.ts', 'given: gone.ts', 'there is no file gone.ts'],
    ['file: own.ts', 'file: gone.ts', 'there is no file gone.ts'],
    ['line: 2', 'line: 5', 'Edit 1 (replace line 5): the program has the lines 1 to 3.'],
    ['was: ', 'when: ', 'unknown field "when"'],
    ["was: 'add();'", "was: 'gone'", 'the program has changed since'],
    ['with: rows', 'with: boundary', 'boundary'],
    [
      ', title: Rows, points: 2',
      ', title: Rows, points: 3',
      "must add up to the question's: expected 4, found 5",
    ],
    ['check: shape', 'check: rows', "'rows' occurs twice in checks"],
    ['batches: [2, 3]', 'batches: [1]', 'batches[0]: expected'],
    ['low: [-1, -1]', 'low: [-1]', 'low must lie below high in every coordinate'],
    ['distance: 0.1', 'distance: 0', 'distance: expected more than 0'],
    ['verdict: correct', 'verdict: right', 'verdict: expected'],
  ])('is refused where %j reads %j', (from, to, expected) => {
    expect(problemsWith(from, to).join('\n')).toContain(expected);
  });

  it('is refused where a check counts with another that does not count', () => {
    const problems = problemsWith('      - { check: shape, title: Shape, points: 1 }\n', '');
    expect(problems.join()).toContain('must add up');
    const rows = '      - { check: rows, title: Rows, points: 2 }\n';
    expect(problemsWith(rows, '').join()).toContain(
      'expected one of checks: shape, single-row, model',
    );
  });
});
