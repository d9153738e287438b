import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer } from '../../../src/core/answer/answer.ts';
import { cannotRun } from '../../../src/core/grade/codeRun.ts';
import { echoOf } from '../../../src/core/grade/echoOf.ts';
import { grade } from '../../../src/core/grade/grade.ts';
import { answersIn } from '../../../src/core/grade/gradeAttempt.ts';
import { examCopy, openExamCopy } from '../../../src/core/publish/examCopy.ts';
import { publicTaskSet } from '../../../src/core/taskset/publicTaskSet.ts';
import { type TaskSet, questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';

function opened(text: string): readonly TaskSet[] {
  const read = openExamCopy(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The reading that a copy allows: what is readable with the solution at hand, and what is not. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  '1.1': { selected: ['a'] },
  '2a': {
    items: [
      {
        type: 'line',
        points: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
    labels: [],
  },
  '3a': { latex: '2x' },
  '3b': { steps: [{ latex: 'y' }] },
  '3c': { text: 'Because the norm of w is small.' },
  '4a': { nodes: [{ id: 'n1', label: 'h_1' }], edges: [] },
  '5a': { files: { 'adversarial.ts': 'export function adversarial() {}' } },
  '5b': { edits: [{ line: 1, action: 'replace', text: 'x' }] },
  '5c': { text: 'It is slow.' },
};

describe('the copy of an exam', () => {
  let whole: TaskSet;
  let copy: TaskSet;

  beforeAll(async () => {
    const loaded = await loadTaskSet('tasks/ml1');
    if (!loaded.ok) throw new Error('the bundled set has problems');
    whole = { ...loaded.value, mode: 'exam', reveal: [] };
    const [first] = opened(examCopy([whole]));
    if (first === undefined) throw new Error('an empty copy');
    copy = first;
  });

  it('shows students what the whole set shows them', () => {
    const shown = publicTaskSet(copy);
    expect(shown.canGrade).toBe(false);
    expect({ ...shown, canGrade: true }).toEqual(publicTaskSet(whole));
  });

  it('marks every question as one that cannot be judged', () => {
    expect(copy.copy).toBe('student');
    expect(questionsOf(copy).every(({ withheld }) => withheld === true)).toBe(true);
  });

  it('is the same when it is written again', () => {
    const text = examCopy([whole]);
    expect(examCopy(opened(text))).toBe(text);
  });

  it('judges no answer, right or wrong: what can be read is graded later', async () => {
    const given = new Map<string, unknown>(Object.entries(ANSWERS));
    const grading = { run: cannotRun('nothing runs here'), answerTo: answersIn(copy, given) };
    for (const question of questionsOf(copy).filter(({ id }) => given.has(id))) {
      const verdict = await grade(question, given.get(question.id), grading);
      expect(verdict, question.id).toMatchObject({ verdict: 'manual', points: 0 });
      expect(verdict.evidence).toEqual({ readable: true });
    }
  });

  it.each([
    ['1.1', { selected: ['z'] }, 'There is no option'],
    ['2a', { items: [{ type: 'line', points: [[0, 0]] }], labels: [] }, 'point'],
    ['3a', { latex: String.raw`\frac{` }, ''],
    ['3b', { steps: [{ latex: '2 +' }] }, 'Step 1 cannot be read'],
    ['4a', { nodes: [{ id: 'a', label: String.raw`\frac{` }], edges: [] }, 'cannot be read'],
    ['5a', { files: { 'other.ts': '' } }, 'Expected the files'],
    ['5b', { base: 'given', edits: [] }, 'but there is none'],
    ['5c', { text: 'word '.repeat(500) }, 'words'],
  ])('says of an answer to %s that it cannot be read', async (id, answer, reason) => {
    const question = questionsOf(copy).find((each) => each.id === id);
    if (question === undefined) throw new Error(`no question ${id}`);
    const grading = { run: cannotRun('nothing runs here'), answerTo: () => undefined };
    const verdict = await grade(question, answer, grading);
    expect(verdict.verdict).toBe('invalid');
    expect(verdict.feedback.join(' ')).toContain(reason);
  });

  it.each(['3a', '3b', '4a', '4b', '4c', '4d'])(
    'reads formulas of %s as the whole set does',
    (id) => {
      const [here, there] = [copy, whole].map((set) =>
        questionsOf(set).find((question) => question.id === id),
      );
      if (here === undefined || there === undefined) throw new Error(`no question ${id}`);
      for (const latex of [
        'x',
        'w_1 + 2',
        String.raw`\frac{`,
        'nonsense_9',
        String.raw`\|w\|`,
        'y = 2',
      ]) {
        expect(echoOf(here, latex)).toEqual(echoOf(there, latex));
      }
    },
  );

  it('holds once what its variants share', () => {
    const [task, ...others] = whole.tasks;
    if (task === undefined) throw new Error('no task');
    const variants = Array.from({ length: 20 }, (_, index) => ({
      ...whole,
      variants: 20,
      variant: index + 1,
      tasks: [{ ...task, title: `Number ${index}` }, ...others],
    }));
    const text = examCopy(variants);
    expect(text.length).toBeLessThan(examCopy([whole]).length + 20 * 700);
    const sets = opened(text);
    expect(sets.map(({ variant }) => variant)).toEqual(variants.map(({ variant }) => variant));
    expect(sets[7]?.tasks[0]?.title).toBe('Number 7');
    expect(sets[7]?.tasks[1]).toBe(sets[3]?.tasks[1]);
  });

  it.each([
    ['{', 'expected JSON'],
    ['{"format":2}', 'format'],
    ['[]', 'expected'],
  ])('is refused with a reason when it reads %s', (text, reason) => {
    const read = openExamCopy(text);
    expect(read.ok ? '' : read.error.map(({ message }) => message).join(' ')).toContain(reason);
  });

  it('is refused when it has a field more, or a kind that is none', () => {
    const text = examCopy([whole]);
    for (const spoilt of [
      text.replace('"kind":"choice"', '"kind":"choice","answers":["a"]'),
      text.replace('"kind":"choice"', '"kind":"chance"'),
      text.replace('"questions":[0', '"questions":[4000'),
    ]) {
      expect(spoilt).not.toBe(text);
      expect(openExamCopy(spoilt).ok).toBe(false);
    }
  });
});
