import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishTaskSet } from '../../src/runtime/publish/publishTaskSet.ts';
import { exambench } from '../support/commandLine.ts';
import { SetFolder } from '../support/setFolder.ts';
import { SMALL_SET } from '../support/taskSet.ts';

let folder: SetFolder;
beforeEach(async () => {
  folder = await SetFolder.create();
});
afterEach(() => folder.remove());

const ANSWERS = {
  '1': { selected: ['b'] },
  '2': { selected: ['a'] },
  '3a': { text: 'Because\u001b[31m' },
};

async function check(answers: unknown, ...more: string[]) {
  const text = typeof answers === 'string' ? answers : JSON.stringify(answers);
  const file = await folder.put('answers.json', text);
  return await exambench('check', folder.path, '--answers', file, ...more);
}

const attempt = (answers: object) => ({ taskSet: 'small', answers });

describe('exambench check', () => {
  it('prints a report', async () => {
    const { code, out, err } = await check(attempt(ANSWERS));
    expect([code, err]).toEqual([1, '']);
    await expect(out).toMatchFileSnapshot('report.golden.txt');
  });

  it('prints the report of the contract as JSON', async () => {
    const { code, out } = await check(attempt({ '1': { selected: ['a'] } }), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      taskSet: 'small',
      points: 2,
      maxPoints: 10,
      questions: {
        '1': {
          verdict: 'correct',
          points: 2,
          maxPoints: 2,
          feedback: ['Yes.'],
          evidence: { options: { a: 'Yes.' } },
        },
        '2': { verdict: 'unanswered', points: 0, maxPoints: 3, feedback: [] },
        '3a': { verdict: 'unanswered', points: 0, maxPoints: 1, feedback: [] },
        '3b': { verdict: 'unanswered', points: 0, maxPoints: 4, feedback: [] },
      },
    });
  });

  it.each([
    ['exam', 'whether an answer can be read is told', 'One: can be read'],
    ['practice', 'judges as your own folder does', 'One: wrong'],
  ])('says what can be judged by a copy for students (%s)', async (mode, note, verdict) => {
    const head = SMALL_SET['taskset.yaml'] ?? '';
    await folder.put('taskset.yaml', `${head}mode: ${mode}\n`);
    const published = await publishTaskSet(folder.path);
    if (!published.ok) throw new Error('the set has problems');
    for (const [path, bytes] of published.value.files) await folder.put(`copy/${path}`, bytes);
    const file = await folder.put('answers.json', JSON.stringify(attempt(ANSWERS)));
    const { out, err } = await exambench('check', `${folder.path}/copy`, '--answers', file);
    expect(err).toContain(note);
    expect(out).toContain(verdict);
  });

  it('grades the variant that was answered', async () => {
    const taskSet = SMALL_SET['taskset.yaml'] ?? '';
    await folder.put('taskset.yaml', taskSet.replace('tasks:', 'variants: 9\ntasks:'));
    const head = 'title: First\nparameters:\n  right: { choice: [This, That] }\n';
    const task = SMALL_SET['first/task.yaml'] ?? '';
    const drawn = task.replace('title: First\n', head).replace('text: This,', "text: '{{right}}',");
    await folder.put('first/task.yaml', drawn.replace('feedback: Yes.', "feedback: '{{right}}'"));
    const feedback = async (...more: string[]) => {
      const { out } = await check(attempt({ '1': { selected: ['a'] } }), '--json', ...more);
      return /(This|That)/.exec(out)?.[0];
    };
    const [first, second] = [await feedback('--variant', '1'), await feedback('--variant', '2')];
    expect([first, second].toSorted()).toEqual(['That', 'This']);
    expect(await feedback()).toBeUndefined();
    const given = { ...attempt({ '1': { selected: ['a'] } }), variant: 2 };
    expect((await check(given, '--json')).out).toContain(second);
    expect((await check(attempt({}))).err).toContain('the variants 1 to 9, and nothing says which');
    expect((await check(given, '--variant', '1')).err).toContain('are to variant 2');
    expect((await check({ ...given, variant: 10 })).err).toContain('no variant 10');
  });

  it.each(['0', '10', 'two'])('refuses the variant %s, which there is not', async (variant) => {
    const { code, err } = await check(attempt(ANSWERS), '--variant', variant);
    expect(code).toBe(2);
    expect(err).toContain('variant');
  });

  it('grades one question of many', async () => {
    const { code, out } = await check(attempt(ANSWERS), '--question', '3a', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      points: 0,
      maxPoints: 1,
      questions: { '3a': { verdict: 'manual' } },
    });
    expect(Object.keys((JSON.parse(out) as { questions: object }).questions)).toEqual(['3a']);
  });

  it('prints one verdict a line for JSON lines, in the same order', async () => {
    const { code, out } = await check(
      '{"question":"2","answer":{"selected":["a","c"]}}\nbroken\n{"question":"1","answer":{"selected":["b"]}}\n{"question":"9"}\n{"question":"1","answer":7}\n',
    );
    expect(code).toBe(1);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([
      { question: '2', verdict: 'correct', points: 3, maxPoints: 3 },
      {
        question: null,
        verdict: 'invalid',
        feedback: [expect.stringContaining('line 2') as string],
      },
      { question: '1', verdict: 'wrong', points: 0 },
      {
        question: '9',
        verdict: 'invalid',
        feedback: ["The answer cannot be read: there is no question '9'."],
      },
      { question: '1', verdict: 'invalid' },
    ]);
  });

  it('leaves answers to unknown questions out, and says so', async () => {
    const { code, err } = await check(attempt({ '9': { selected: ['a'] } }));
    expect(code).toBe(0);
    expect(err).toBe('There is no question "9": its answer is left out.\n');
  });

  it.each([
    ['{"taskSet": "other", "answers": {}}', "belong to the task set 'other', not to 'small'"],
    ['{"taskSet": "small"}', "'answers' is missing"],
    ['nonsense', "line 1, column 1: expected a value, found 'nonsense'"],
  ])('cannot grade %s', async (text, reason) => {
    const { code, out, err } = await check(text);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
  });

  it('knows its questions', async () => {
    const { code, err } = await check(attempt({}), '--question', '4');
    expect(code).toBe(2);
    expect(err).toContain("there is no question '4'; the questions are 1, 2, 3a, 3b");
  });

  it('does not grade with a set that has problems', async () => {
    await folder.put('first/task.yaml', 'title: 1');
    const { code, err } = await check(attempt({}));
    expect(code).toBe(2);
    expect(err).toContain('first/task.yaml:1:8: title: expected a text, found the number 1');
  });
});
