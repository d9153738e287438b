import { describe, expect, it } from 'vitest';
import { type Verdict } from '../../src/core/grade/verdict.ts';
import { publicTaskSet } from '../../src/core/taskset/publicTaskSet.ts';
import { type QuestionRecord } from '../../src/runtime/attempt/questionRecord.ts';
import { handInDetail, submissionName } from '../../src/vscode/handInText.ts';
import { smallSet } from '../support/taskSet.ts';

const whole = publicTaskSet(smallSet());
const answer = { selected: ['a'] };
const verdict = (kind: Verdict['verdict']): QuestionRecord => ({
  revision: 1,
  answer,
  verdict: { verdict: kind, points: 0, maxPoints: 1, feedback: [] },
});

const detail = (
  records: Readonly<Record<string, QuestionRecord>>,
  around: Partial<Parameters<typeof handInDetail>[0]> = {},
) =>
  handInDetail({
    set: whole,
    record: (id) => records[id] ?? { revision: 0 },
    unreadable: new Set(),
    ...around,
  });

describe('what is told before handing in', () => {
  it('names every question that is not what it may be thought to be', () => {
    const told = detail({
      '1': { revision: 1, answer },
      '2': verdict('invalid'),
      '3b': verdict('undecided'),
    });
    expect(told.split('\n\n').slice(0, -1)).toEqual([
      'Not answered: 3a.',
      'Cannot be read as an answer: 2.',
      'Not checked: 1.',
      'The check could not decide: 3b.',
    ]);
  });

  it('has nothing to say of answers that are right or wrong', () => {
    const told = detail({
      '1': verdict('correct'),
      '2': verdict('wrong'),
      '3a': verdict('manual'),
      '3b': verdict('partial'),
    });
    expect(told).toMatch(/^You can change your answers/);
  });

  it('calls nothing unchecked where nothing is checked here, but unreadable what is', () => {
    const answered = { revision: 1, answer };
    const told = detail(
      { '1': answered, '2': answered, '3a': answered, '3b': answered },
      { set: { ...whole, canGrade: false }, unreadable: new Set(['2']) },
    );
    expect(told).toContain('Cannot be read as an answer: 2.');
    expect(told).not.toContain('Not checked');
  });

  it('says what a read-only window hands in, and that a change was not saved', () => {
    expect(detail({}, { readOnly: 'Opened elsewhere.' })).toMatch(/^This window is read only/);
    const failed = detail({}, { saveFailure: 'Not saved: the disk is full.' });
    expect(failed).toMatch(/^The last change was not saved.*the disk is full\./);
  });
});

describe('the name of the file', () => {
  it.each([
    ['Zoë Ångström/../', false, 'Zoe-Angstrom-ml1-x.zip'],
    [undefined, false, 'ml1-x.zip'],
    ['学生', true, 'ml1-x.zip.age'],
    ['s 0123', true, 's-0123-ml1-x.zip.age'],
  ])('of %s is safe on every system', (student, isSealed, name) => {
    expect(submissionName('ml1-x', student, isSealed)).toBe(name);
  });
});
