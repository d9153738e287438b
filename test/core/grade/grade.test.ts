import { describe, expect, it } from 'vitest';
import { QUESTION_KINDS_ANSWERS } from '../../support/answers.ts';
import { type CodeRun, cannotRun } from '../../../src/core/grade/codeRun.ts';
import { grade } from '../../../src/core/grade/grade.ts';
import { gradingAlone } from '../../../src/core/grade/grading.ts';
import { gradeAttempt } from '../../../src/core/grade/gradeAttempt.ts';
import { strangerNotes, strangersIn } from '../../../src/core/grade/strangers.ts';
import { type Verdict } from '../../../src/core/grade/verdict.ts';
import { type Question, questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { smallSet, spoiled } from '../../support/taskSet.ts';

const set = smallSet();
const run = cannotRun('There is nothing to run it with.');
const nothing = gradingAlone(run);

function question(id: string, from = set): Question {
  const found = questionsOf(from).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}

function verdictOn(id: string, answer: unknown): Promise<Verdict> {
  return grade(question(id), answer, nothing);
}

const select = (...selected: string[]) => ({ selected });

describe('a single choice', () => {
  it('is right or wrong, and says the feedback of what was selected', async () => {
    expect(await verdictOn('1', select('a'))).toEqual({
      verdict: 'correct',
      points: 2,
      maxPoints: 2,
      feedback: ['Yes.'],
      evidence: { options: { a: 'Yes.' } },
    });
    expect(await verdictOn('1', select('b'))).toMatchObject({
      verdict: 'wrong',
      points: 0,
      feedback: ['No.'],
    });
  });

  it('is unanswered when nothing is selected', async () => {
    for (const answer of [undefined, null, select()]) {
      expect(await verdictOn('1', answer)).toMatchObject({ verdict: 'unanswered', maxPoints: 2 });
    }
  });

  it('cannot be read with two options or unknown ones', async () => {
    expect(await verdictOn('1', select('a', 'b'))).toMatchObject({
      verdict: 'invalid',
      feedback: ['Only one option may be selected, found 2.'],
    });
    expect(await verdictOn('1', select('x'))).toMatchObject({
      verdict: 'invalid',
      feedback: ['There is no option "x": expected a, b.'],
    });
  });

  it('counts an option once that is named twice', async () => {
    expect(await verdictOn('1', select('a', 'a'))).toMatchObject({ verdict: 'correct' });
  });
});

describe('a multiple choice', () => {
  it.each([
    [['a', 'c'], 'correct', 3],
    [['a'], 'partial', 1.5],
    [['a', 'c', 'b'], 'partial', 1.5],
    [['a', 'b'], 'wrong', 0],
    [['a', 'b', 'c', 'd'], 'wrong', 0],
    [['b', 'd'], 'wrong', 0],
  ])('with right-minus-wrong: %j is %s', async (selected, verdict, points) => {
    expect(await verdictOn('2', { selected })).toMatchObject({ verdict, points, maxPoints: 3 });
  });

  it('gives nothing for a part when all or nothing counts', async () => {
    const strict = smallSet(spoiled('first/task.yaml', '    credit: right-minus-wrong\n', ''));
    const verdict = await grade(question('2', strict), select('a'), nothing);
    expect(verdict).toMatchObject({ verdict: 'wrong', points: 0 });
  });

  it('does not tell which options are missing', async () => {
    const { feedback } = await verdictOn('2', select('a'));
    expect(feedback).toEqual([
      '**a**: a is right.',
      'What is selected is right, but it is not all.',
    ]);
  });
});

describe('a text', () => {
  it('is for a person to grade', async () => {
    expect(await verdictOn('3a', { text: 'Because' })).toMatchObject({
      verdict: 'manual',
      points: 0,
    });
    expect(await verdictOn('3a', { text: ' \n' })).toMatchObject({ verdict: 'unanswered' });
  });

  it('cannot be read when it has too many words', async () => {
    expect(await verdictOn('3a', { text: 'one two three four five six' })).toMatchObject({
      verdict: 'invalid',
      feedback: ['The answer may have at most 5 words, found 6.'],
    });
  });
});

describe('a program', () => {
  const answer = { files: { 'attack.ts': 'text' } };
  const passing = (check: string) => ({ check, passed: true, message: `${check} passed` });
  const failing = (check: string) => ({ check, passed: false, message: `${check} failed` });
  // what the author calls them
  const titled = (checks: readonly { readonly check: string }[]) =>
    checks.map((each) => ({ title: each.check.replace(/^./, (a) => a.toUpperCase()), ...each }));
  const graded = (run: CodeRun) =>
    grade(
      question('3b'),
      answer,
      gradingAlone({ ...cannotRun('not asked'), code: () => Promise.resolve(run) }),
    );

  it('gets the points of the checks that passed', async () => {
    const checks = [passing('shape'), failing('boundary'), passing('iterations')];
    expect(await graded({ ran: true, checks, mistake: 'sign-of-t' })).toEqual({
      verdict: 'partial',
      points: 1,
      maxPoints: 4,
      feedback: ['boundary failed'],
      evidence: { checks: titled(checks), mistake: 'sign-of-t' },
    });
  });

  it('is right when all checks passed', async () => {
    const checks = ['shape', 'boundary', 'iterations'].map(passing);
    expect(await graded({ ran: true, checks })).toMatchObject({ verdict: 'correct', points: 4 });
  });

  it('gets nothing when a required check failed', async () => {
    const checks = [failing('shape'), passing('boundary'), passing('iterations')];
    expect(await graded({ ran: true, checks })).toMatchObject({ verdict: 'wrong', points: 0 });
  });

  it('is not called right when a check did not run', async () => {
    const checks = [passing('shape'), passing('boundary')];
    expect(await graded({ ran: true, checks })).toMatchObject({
      verdict: 'not-run',
      points: 0,
      feedback: ['The check iterations did not run.'],
    });
  });

  it('is not-run, with the reason, where nothing can run it', async () => {
    expect(await verdictOn('3b', answer)).toMatchObject({
      verdict: 'not-run',
      feedback: ['There is nothing to run it with.'],
    });
  });

  it('cannot be read with other files than the task has', async () => {
    for (const files of [{ 'other.ts': '' }, { 'attack.ts': '', 'more.ts': '' }]) {
      expect(await verdictOn('3b', { files })).toMatchObject({ verdict: 'invalid' });
    }
    expect(await verdictOn('3b', { files: {} })).toMatchObject({ verdict: 'unanswered' });
  });
});

describe('a strange answer', () => {
  const strange: unknown[] = [
    ...[0, '', 'text', true, [], {}, [[]], { selected: 'a' }, { selected: [1] }, { selected: {} }],
    ...[{ text: 1 }, { text: null }, { files: [] }, { files: { 'attack.ts': 1 } }, { '': null }],
    ...[{ selected: ['a'], extra: 1 }, JSON.parse('{"__proto__": {"selected": ["a"]}}') as unknown],
    ...Object.values(QUESTION_KINDS_ANSWERS),
  ];

  it('is a verdict for every kind of question, never a crash', async () => {
    for (const each of questionsOf(set)) {
      for (const answer of strange) {
        const { verdict, points } = await grade(each, answer, nothing);
        expect([verdict, points], `${each.id} ${JSON.stringify(answer)}`).toEqual([
          expect.stringMatching(/^(invalid|unanswered|manual|not-run|correct|partial)$/),
          expect.any(Number),
        ]);
      }
    }
  });

  it('is told what was expected and what was found', async () => {
    expect((await verdictOn('1', { selected: [1] })).feedback).toEqual([
      'The answer cannot be read: selected[0]: expected a text, found the number 1: put it in quotes.',
    ]);
    expect((await verdictOn('3a', select('a'))).feedback).toEqual([
      "The answer cannot be read: 'text' is missing: expected a text.",
      'The answer cannot be read: unknown field "selected"; known fields are text, review.',
    ]);
    expect((await verdictOn('3a', 7)).feedback).toEqual([
      'The answer cannot be read: expected a map of fields, found the number 7.',
    ]);
  });
});

describe('an attempt', () => {
  const answers = new Map<string, unknown>([
    ['1', select('a')],
    ['2', select('a')],
    ['3a', { text: 'That' }],
    ['9', select('a')],
  ]);

  it('adds up the points and lists every question', async () => {
    const report = await gradeAttempt(set, answers, { run });
    expect(report).toMatchObject({ taskSet: 'small', points: 3.5, maxPoints: 10 });
    expect(Object.entries(report.questions).map(([id, { verdict }]) => [id, verdict])).toEqual([
      ['1', 'correct'],
      ['2', 'partial'],
      ['3a', 'manual'],
      ['3b', 'unanswered'],
    ]);
  });

  it('names answers to questions that do not exist', () => {
    expect(strangersIn(set, answers)).toEqual(['9']);
  });

  it('says which one question may have been meant by one that does not exist, ten times at most', () => {
    const strange = new Map([
      ...answers,
      ['3A', 1],
      ...Array.from({ length: 40 }, (_, i) => [`x${i}y`, 1] as const),
    ]);
    const notes = strangerNotes(set, strange);
    expect(notes.slice(0, 2)).toEqual([
      'There is no question "9": its answer is left out.',
      'There is no question "3A": its answer is left out. Is 3a meant?',
    ]);
    expect(notes.slice(10)).toEqual(['So are 32 more answers to unknown questions.']);
  });
});
