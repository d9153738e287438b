import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '../../scripts/project.ts';
import { QUESTION_KINDS } from '../../src/core/answer/answer.ts';
import { problemText } from '../../src/core/taskset/problem.ts';
import { questionsOf } from '../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../src/runtime/taskSetFiles.ts';
import { exambench } from '../support/commandLine.ts';

const TEMPLATE = at('media/template');

const loaded = await loadTaskSet(TEMPLATE);
if (!loaded.ok) throw new Error(loaded.error.map(problemText).join('\n'));
const questions = questionsOf(loaded.value);

describe('the template of new task sets', () => {
  it('has a question of every kind, and choices of both kinds', () => {
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(QUESTION_KINDS));
    const choices = questions.filter((question) => question.kind === 'choice');
    expect(choices.map(({ multiple }) => multiple)).toEqual([false, true]);
  });

  it('grades its own answers as it says, programs included', async () => {
    const { out } = await exambench('validate', TEMPLATE, '--unsafe-no-sandbox', '--fresh');
    expect(out).toMatch(/\nmy-task-set: no problems \(4 tasks, 9 questions, 25 points\)\n$/);
  });

  it.each(['taskset.yaml', ...loaded.value.tasks.map(({ id }) => `${id}/task.yaml`)])(
    'explains itself in %s',
    (file) => {
      expect(readFileSync(at('media/template', file), 'utf8')).toMatch(/(^| )# [A-Za-z“"|]/m);
    },
  );
});
