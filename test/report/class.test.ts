import { describe, expect, it } from 'vitest';
import { finalGrade } from '../../src/core/gradebook/finalGrade.ts';
import { statisticsPage } from '../../src/report/class/statisticsPage.ts';
import { studentPage } from '../../src/report/student/studentPage.ts';
import { timeText } from '../../src/report/words.ts';
import { MATERIAL, graded } from '../support/gradedRecords.ts';
import { smallSet } from '../support/taskSet.ts';

const set = smallSet();
const note = 'There is no question "3A": its answer is left out. Is 3a meant?';
const records = await Promise.all([
  graded(set, { '3a': { text: 'So.' } }, { submission: 'a', student: 'Ada', file: 'first.zip' }),
  graded(set, { '3a': { text: 'So.' } }, { submission: 'b', student: 'Ada', file: 'second.zip' }),
  graded(set, {}, { submission: 'U-1', file: 'Ünal/exam.json', notes: [note] }),
]);
const grades = records.map((each) => finalGrade(each, set));

const plain = (page: string): string =>
  page
    .slice(page.indexOf('<main>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');

describe('the page of a class', () => {
  const page = plain(statisticsPage({ grades, set, material: MATERIAL }));

  it('names students by their files where they do not say who they are, or two say the same', () => {
    expect(page).toContain('Ada first.zip waits for a person');
    expect(page).toContain('Ada second.zip waits for a person');
    expect(page).toContain('Ünal/exam complete');
  });

  it('says which questions wait in how many submissions, and that sums are not final', () => {
    expect(page).toContain('Waits for a person 3a: 2');
    expect(page).toContain('0 so far');
  });

  it('tells notes', () => {
    expect(page).toContain(`Ünal/exam : ${note}`);
  });
});

it('the page of a student tells notes, and times as one reads them', () => {
  const [, , grade] = grades;
  if (grade === undefined) throw new Error('no grade');
  expect(plain(studentPage({ grade, set, material: MATERIAL }))).toContain(note);
  expect(timeText('2026-06-01T10:30:59.123Z')).toBe('2026-06-01 10:30 UTC');
  expect(timeText('yesterday')).toBe('yesterday');
});
