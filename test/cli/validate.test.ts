import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { publishTaskSet } from '../../src/runtime/publish/publishTaskSet.ts';
import { exambench } from '../support/commandLine.ts';
import { SetFolder } from '../support/setFolder.ts';
import { spoiled } from '../support/taskSet.ts';

let folder: SetFolder | undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  return folder?.remove();
});

describe('exambench validate', () => {
  it('finds nothing wrong with a right set', async () => {
    folder = await SetFolder.create();
    expect(await exambench('validate', folder.path, '--no-run')).toEqual({
      code: 0,
      out: 'model second/model.onnx: made for tests\nsmall: no problems (2 tasks, 4 questions, 10 points)\n',
      err: '',
    });
  });

  it('judges again only what has changed, and everything when asked to', async () => {
    folder = await SetFolder.create();
    const cache = await mkdtemp(join(tmpdir(), 'cache-'));
    vi.stubEnv('XDG_CACHE_HOME', cache);
    const remembered = async (...args: string[]): Promise<unknown> => {
      const { out } = await exambench('validate', folder?.path ?? '', '--json', ...args);
      return (JSON.parse(out) as { remembered: unknown }).remembered;
    };
    expect(await remembered()).toBe(0);
    const all = await remembered();
    expect(all).toBeGreaterThan(0);
    expect(await remembered('--fresh')).toBe(0);
    expect(await remembered('--twice')).toBe(0);
    await folder.put(
      'first/task.yaml',
      spoiled('first/task.yaml', 'points: 2', 'points: 3')['first/task.yaml'] ?? '',
    );
    expect(await remembered()).toBeLessThan(Number(all));
    await rm(cache, { recursive: true });
  });

  it('prints problems as file:line:column: message', async () => {
    folder = await SetFolder.create(spoiled('first/task.yaml', 'points: 2', 'points: two'));
    expect(await exambench('validate', folder.path)).toEqual({
      code: 1,
      out: `first/task.yaml:10:13: questions[0].points: expected a number, found "two"
1 problem
The answers have not been tried: they are once the files are right, and may show more problems.
`,
      err: '',
    });
  });

  it('prints them as JSON', async () => {
    folder = await SetFolder.create(spoiled('first/task.yaml', 'points: 2', 'points: two'));
    const { code, out } = await exambench('validate', folder.path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      answers: 'unreadable',
      cancelled: false,
      remembered: 0,
      valid: false,
      problems: [
        {
          file: 'first/task.yaml',
          line: 10,
          column: 13,
          message: 'questions[0].points: expected a number, found "two"',
        },
      ],
      warnings: [],
      notRun: [],
    });
  });

  it('tells at once what is wrong in the head, in its tasks and in their texts', async () => {
    const set = spoiled('first/task.yaml', 'points: 2', 'points: two');
    const [head = '', first = '', second = ''] = [
      set['taskset.yaml']?.replace('title:', 'tilte:'),
      set['first/task.yaml']?.replace('Which ones?', '$\\oops$'),
      set['second/task.yaml']?.replace('solution/attack.ts', 'solution/atack.ts'),
    ];
    folder = await SetFolder.create({
      ...set,
      'taskset.yaml': head,
      'first/task.yaml': first,
      'second/task.yaml': second,
    });
    const { out } = await exambench('validate', folder.path);
    expect(out.split('\n').slice(0, -2)).toEqual([
      'first/task.yaml:10:13: questions[0].points: expected a number, found "two"',
      'first/task.yaml:21:13: the formula $\\oops$ cannot be typeset: Undefined control sequence: \\oops',
      'second/task.yaml:19:29: there is no file solution/atack.ts',
      "taskset.yaml:1:1: 'title' is missing: expected a text",
      'taskset.yaml:3:1: unknown field "tilte"; did you mean \'title\'?',
      '5 problems',
    ]);
  });

  it('says how many variants were tried', async () => {
    const set = spoiled('taskset.yaml', 'tasks:', 'variants: 3\ntasks:');
    const task = set['first/task.yaml'] ?? '';
    const shuffled = task.replace(
      '    prompt: Which one?',
      '    shuffle: true\n    prompt: Which one?',
    );
    folder = await SetFolder.create({ ...set, 'first/task.yaml': shuffled });
    const { out } = await exambench('validate', folder.path, '--no-run');
    expect(out).toContain(
      'small: no problems (2 tasks, 4 questions, 10 points, in each of 3 variants)\n',
    );
  });

  it.each([
    ['practice', 'which holds what grading takes'],
    ['exam', 'which holds no answers'],
  ])('knows a copy for students (%s), and what it can tell of it', async (mode, words) => {
    const head = `mode: ${mode}\n${mode === 'exam' ? '' : 'reveal: []\n'}tasks:`;
    folder = await SetFolder.create(spoiled('taskset.yaml', 'tasks:', head));
    const published = await publishTaskSet(folder.path);
    if (!published.ok) throw new Error('the set has problems');
    const copy = `${folder.path}/copy`;
    for (const [path, bytes] of published.value.files) await folder.put(`copy/${path}`, bytes);
    const { code, out } = await exambench('validate', copy);
    expect(code).toBe(0);
    expect(out).toContain('small: no problems');
    expect(out).toContain(words);
  });

  it('tries the answers that the author gives', async () => {
    const text = '    kind: text\n    title: Words';
    const formula = `    kind: expression
    mathematics: { declare: 'x: scalar' }
    answers: ['2x']
    examples: [{ answer: 'x + x', verdict: wrong }]
    title: Words`;
    const words = '    maxWords: 5\n    modelAnswer: Because of that.\n';
    const rubric = '    rubric:\n      - { criterion: That, points: 1 }\n';
    const set = spoiled('second/task.yaml', text, formula);
    set['second/task.yaml'] = set['second/task.yaml']?.replace(words + rubric, '') ?? '';
    folder = await SetFolder.create(set);
    const { out } = await exambench('validate', folder.path);
    expect(out).toContain('must be wrong: found correct with 1 of 1 points.');
  });

  it('cannot read a folder that is not there', async () => {
    const { code, err } = await exambench('validate', '/nowhere');
    expect(code).toBe(2);
    expect(err).toContain('there is no file or folder /nowhere');
  });

  it('shows control characters instead of obeying them', async () => {
    folder = await SetFolder.create(
      spoiled('first/task.yaml', 'kind: choice', 'kind: "\\e[31m\\u202e"'),
    );
    const { out } = await exambench('validate', folder.path);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u202e');
  });
});
