import { describe, expect, it } from 'vitest';
import { publicTaskSet } from '../../../src/core/taskset/publicTaskSet.ts';
import { MODEL_SHA256, SMALL_SET, problemsOf, smallSet, spoiled } from '../../support/taskSet.ts';

const FIRST = 'first/task.yaml';
const SECOND = 'second/task.yaml';

/** What authors get wrong, each with the file it is in, what stands there and what they write. */
const SLIPS: Readonly<Record<string, readonly [string, string, string]>> = {
  'a misspelt field': ['taskset.yaml', 'title:', 'tilte:'],
  'a field nobody knows': ['taskset.yaml', 'language: en', 'language: en\ncolour: red'],
  'a missing field': [FIRST, '    title: One\n', ''],
  'a question id without quotes': [FIRST, "id: '1'", 'id: 1.1'],
  'a text for a number': [FIRST, 'points: 2', 'points: two'],
  'no points at all': [FIRST, 'points: 2', 'points: 0'],
  'an unknown kind': [FIRST, 'kind: choice', 'kind: chioce'],
  'an unknown switch': ['taskset.yaml', 'points: 10', 'points: 10\nreplacements: maybe'],
  'a mode that is none': ['taskset.yaml', 'points: 10', 'points: 10\nmode: test'],
  'a language that is none': ['taskset.yaml', 'language: en', 'language: en-1'],
  'a later format': ['taskset.yaml', 'format: 1', 'format: 2'],
  'points that do not add up': ['taskset.yaml', 'points: 10', 'points: 12'],
  'a rubric that does not add up': [
    SECOND,
    'criterion: That, points: 1',
    'criterion: That, points: 2',
  ],
  'a model answer longer than it may be': [
    SECOND,
    'maxWords: 5',
    'maxWords: 2\n    maxSentences: 1',
  ],
  'checks that do not add up': [SECOND, 'title: Boundary, points: 3', 'title: Boundary, points: 2'],
  'no right option': [FIRST, 'text: This, correct: true', 'text: This'],
  'two right options in a single choice': [FIRST, 'text: That', 'text: That, correct: true'],
  'credit without multiple': [
    FIRST,
    '    prompt: Which one?',
    '    credit: all-or-nothing\n    prompt: Which one?',
  ],
  'an option id that occurs twice': [FIRST, 'id: b, text: That', 'id: a, text: That'],
  'a question id that occurs twice': [SECOND, 'id: 3a', "id: '2'"],
  'a task that is listed twice': ['taskset.yaml', '[first, second]', '[first, second, first]'],
  'a task without a folder': ['taskset.yaml', 'second]', 'second, third]'],
  'a file that is not there': [SECOND, 'file: 3a.md', 'file: 3b.md'],
  'a path out of the folder': [SECOND, 'file: 3a.md', 'file: ../first/task.yaml'],
  'an absolute path': [SECOND, 'student/attack.ts', '/etc/passwd'],
  'a path with a backslash': [SECOND, 'student/attack.ts', "'student\\attack.ts'"],
  'a hidden file': [SECOND, 'student/attack.ts', '.git/config'],
  'a file name outside of ASCII': [SECOND, '{ attack.ts: student', '{ ättack.ts: student'],
  'a hash that is none': [SECOND, MODEL_SHA256, 'f00d'],
  'a model with another hash': [SECOND, MODEL_SHA256, 'ab'.repeat(32)],
  'an entry that nobody writes': [SECOND, 'entry: { file: attack.ts', 'entry: { file: main.ts'],
  'rows of unequal length': [SECOND, 'x: [[1, 2]]', 'x: [[1, 2], [3]]'],
  'a window upside down': [SECOND, 'low: [-1, -1]', 'low: [-1, 1]'],
  'a check that the checker does not have': [SECOND, 'check: boundary', 'check: speed'],
  'a picture that is not there': [FIRST, '(figure.svg)', '(other.svg)'],
  'a picture without a text': [FIRST, '![a figure]', '![]'],
  'a picture from the net': [FIRST, '(figure.svg)', '(https://example.org/a.png)'],
  'a picture that is none': [FIRST, '(figure.svg)', '(task.yaml)'],
  'a field twice': [FIRST, 'title: First', 'title: First\ntitle: Second'],
  'broken YAML': [FIRST, 'title: First', 'title: "First'],
  'a tab for indentation': [FIRST, '    title: One', '\ttitle: One'],
  'an alias': [FIRST, 'prompt: Which one?', 'prompt: *other'],
  'an anchor': [FIRST, 'prompt: Which one?', 'prompt: &other Which one?'],
  'a tag': [FIRST, 'prompt: Which one?', 'prompt: !!binary Which'],
  'two documents': ['taskset.yaml', 'format: 1', 'format: 1\n---\nformat: 1'],
  'a list for a map': ['taskset.yaml', 'format: 1', '- format: 1\n#'],
};

describe('reading a task set', () => {
  it('takes a right one', () => {
    const set = smallSet();
    expect(set.tasks.map((task) => [task.id, task.points, task.figures])).toEqual([
      ['first', 5, ['figure.svg']],
      ['second', 5, []],
    ]);
    expect(set.tasks[1]?.questions[0]).toMatchObject({ prompt: 'Why?\n', at: { line: 3 } });
  });

  it('says what is wrong, where, what was expected and what was found', async () => {
    const transcript = Object.entries(SLIPS).map(([name, slip]) => {
      const problems = problemsOf(spoiled(...slip));
      expect(problems, name).not.toEqual([]);
      return [`# ${name}`, ...problems].join('\n');
    });
    await expect(`${transcript.join('\n\n')}\n`).toMatchFileSnapshot('problems.golden.txt');
  });

  it('reports a missing taskset.yaml', () => {
    expect(problemsOf({})).toEqual(['taskset.yaml:1:1: the file is missing']);
  });

  it('drops replacement questions, and their points, when they are switched off', () => {
    const replaced = spoiled(FIRST, '    title: One\n', '    title: One\n    replacement: true\n');
    const head = replaced['taskset.yaml'] ?? '';
    const off = {
      ...replaced,
      'taskset.yaml': head.replace('points: 10', 'points: 8\nreplacements: off'),
    };
    expect(smallSet(replaced).points).toBe(10);
    expect(smallSet(off).points).toBe(8);
    expect(smallSet(off).tasks[0]?.questions.map(({ id }) => id)).toEqual(['2']);
  });

  it('is for practice unless it says that it is an exam', () => {
    const exam = spoiled('taskset.yaml', 'points: 10', 'points: 10\nmode: exam');
    expect([smallSet().mode, smallSet(exam).mode]).toEqual(['practice', 'exam']);
    expect(publicTaskSet(smallSet(exam)).mode).toBe('exam');
  });

  it('counts texts by the rules of its language', () => {
    const german = spoiled('taskset.yaml', 'language: en', 'language: de');
    expect(smallSet(german).tasks[1]?.questions[0]).toMatchObject({ kind: 'text', language: 'de' });
  });

  it('shows at most a hundred problems', () => {
    const missing = Array.from({ length: 50 }, (_, index) => `t${index}`);
    const tasks = [...missing, ...missing].join(', ');
    const spoilt = spoiled('taskset.yaml', '[first, second]', `[${tasks}]`);
    expect(problemsOf(spoilt)).toHaveLength(100);
  });

  it('reads every file of a set that it names, and no other', () => {
    for (const file of Object.keys(SMALL_SET)) {
      const { [file]: left, ...rest } = SMALL_SET;
      expect(left).toBeDefined();
      expect(problemsOf(rest), file).not.toEqual([]);
    }
  });
});
