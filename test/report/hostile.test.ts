import { expect, it } from 'vitest';
import { type Graded } from '../../src/core/gradebook/finalGrade.ts';
import { type GradedQuestion } from '../../src/core/gradebook/gradeRecord.ts';
import { reportsOf } from '../../src/report/reportFiles.ts';
import { EMPTY_RECORD, MATERIAL, graded } from '../support/gradedRecords.ts';
import { smallSet } from '../support/taskSet.ts';
import { HOSTILE_TEXTS } from './hostileTexts.ts';
import { usePages } from './usePages.ts';

const open = usePages();
const set = smallSet();

/** In every place that a student, or a file of theirs, can write in. */
async function hostile(texts: readonly string[], submission: string): Promise<Graded> {
  const text = texts.join('\n\n');
  const files = Object.fromEntries(texts.map((each) => [each.slice(0, 50), each]));
  const answers = {
    '1': { selected: ['a', text] },
    '3a': { text: text.slice(0, 200_000) },
    '3b': { files: { 'attack.ts': text, ...files } },
    [text.slice(0, 50)]: text,
  };
  const about = { submission, student: text, receipt: text, handedIn: text, reason: text };
  const { record } = await graded(set, answers, about);
  const program = record.questions['3b'];
  if (program === undefined) throw new Error('no question 3b');
  const checks = texts.map((each) => ({ title: each, message: each, passed: false }));
  const evidence = { mistake: text.slice(0, 5000), checks };
  const code: GradedQuestion = { ...program, feedback: texts, evidence };
  const comment = text.slice(0, 200_000);
  const decision = { points: 1, comment, decidedAt: '2026-01-02T10:00:00Z' };
  return {
    record: { ...record, questions: { ...record.questions, '3b': code } },
    decisions: { format: 1, submission, questions: { '3a': decision } },
  };
}

/** One each, and one with all of them. */
const class_ = await Promise.all([
  ...HOSTILE_TEXTS.map((text, nth) => hostile([text], `s${nth}`)),
  hostile(HOSTILE_TEXTS, 'all'),
]);
const broken = { ...EMPTY_RECORD, submission: 'broken', cause: 'not-gradable' as const };
class_.push({ record: { ...broken, reason: HOSTILE_TEXTS.join(' '), student: HOSTILE_TEXTS[0] } });
const files = reportsOf({ set, graded: class_, material: MATERIAL });

/** Directions of text, controls and halves of characters; a byte order mark may begin a file. */
const OBEYED =
  /(?!^\ufeff)(?![\t\n\r])[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u;

const OPENED = ['students/s0.html', 'students/all.html', 'students/broken.html', 'statistics.html'];

it('of fifty hostile names and answers nothing runs, loads or leads anywhere', async () => {
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(50);
  for (const path of OPENED) {
    const { page, troubles } = await open(files.get(path) ?? '');
    const found = await page.evaluate(() => ({
      hacked: 'hacked' in globalThis,
      foreign: document.querySelectorAll('img, iframe, object, embed, form, link, base').length,
      scripts: document.scripts.length,
      handlers: [...document.querySelectorAll('*')].flatMap(({ attributes }) =>
        [...attributes].map(({ name }) => name).filter((name) => name.startsWith('on')),
      ),
      elsewhere: [...document.links].filter(({ origin }) => origin !== location.origin).length,
    }));
    const scripts = path === 'statistics.html' ? 1 : 0;
    expect(found, path).toEqual({ hacked: false, foreign: 0, scripts, handlers: [], elsewhere: 0 });
    expect(troubles, path).toEqual([]);
  }
});

it('no page has a tag that was not made for it', () => {
  for (const [path, html] of files) {
    if (!path.startsWith('students/') || !path.endsWith('.html')) continue;
    expect(html, path).not.toMatch(/<(script|iframe|object|embed|form|base|link|input|img)\b/i);
    expect(html.match(/<style>/g), path).toHaveLength(1);
    expect(html.match(/<meta /g), path).toHaveLength(5);
  }
});

it('no page, table or report has a sign that terminals and readers obey', () => {
  for (const [path, content] of files) {
    if (path.endsWith('.json')) continue;
    expect(OBEYED.exec(content.replace(/^\ufeff/, ''))?.[0], path).toBeUndefined();
  }
});

it('data of other programs is JSON that can be read again, control characters escaped', () => {
  for (const [path, content] of files) {
    if (!path.endsWith('.json')) continue;
    expect(() => JSON.parse(content) as unknown, path).not.toThrow();
    // eslint-disable-next-line no-control-regex
    expect(content, path).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  }
});

it('a name of a megabyte makes no page of a megabyte', () => {
  const html = files.get(`students/s${HOSTILE_TEXTS.length - 1}.html`) ?? '';
  expect(html.length).toBeGreaterThan(1000);
  expect(html.length).toBeLessThan(1_000_000);
  expect(files.get('grades.csv')?.length).toBeLessThan(200_000);
});

it('a table has no cell that a spreadsheet takes for a formula', () => {
  const table = (files.get('grades.csv') ?? '').slice(1);
  for (const line of table.split('\r\n')) {
    for (const cell of line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
      expect(cell).not.toMatch(/^"?\s*[=+@\t\r\uff1d]/);
      if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^"?\s*-/);
    }
  }
});
