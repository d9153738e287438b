import { describe, expect, it } from 'vitest';
import { type FinalGrade, finalGrade } from '../../src/core/gradebook/finalGrade.ts';
import { changesTable } from '../../src/report/files/changesTable.ts';
import { gradescopeResults } from '../../src/report/files/gradescope.ts';
import { gradesTable } from '../../src/report/files/grades.ts';
import { junitReport } from '../../src/report/files/junit.ts';
import { csv } from '../../src/report/files/table.ts';
import { reportsOf } from '../../src/report/reportFiles.ts';
import { EMPTY_RECORD, MATERIAL, graded } from '../support/gradedRecords.ts';
import { smallSet, spoiled } from '../support/taskSet.ts';
import { usePages } from './usePages.ts';

const set = smallSet();
const answers = { '1': { selected: ['b'] }, '3a': { text: 'So.' }, '2': { selected: ['a', 'c'] } };
const one = await graded(set, answers, { submission: 'one', student: 'Ada, "Countess"' });
const about = { file: 'Ünal, Ay.zip', notes: ['Look here.', 'And there.'] };
const none = {
  record: { ...EMPTY_RECORD, ...about, submission: 'none', cause: 'tampered' as const },
};
const grades = [one, none].map((each) => finalGrade(each, set));

describe('tables', () => {
  it('quote as RFC 4180 says, after a byte order mark', () => {
    expect(
      csv([
        ['a', 1, undefined],
        ['b,c', 'd"e', 'f\ng'],
      ]),
    ).toBe('\ufeffa,1,\r\n"b,c","d""e","f\ng"\r\n');
  });

  it.each(['=1', '+1', '-1', '@x', '\t=1', ' =1', '|x', '％1', '%1'].map((text) => [text]))(
    'take %j for a text',
    (text) => {
      const [cell = ''] = csv([[text]])
        .slice(1)
        .split('\r\n');
      expect(cell.replace(/^"/, '').startsWith("'") || text === '％1').toBe(true);
    },
  );

  it('leave numbers numbers, also below zero', () => {
    expect(csv([[-1.5]])).toBe('\ufeff-1.5\r\n');
  });

  it('of grades leave empty what is not settled, and say why', () => {
    const [head, first, second] = gradesTable(grades, set).slice(1).split('\r\n');
    expect(head?.endsWith('variant,file,notes,1,2,3a,3b')).toBe(true);
    expect(first).toBe('one,"Ada, ""Countess""",open,3,10,3a,ok,,,,,,,0,3,,0');
    expect(second).toBe(
      'none,,not-gradable,,10,"1,2,3a,3b",tampered,,,,,"Ünal, Ay.zip","Look here. And there.",,,,',
    );
  });

  it('of grades leave the variant empty where nothing says which it was', async () => {
    const read = { ...(await graded(set, answers, { submission: 'read' })).record, variant: 2 };
    const unread = { ...EMPTY_RECORD, submission: 'unread', variant: 1 };
    const both = [read, unread].map((record) => finalGrade({ record }, set));
    const rows = gradesTable(both, set).split('\r\n').slice(1, 3);
    expect(rows.map((row) => row.split(',').slice(-7, -6))).toEqual([['2'], ['']]);
  });

  it('of changes have both sides', () => {
    const after = { verdict: 'correct' as const, points: 2, settled: true };
    const change = { submission: 'one', question: '1', maxPoints: 2, after };
    expect(changesTable([change]).split('\r\n')[1]).toBe('one,,1,,,correct,2,2');
  });
});

describe('Gradescope', () => {
  const resultsOf = (grade: FinalGrade | undefined): object => {
    if (grade === undefined) throw new Error('no grade');
    return JSON.parse(gradescopeResults({ grade, set, material: MATERIAL })) as object;
  };

  it('gets scores for what is settled, and no sum that looks final before all is', () => {
    const results = resultsOf(grades[0]);
    expect(results).not.toHaveProperty('score');
    expect(results).toMatchObject({
      output: 'Not final: 3a waits for a person (3 of 10 points so far).',
      output_format: 'text',
      visibility: 'after_published',
      tests: [{ number: '1' }, { number: '2' }, { number: '3b', score: 0 }],
    });
    expect(results).toHaveProperty('tests.0', {
      number: '1',
      name: 'One',
      score: 0,
      max_score: 2,
      status: 'failed',
      output: 'Not right.\nNo.',
      output_format: 'text',
      visibility: 'after_published',
    });
  });

  it('gets the sum once a person has decided', () => {
    const decision = {
      points: 1,
      comment: 'As $x \\le 1$, **yes**.',
      decidedAt: '2026-01-02T10:00:00Z',
    };
    const decisions = { format: 1 as const, submission: 'one', questions: { '3a': decision } };
    const results = resultsOf(finalGrade({ ...one, decisions }, set));
    expect(results).toMatchObject({ score: 4, output: '4 of 10 points.' });
    expect(results).toHaveProperty('tests.2.output', 'Graded by a person.\nAs x ≤ 1, yes.');
  });

  it('gets no score at all for a submission that could not be graded', () => {
    const results = resultsOf(grades[1]);
    expect(results).not.toHaveProperty('score');
    expect(results).toMatchObject({
      tests: [],
      output:
        'Not graded: the submission as a whole waits for a person.\nThe submission was changed after it was handed in.',
    });
  });
});

describe('JUnit', () => {
  const open = usePages();

  it('is XML with a suite a submission and a case a question, counted', async () => {
    const { page } = await open('<!doctype html><title>x</title>');
    const found = await page.evaluate(
      (xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        const countIn = (suite: Element, name: string) => suite.querySelectorAll(name).length;
        return {
          error: parsed.querySelector('parsererror')?.textContent ?? '',
          suites: [...parsed.querySelectorAll('testsuite')].map((suite) => ({
            name: suite.getAttribute('name'),
            told: ['tests', 'failures', 'errors', 'skipped'].map((each) =>
              suite.getAttribute(each),
            ),
            are: ['testcase', 'failure', 'error', 'skipped'].map((each) =>
              String(countIn(suite, each)),
            ),
          })),
        };
      },
      junitReport(grades, set),
    );
    const [first, second] = found.suites;
    expect(found.error).toBe('');
    expect(first).toMatchObject({ name: 'one', told: ['4', '2', '0', '1'] });
    expect(second).toMatchObject({ name: 'none', told: ['1', '0', '1', '0'] });
    expect(found.suites.map(({ told }) => told)).toEqual(found.suites.map(({ are }) => are));
  });
});

it('JUnit: what is open has no points, and remarks are plain', async () => {
  const mathematical = smallSet(
    spoiled('first/task.yaml', 'feedback: No.', "feedback: '**No**: $x \\le 1$.'"),
  );
  const answered = await graded(mathematical, { ...answers, '2': { selected: 7 } });
  const xml = junitReport([finalGrade(answered, mathematical)], mathematical);
  expect(xml).toContain('<failure message="not right: 0 of 2" type="wrong">No: x ≤ 1.</failure>');
  expect(xml).toContain('<skipped message="could not be read; 3 open"/>');
  expect(xml).not.toContain('name="points"');
});

it('a submission’s name cannot lead out of the folder', () => {
  const record = { ...EMPTY_RECORD, submission: '../out' };
  expect(() => reportsOf({ set, graded: [{ record }], material: MATERIAL })).toThrow(/name/);
});
