/** Changes by line number, judged through the real processes. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { at } from '../../../scripts/project.ts';
import { openCodeRunner } from '../../../src/cli/codeRunner.ts';
import { grade } from '../../../src/core/grade/grade.ts';
import { answersIn } from '../../../src/core/grade/gradeAttempt.ts';
import { gradingAlone } from '../../../src/core/grade/grading.ts';
import { gradeRehearsal } from '../../../src/core/grade/rehearse.ts';
import { rehearsalsOf } from '../../../src/core/grade/rehearsalsOf.ts';
import { questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { loadTaskSet } from '../../../src/runtime/taskSetFiles.ts';
import { exambench, type Said } from '../../support/commandLine.ts';
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

describe('a program that cannot be parsed', () => {
  it('is complained about once where it is the answer', async () => {
    const asked = questionsOf(set).find(({ id }) => id === '5a');
    const answer = { files: { 'adversarial.ts': PROGRAMS.broken } };
    const found = asked && (await grade(asked, answer, gradingAlone(runner.run)));
    expect(found).toMatchObject({ verdict: 'wrong', points: 0 });
    expect(found?.feedback).toEqual([
      expect.stringMatching(/^The program cannot be read: .*adversarial\.ts:\d+/),
    ]);
  });

  it('is complained about once, and passes no check', async () => {
    const edits = [{ line: 10, action: 'replace', text: 'const loss = x.sub(z;' }];
    const answerTo = answersIn(set, new Map());
    const found = await grade(question, { edits }, { run: runner.run, answerTo });
    expect(found).toMatchObject({ verdict: 'wrong', points: 0 });
    expect(found.feedback).toEqual([
      expect.stringMatching(/^The program cannot be read: .*line 10/),
    ]);
    expect(found.evidence?.['checks']).toMatchObject(
      [false, 'not-run', 'not-run', 'not-run'].map((passed) => ({ passed })),
    );
  });
});

describe('an answers file', () => {
  const edits = CORPUS[0]?.edits ?? [];
  const answers = { '5a': { files: { 'adversarial.ts': PROGRAMS.natural } }, '5b': { edits } };

  async function checked(content: string, ...more: string[]): Promise<Said> {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'answers-')), 'answers');
    await writeFile(file, content);
    return await exambench('check', folder, '--answers', file, '--unsafe-no-sandbox', ...more);
  }

  it('has the lines of its own program changed, also where one question is asked for', async () => {
    const content = JSON.stringify({ taskSet: 'ml1', answers });
    const { code, out } = await checked(content, '--question', '5b', '--json');
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { points: 4, questions: { '5b': { verdict: 'correct', evidence: { base: 'own' } } } },
    ]);
  });

  it('of JSON lines has those of the given program changed, as each line stands alone', async () => {
    const lines = [answers['5b'], { base: 'own', edits: [] }];
    const content = lines.map((answer) => JSON.stringify({ question: '5b', answer })).join('\n');
    const { code, out } = await checked(content);
    const verdicts = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect([code, verdicts]).toMatchObject([
      1,
      [{ verdict: 'correct', evidence: { base: 'given' } }, { verdict: 'invalid' }],
    ]);
  });
});
