/** Changes by line number, judged through the real processes. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { at } from '../../../scripts/project.ts';
import { openCodeRunner } from '../../../src/cli/codeRunner.ts';
import { grade } from '../../../src/core/grade/grade.ts';
import { answersIn } from '../../../src/core/grade/gradeAttempt.ts';
import { gradeRehearsal, rehearsalsOf } from '../../../src/core/grade/rehearse.ts';
import { questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';
import { CORPUS } from './corpus.ts';
import { PROGRAMS } from './programs.ts';

// one of the programs takes the rows one after the other
vi.setConfig({ testTimeout: 120_000 });

const folder = at('tasks/ml1');
const loaded = await loadTaskSet(folder);
if (!loaded.ok) throw new Error('the bundled exam has problems');
const set = loaded.value;
const question = questionsOf(set).find(({ id }) => id === '5b');
if (question === undefined) throw new Error('there is no question 5b');

const runner = openCodeRunner(folder, { 'unsafe-no-sandbox': true });
afterAll(() => {
  runner.close();
});

describe('an answer to 5b', () => {
  it.each(CORPUS)('$name is $verdict', async ({ own, edits, verdict, points, mistake }) => {
    const files = own === undefined ? undefined : { 'adversarial.ts': PROGRAMS[own] };
    const answers = new Map(files === undefined ? [] : [['5a', { files }]]);
    const grading = { run: runner.run, answerTo: answersIn(set, answers) };
    const found = await grade(question, { edits }, grading);
    expect([found.verdict, found.points], found.feedback.join('\n')).toEqual([verdict, points]);
    if (mistake !== undefined) expect(found.evidence?.['mistake']).toBe(mistake);
    // what is right has nothing to be told; everything else has, in whole sentences
    expect(found.feedback.length > 0).toBe(verdict !== 'correct');
    for (const said of found.feedback) expect(said).toMatch(/^\p{Lu}.*\.$/su);
  });

  it.each(rehearsalsOf(set).filter((each) => each.question === question))(
    '$name gets what its author says',
    async (rehearsal) => {
      const verdict = await gradeRehearsal(set, rehearsal, runner.run);
      expect(rehearsal.complaint(verdict)).toBeUndefined();
    },
  );
});
