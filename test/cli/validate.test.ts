import { afterEach, describe, expect, it } from 'vitest';
import { exambench } from '../support/commandLine.ts';
import { SetFolder } from '../support/setFolder.ts';
import { spoiled } from '../support/taskSet.ts';

let folder: SetFolder | undefined;
afterEach(() => folder?.remove());

describe('exambench validate', () => {
  it('finds nothing wrong with a right set', async () => {
    folder = await SetFolder.create();
    expect(await exambench('validate', folder.path, '--no-run')).toEqual({
      code: 0,
      out: 'small: no problems (2 tasks, 4 questions, 10 points)\n',
      err: '',
    });
  });

  it('prints problems as file:line:column: message', async () => {
    folder = await SetFolder.create(spoiled('first/task.yaml', 'points: 2', 'points: two'));
    expect(await exambench('validate', folder.path)).toEqual({
      code: 1,
      out: 'first/task.yaml:10:13: questions[0].points: expected a number, found "two"\n1 problem\n',
      err: '',
    });
  });

  it('prints them as JSON', async () => {
    folder = await SetFolder.create(spoiled('first/task.yaml', 'points: 2', 'points: two'));
    const { code, out } = await exambench('validate', folder.path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
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
